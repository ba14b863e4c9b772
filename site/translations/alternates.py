"""A page in the other languages."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from core.families import family_of, place_in_tree
from core.remembered import remembered
from core.sites import host_of


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


def language_links(page: Page, request: HttpRequest | None = None) -> list[LanguageLink]:
    """Links to every other language that has a live page for `page` or for one above it.

    Below a home page that is not live nothing can be reached. Kept while the content is the same; costs what
    `family_of` does.
    """
    if not hasattr(page, "_language_links"):
        if page.pk and request is not None:
            key = ("language links", host_of(request), *place_in_tree(page))
            links = remembered(request, key, lambda: _language_links(page, request))
        else:
            links = _language_links(page, request)
        page._language_links = links
    return page._language_links


def _language_links(page: Page, request: HttpRequest | None) -> list[LanguageLink]:
    nearest_first, candidates = family_of(page, request)
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
