"""Which pages stand in which part.

A page's primary key decides, so that no page moves from one part to another when others come and go.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Max
from wagtail.models import Page
from wagtail.query import PageQuerySet

from seo.listed import listed_pages

PART = 100  # primary keys: so many pages at most share a part


@dataclass(frozen=True, order=True)
class Part:
    """`language` is a code; `changed` is the last publication of any of its pages, where that is known."""

    language: str
    number: int
    changed: datetime | None = None


class Listed(NamedTuple):
    """A page of a part; `path` is its place below the root of the tree, `changed` its last publication."""

    pk: int
    translation_key: UUID
    path: str
    changed: datetime | None
    model: type[Page]


def parts_of(home: Page) -> list[Part]:
    """The parts of a language that have pages in them."""
    numbered = listed_pages(home).order_by().annotate(part=F("pk") / PART)
    rows = numbered.values_list("part").annotate(changed=Max("last_published_at")).order_by("part")
    return [Part(home.locale.language_code, number, changed) for number, changed in rows]


def pages_of(home: Page, number: int) -> list[Listed]:
    """The pages of one part, in the order of their primary keys."""
    first = number * PART
    return listed(listed_pages(home).filter(pk__gte=first, pk__lt=first + PART).order_by("pk"))


def listed(pages: PageQuerySet) -> list[Listed]:
    """What a sitemap needs of pages, in one query that makes no page objects."""
    return [
        Listed(
            pk, key, path, changed, ContentType.objects.get_for_id(type_id).model_class() or Page
        )
        for pk, key, path, changed, type_id in pages.values_list(
            "pk", "translation_key", "url_path", "last_published_at", "content_type"
        )
    ]
