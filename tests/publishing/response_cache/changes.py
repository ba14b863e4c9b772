"""Changes a served site at random, and says when each began and was done: `manage.py shell -c` runs it there.

Prints a JSON line for each change, with the moments on the clock that all processes of the machine share, and what
visitors should see from then on.
"""

import json
import random
import sys
import time

from wagtail.models import Page, Site

from core.models import PracticeSettings
from home.models import HomePage, StandardPage

ABOUT, PARENTS = "lees-mij", ("hier", "daar")


def make_pages() -> None:
    """What the changes are made to: a page below one of two others, and a page in the menu."""
    home = HomePage.objects.get(locale__language_code="nl")
    for slug in PARENTS:
        home.add_child(instance=StandardPage(title=slug, slug=slug))
    below = Page.objects.get(slug=PARENTS[0])
    below.add_child(instance=StandardPage(title="Versie 0.", slug=ABOUT))
    home.add_child(instance=StandardPage(title="Keuze 0.", slug="keuze", show_in_menus=True))
    practice = PracticeSettings.for_site(Site.objects.get())
    practice.practice_name = "Praktijk 0."
    practice.save()


class Changes:
    """The state that visitors should see, and the ways to change it."""

    def __init__(self) -> None:
        self.state = {"version": 0, "live": True, "parent": PARENTS[0], "menu": 0, "practice": 0}

    def publish(self, number: int) -> None:
        page = self._page()
        page.title = f"Versie {number}."
        page.save_revision().publish()
        self.state |= {"version": number, "live": True}

    def unpublish(self, number: int) -> None:
        self._page().unpublish()
        self.state["live"] = False

    def move(self, number: int) -> None:
        other = next(slug for slug in PARENTS if slug != self.state["parent"])
        self._page().move(Page.objects.get(slug=other), pos="last-child")
        self.state["parent"] = other

    def change_menu(self, number: int) -> None:
        page = StandardPage.objects.get(slug="keuze")
        page.title = f"Keuze {number}."
        page.save_revision().publish()
        self.state["menu"] = number

    def change_settings(self, number: int) -> None:
        practice = PracticeSettings.objects.get()
        practice.practice_name = f"Praktijk {number}."
        practice.save()
        self.state["practice"] = number

    def _page(self) -> StandardPage:
        return StandardPage.objects.get(slug=ABOUT)


def change(times: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    changes = Changes()
    ways = [
        changes.publish,
        changes.unpublish,
        changes.move,
        changes.change_menu,
        changes.change_settings,
    ]
    for number in range(1, times + 1):
        began = time.monotonic()
        chance.choice(ways)(number)
        done = time.monotonic()
        line = {"began": began, "done": done, "state": changes.state}
        sys.stdout.write(json.dumps(line) + "\n")
        # Now and then as long as a change takes here, so that readers of a slow machine are answered in between too.
        time.sleep(chance.choice((0, 0, 0.002, done - began)))
    sys.stdout.flush()
