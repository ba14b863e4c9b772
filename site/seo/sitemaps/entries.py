"""What a sitemap says of each page of a part. The number of queries is the same however many pages there are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import translation
from wagtail.models import Page

from seo.alternates import with_default
from seo.listed import listed_pages
from seo.sitemaps.parts import Listed, listed, pages_of
from seo.sitemaps.pictures import pictures_of


@dataclass(frozen=True)
class Entry:
    """One address; `alternates` are pairs of a language code and an address, itself included. All absolute."""

    location: str
    changed: datetime | None = None
    alternates: list[tuple[str, str]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)


def entries_of(home: Page, homes: Iterable[Page], number: int, request: HttpRequest) -> list[Entry]:
    """The entries of a part; a page type with a `get_sitemap_urls` of its own says more than its own address.

    That gives a list of dicts with `location` and `lastmod` as Wagtail's does, and may have `alternates` and `images`
    as `Entry` has them.
    """
    pages = pages_of(home, number)
    translations = _translations(pages, homes, request)
    by_type: dict[type[Page], list[int]] = defaultdict(list)
    for page in pages:
        by_type[page.model].append(page.pk)
    pictures = pictures_of(by_type, home.get_site().root_url)
    plain = {}
    for page in pages:
        alternates = translations[page.translation_key]
        location = dict(alternates).get(home.locale.language_code)
        if location is None:
            continue  # it went while we looked
        plain[page.pk] = Entry(
            location,
            page.changed,
            with_default(alternates),
            pictures.get(page.pk, []),
        )
    entries = []
    for model, pks in by_type.items():
        if model.get_sitemap_urls is Page.get_sitemap_urls:
            entries += [plain[pk] for pk in pks if pk in plain]
            continue
        for page in model.objects.filter(pk__in=[pk for pk in pks if pk in plain]):
            page.locale = home.locale
            with translation.override(home.locale.language_code):
                said = page.get_sitemap_urls(request)
            entries += [_entry(url, plain[page.pk]) for url in said]
    return entries


def _translations(
    pages: list[Listed], homes: Iterable[Page], request: HttpRequest
) -> dict[UUID, list[tuple[str, str]]]:
    """Code and address in every language that a search engine may list the pages in, by translation key.

    An address is that of the home page with what stands below it in the tree: no address is looked up page by page.
    """
    keys = [page.translation_key for page in pages]
    found: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    for home in homes:
        start, cut = home.get_full_url(request) or "", len(home.url_path)
        for page in listed(listed_pages(home).filter(translation_key__in=keys)):
            found[page.translation_key].append((home.locale.language_code, start + page.path[cut:]))
    return found


def _entry(url: dict[str, Any], plain: Entry) -> Entry:
    """What a page says of one address; what it leaves out of its own is taken from `plain`."""
    own = plain if url["location"] == plain.location else Entry(url["location"])
    return replace(
        own,
        changed=url.get("lastmod") or own.changed,
        alternates=with_default(url["alternates"]) if "alternates" in url else own.alternates,
        images=url.get("images", own.images),
    )
