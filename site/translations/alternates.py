"""A page in the other languages."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from core.page_links import LINK_FIELDS
from core.visibility import visible

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


def language_links(page: Page, request: HttpRequest | None = None) -> list[LanguageLink]:
    """Links to every other language that has a live page for `page` or for one above it.

    Below a home page that is not live nothing can be reached, and an alias is no translation: it repeats the Dutch.
    Costs two queries; the result is kept on the page object.
    """
    if not hasattr(page, "_language_links"):
        page._language_links = _language_links(page, request)
    return page._language_links


def lineage(page: Page) -> list[Page]:
    """The page and those above it up to its home page, the nearest first; one query per page object."""
    if not hasattr(page, "_lineage"):
        above = page.get_ancestors().filter(depth__gt=1).order_by("-depth").only(*OWN_FIELDS)
        page._lineage = [page, *(above if page.depth > 2 else [])]
        for ancestor in page._lineage:
            ancestor.locale = page.locale
    return page._lineage


def _language_links(page: Page, request: HttpRequest | None) -> list[LanguageLink]:
    nearest_first = lineage(page)
    candidates: dict[tuple[object, str], Page] = {
        (candidate.translation_key, candidate.locale.language_code): candidate
        for candidate in visible(Page.objects)
        .filter(translation_key__in=[ancestor.translation_key for ancestor in nearest_first])
        .exclude(locale_id=page.locale_id)
        .filter(alias_of=None)
        .select_related("locale")
        .only(*LINK_FIELDS)
    }
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
