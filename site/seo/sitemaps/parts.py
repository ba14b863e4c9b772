"""Which pages stand in which part.

A page's primary key decides, so that no page moves from one part to another when others come and go.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Max
from wagtail.models import Page

from seo.listed import listed_pages

PART = 100  # primary keys; more pages than that do not share a part


@dataclass(frozen=True, order=True)
class Part:
    """`language` is a code; `changed` is the last publication of any of its pages, where that is known."""

    language: str
    number: int
    changed: datetime | None = None


def parts_of(home: Page) -> list[Part]:
    """The parts of a language that have pages in them."""
    numbered = listed_pages(home).order_by().annotate(part=F("pk") / PART)
    rows = numbered.values_list("part").annotate(changed=Max("last_published_at")).order_by("part")
    return [Part(home.locale.language_code, number, changed) for number, changed in rows]


def pages_of(home: Page, number: int) -> list[Page]:
    """The pages of one part, in the order of their primary keys."""
    first = number * PART
    pages = listed_pages(home).filter(pk__gte=first, pk__lt=first + PART)
    return list(pages.select_related("locale").order_by("pk"))
