"""Where a page stands in each language, as far as visitors may know."""

from collections import defaultdict
from datetime import datetime
from typing import Any, Literal

from django.conf import settings
from ninja import Schema
from pydantic import Field
from wagtail.models import Page

from api.documents.links import Language, PageLink
from api.documents.making import Making, Surroundings
from core.visibility import visible
from seo.alternates import with_default
from translations.alternates import LanguageLink, language_links
from translations.overview.states import State, annotate_states

NAMES = dict(settings.LANGUAGES)
SOURCE, MISSING = "source", "missing"
PUBLIC_STATES = {State.COMPLETE: "complete", State.BEHIND: "behind"}


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


class Alternate(Schema):
    """For `<link rel="alternate">`; one is `x-default`."""

    hreflang: str
    url: str


class Fallback(Schema):
    """The document is in `locale`, because there is none in the language that was asked for."""

    asked: Language  # type: ignore[valid-type]
    locale: Language  # type: ignore[valid-type]


def languages(making: Making, url: str) -> dict[str, Any]:
    """Where the page stands. One query for each language that pages are translated into."""
    page = making.page
    links = [link for link in language_links(page, making.request) if link.is_translation]
    live = {link.code: making.page_link(link.page) for link in links}
    own = making.locale.language_code
    said = _said(own, _states([page], making)[page.pk], live)
    return said | {"alternates": alternates(own, url, links)}


def states_of(pages: list[Page], around: Surroundings) -> dict[int, dict[str, Any]]:
    """`translation_state` and `translations` of many pages, by primary key.

    One query for their translations, and one for each language that pages are translated into.
    """
    keys = {page.translation_key for page in pages}
    family = visible(Page.objects).filter(translation_key__in=keys, alias_of=None)
    live: dict[Any, dict[str, Any]] = defaultdict(dict)
    for each in family.select_related("locale", "content_type"):
        live[each.translation_key][each.locale.language_code] = around.page_link(each)
    states = _states(pages, around)
    return {
        page.pk: _said(page.locale.language_code, states[page.pk], live[page.translation_key])
        for page in pages
    }


def _said(own: str, states: dict[str, Any], live: dict[str, Any]) -> dict[str, Any]:
    return {
        "translation_state": states[own],
        "translations": [
            (state if code in live else _state(None, MISSING))
            | {"locale": code, "name": NAMES[code], "page": live.get(code)}
            for code, state in states.items()
            if code != own
        ],
    }


def _states(pages: list[Page], around: Surroundings) -> dict[int, dict[str, Any]]:
    """For each page, by primary key, its state in each language, by code."""
    states: dict[int, dict[str, Any]] = {
        page.pk: {settings.LANGUAGE_CODE: _state(None, SOURCE)} for page in pages
    }
    for code, locale in around.locales.items():
        if locale == around.source:
            continue
        found = Page.objects.filter(pk__in=states).order_by()
        rows = annotate_states(found, locale, around.source).values_list(
            "pk", "translation_state", "texts_behind", "behind_since"
        )
        by_pk = {row[0]: row[1:] for row in rows}
        for pk, of_page in states.items():
            row = by_pk.get(pk)
            state = PUBLIC_STATES.get(row[0], MISSING) if row else MISSING
            of_page[code] = _state(row if state == "behind" else None, state)
    return states


def alternates(language: str, url: str, links: list[LanguageLink]) -> list[dict[str, str]]:
    pairs = with_default([(language, url), *((link.code, link.absolute_url) for link in links)])
    return [{"hreflang": code, "url": address} for code, address in pairs]


def _state(row: tuple[Any, ...] | None, state: str) -> dict[str, Any]:
    return {
        "state": state,
        "texts_behind": row[1] if row else 0,
        "behind_since": row[2] if row else None,
    }
