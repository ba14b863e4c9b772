from typing import Any

from django.core.management.base import BaseCommand

from search.index import rebuild


class Command(BaseCommand):
    help = "Makes the index of the visitors' search anew, from the pages that visitors may see."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild()} pages can be found.")
