"""Where a page stands in each language, as far as visitors may know."""

from datetime import datetime
from typing import Any, Literal

from django.conf import settings
from ninja import Schema
from wagtail.models import Locale, Page

from api.documents.links import Language, PageLink
from api.documents.making import Making
from seo.alternates import with_default
from translations.alternates import LanguageLink, language_links
from translations.overview.states import State, annotate_states

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
    page, own = making.page, making.locale.language_code
    states = {settings.LANGUAGE_CODE: _state(None, SOURCE)}
    for locale in making.locales.values():
        if locale.language_code != settings.LANGUAGE_CODE:
            states[locale.language_code] = _state_in(page, locale, making)
    links = [link for link in language_links(page, making.request) if link.is_translation]
    live = {link.code: making.page_link(link.page) for link in links}
    return {
        "locale": own,
        "translation_state": states[own],
        "translations": [
            (state if code in live else _state(None, MISSING))
            | {"locale": code, "page": live.get(code)}
            for code, state in states.items()
            if code != own
        ],
        "alternates": alternates(own, url, links),
    }


def alternates(language: str, url: str, links: list[LanguageLink]) -> list[dict[str, str]]:
    pairs = with_default([(language, url), *((link.code, link.absolute_url) for link in links)])
    return [{"hreflang": code, "url": address} for code, address in pairs]


def _state_in(page: Page, locale: Locale, making: Making) -> dict[str, Any]:
    source = making.locales[settings.LANGUAGE_CODE]
    row = (
        annotate_states(Page.objects.filter(pk=page.pk).order_by(), locale, source)
        .values_list("translation_state", "texts_behind", "behind_since")
        .first()
    )
    state = PUBLIC_STATES.get(row[0], MISSING) if row else MISSING
    return _state(row if state == "behind" else None, state)


def _state(row: tuple[Any, ...] | None, state: str) -> dict[str, Any]:
    return {
        "state": state,
        "texts_behind": row[1] if row else 0,
        "behind_since": row[2] if row else None,
    }
