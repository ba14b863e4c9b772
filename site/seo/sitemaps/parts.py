"""Which pages stand in which part.

A page's primary key decides, so that no page moves from one part to another when others come and go.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Max
from django.http import HttpRequest
from django.utils.translation import override
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet

from seo.listed import listed_pages

PART = 100  # primary keys: so many pages at most share a part


@dataclass(frozen=True, order=True)
class Part:
    """`language` is a code; `changed` is the latest change of anything in it, where that is known."""

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


def parts_of(home: Page, request: HttpRequest) -> list[Part]:
    """The parts of a language that have pages in them.

    What a page lists beside itself, as a blog does, may have changed after any page of its part.
    """
    numbered = listed_pages(home).order_by().annotate(part=F("pk") / PART)
    rows = numbered.values_list("part").annotate(changed=Max("last_published_at")).order_by("part")
    moments = {number: [changed] for number, changed in rows}
    for model in models_with_lists():
        for page in model.objects.filter(pk__in=listed_pages(home).type(model).values("pk")):
            page.locale = home.locale
            with override(home.locale.language_code):
                said = page.get_sitemap_urls(request)
            moments[page.pk // PART] += [url.get("lastmod") for url in said]
    return [
        Part(home.locale.language_code, number, max(filter(None, changed), default=None))
        for number, changed in moments.items()
    ]


def models_with_lists() -> list[type[Page]]:
    """The types of pages that say more than their own address."""
    return [
        model for model in get_page_models() if model.get_sitemap_urls is not Page.get_sitemap_urls
    ]


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
