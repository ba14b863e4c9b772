from typing import Any

from django.core.management.base import BaseCommand

from starter.practitioner import ensure_group


class Command(BaseCommand):
    help = "Makes the group for the practitioner, with what she may do."

    def handle(self, *args: Any, **options: Any) -> None:
        group = ensure_group()
        self.stdout.write(f"The group “{group.name}” is ready; add a user to it in the admin.")
