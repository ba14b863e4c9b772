"""Where a page stands in each language, as far as visitors may know."""

from collections import defaultdict
from datetime import datetime
from typing import Any, Literal

from django.conf import settings
from ninja import Schema
from pydantic import Field
from wagtail.models import Page

from api.access import Access, reachable
from api.documents.links import Language, PageLink
from api.documents.making import Making, Surroundings
from core.families import LINK_FIELDS
from core.remembered import remembered
from seo.alternates import with_default
from translations.alternates import LanguageLink, language_links
from translations.overview.states import Behind, behind_by_language

NAMES = dict(settings.LANGUAGES)
Families = dict[Any, dict[str, Page]]


class TranslationState(Schema):
    """How true a page is to the Dutch it is made from.

    `source`: it is the Dutch. `complete`: it says what the Dutch says. `behind`: `texts_behind` texts of the Dutch
    have changed since `behind_since`; the page shows their last good translation, or nothing. `missing`: not there
    for visitors.
    """

    state: Literal["source", "complete", "behind", "missing"]
    texts_behind: int
    behind_since: datetime | None


class Translation(TranslationState):
    """The page in another language; `page` is null where visitors cannot read it."""

    locale: Language  # type: ignore[valid-type]
    name: str = Field(description="The name of the language, in that language.")
    page: PageLink | None


class LanguageSwitch(Schema):
    """Where the link to another language leads: to the page itself there, or to the nearest page above it that visitors
    can read there, which `not_this_page` of `/site` has words for."""

    name: str = Field(description="The name of the language, in that language.")
    page: PageLink
    is_translation: bool


class Alternate(Schema):
    """For `<link rel="alternate">`; one is `x-default`."""

    hreflang: str
    url: str


class Fallback(Schema):
    """The document is in `locale`, because there is none in the language that was asked for."""

    asked: Language  # type: ignore[valid-type]
    locale: Language  # type: ignore[valid-type]


def languages(making: Making, url: str) -> dict[str, Any]:
    """Where the page stands. One query."""
    page, own = making.page, making.locale.language_code
    switch = language_links(page, making.request)
    links = [link for link in switch if link.is_translation]
    family = {link.code: link.page for link in links}
    if page.live:
        family[own] = page
    key = page.translation_key
    # As the place of the page does, it follows from the state of the content.
    behind = remembered(making.request, ("behind", key), lambda: behind_by_language({key}))
    said = _said([page], {key: family}, behind, making)[page.pk]
    return said | {
        "language_links": [
            {
                "name": link.name,
                "page": making.page_link(link.page),
                "is_translation": link.is_translation,
            }
            for link in switch
        ],
        "alternates": alternates(own, url, links),
    }


def states_of(pages: list[Page], around: Surroundings) -> dict[int, dict[str, Any]]:
    """`translation_state` and `translations` of many pages, by primary key.

    One query for their translations, and one for what is behind.
    """
    keys = {page.translation_key for page in pages}
    found = reachable(Page.objects.all(), Access()).filter(translation_key__in=keys, alias_of=None)
    families: Families = defaultdict(dict)
    for each in found.select_related("locale").only(*LINK_FIELDS):
        families[each.translation_key][each.locale.language_code] = each
    return _said(pages, families, behind_by_language(keys), around)


def _said(
    pages: list[Page],
    families: Families,
    behind: dict[str, dict[Any, Behind]],
    around: Surroundings,
) -> dict[int, dict[str, Any]]:
    """`families` has the pages that visitors may see, by translation key and code of the language."""
    said = {}
    for page in pages:
        family = families[page.translation_key]
        own = page.locale.language_code
        of_page = {
            code: _state(code, family, behind.get(code, {}).get(page.translation_key))
            for code in NAMES
        }
        said[page.pk] = {
            "translation_state": of_page.pop(own),
            "translations": [
                state
                | {"locale": code, "name": NAMES[code], "page": _link(family.get(code), around)}
                for code, state in of_page.items()
            ],
        }
    return said


def _link(page: Page | None, around: Surroundings) -> dict[str, Any] | None:
    return page and around.page_link(page)


def _state(code: str, family: dict[str, Page], behind: Behind | None) -> dict[str, Any]:
    written = family.get(settings.LANGUAGE_CODE)
    texts, since, state = 0, None, "complete"
    if code not in family:
        state = "missing"
    elif code == settings.LANGUAGE_CODE:
        state = "source"
    elif behind is not None:
        is_pending = (
            written is not None
            and written.last_published_at is not None
            and behind.followed_at < written.last_published_at
        )
        if behind.texts or is_pending:
            state, texts, since = "behind", behind.texts, behind.since
    return {"state": state, "texts_behind": texts, "behind_since": since}


def alternates(language: str, url: str, links: list[LanguageLink]) -> list[dict[str, str]]:
    pairs = with_default([(language, url), *((link.code, link.absolute_url) for link in links)])
    return [{"hreflang": code, "url": address} for code, address in pairs]
