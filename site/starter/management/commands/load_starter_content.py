from typing import Any

from django.core.management.base import BaseCommand

from starter.loading import is_empty, load


class Command(BaseCommand):
    help = "Fills an empty site with pages in Dutch and English; leaves a site with pages alone."

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_empty():
            self.stdout.write("The site has pages already; nothing was changed.")
            return
        load()
        self.stdout.write("The starter pages are there, in Dutch and in English.")
