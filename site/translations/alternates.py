"""A page in the other languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from core.models.pages import HOME_DEPTH
from core.page_links import LINK_FIELDS, families

# Of pages whose language is known.
OWN_FIELDS = [name for name in LINK_FIELDS if not name.startswith("locale__")] + ["locale"]


@dataclass(frozen=True)
class LanguageLink:
    """Where the language switch leads for one language.

    `is_translation` is False where the page itself is not live in that language and the link leads to the nearest live
    page above it; `title` is the title of the page it leads to.
    """

    code: str
    name: str
    url: str
    absolute_url: str
    title: str
    is_translation: bool
    page: Page


class Family(NamedTuple):
    """A page and those above it up to its home page, the nearest first; and all of these in the other languages.

    `translations` has those that visitors may see, by translation key and code of the language. An alias is none: it
    repeats the Dutch.
    """

    lineage: list[Page]
    translations: dict[tuple[object, str], Page]


def language_links(page: Page, request: HttpRequest | None = None) -> list[LanguageLink]:
    """Links to every other language that has a live page for `page` or for one above it.

    Below a home page that is not live nothing can be reached. Kept on the page object; costs what `family_of` does.
    """
    if not hasattr(page, "_language_links"):
        page._language_links = _language_links(page, request)
    return page._language_links


def lineage(page: Page) -> list[Page]:
    """The page and those above it up to its home page, the nearest first."""
    return family_of(page).lineage


def family_of(page: Page) -> Family:
    """One query for each page object."""
    if not hasattr(page, "_family"):
        page._family = family_among(page, families(with_those_above(page)))
    return page._family


def with_those_above(page: Page) -> Q:
    """The condition of a page and of those above it up to its home page."""
    path, step = page.path or "", Page.steplen
    return Q(path__in=[path[:end] for end in range(HOME_DEPTH * step, len(path) + 1, step)])


def family_among(page: Page, pages: Iterable[Page]) -> Family:
    """The family of a page, out of what `families` found for those above it and perhaps for others."""
    ancestors, translations = [], {}
    for each in pages:
        if each.locale_id != page.locale_id:
            if each.is_shown and each.alias_of_id is None:
                translations[each.translation_key, each.locale.language_code] = each
        elif len(each.path) < len(page.path) and page.path.startswith(each.path):
            each.locale = page.locale
            ancestors.append(each)
    return Family([page, *sorted(ancestors, key=lambda each: -each.depth)], translations)


def _language_links(page: Page, request: HttpRequest | None) -> list[LanguageLink]:
    nearest_first, candidates = family_of(page)
    links = []
    home = nearest_first[-1]
    for code, name in settings.LANGUAGES:
        if (home.translation_key, code) not in candidates:
            continue
        for ancestor in nearest_first:
            target = candidates.get((ancestor.translation_key, code))
            if target is not None:
                links.append(
                    LanguageLink(
                        code=code,
                        name=name,
                        url=target.get_url(request) or "",
                        absolute_url=target.get_full_url(request) or "",
                        title=target.title,
                        is_translation=ancestor.pk == page.pk,
                        page=target,
                    )
                )
                break
    return links


def home_language_links(request: HttpRequest, home: Page | None) -> list[LanguageLink]:
    """Links to the other languages' home pages, for an answer that is no page, such as a 404."""
    if home is None:
        return []
    return [link for link in language_links(home, request) if link.is_translation]
