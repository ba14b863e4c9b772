from typing import Any

from django.core.management.base import BaseCommand

from starter.loading import is_empty, load
from starter.words import load_words


class Command(BaseCommand):
    help = "Fills an empty site with pages in Dutch and English, and empty word lists; leaves what is there alone."

    def handle(self, *args: Any, **options: Any) -> None:
        load_words()
        if not is_empty():
            self.stdout.write("The site has pages already; they were left alone.")
            return
        load()
        self.stdout.write("The starter pages are there, in Dutch and in English.")
