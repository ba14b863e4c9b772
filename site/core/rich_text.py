"""How rich text is turned into HTML."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from core.page_links import LANGUAGE_NOTES, foreign_language, id_written, live_links

_FOREIGN_LINK = re.compile(r'(<a href="[^"]*" hreflang="([\w-]+)">)(.*?)(</a>)', re.DOTALL)


class LocalePageLinkHandler(PageLinkHandler):
    """Links to the page in the reader's own language.

    One that is live in another language only carries `hreflang`; one that is live nowhere leaves plain words.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        pages = live_links([id_written(str(attrs.get("id", ""))) for attrs in attrs_list])
        return [_opening_tag(page) for page in pages]


def _opening_tag(page: Page | None) -> str:
    if page is None:
        return "<a>"
    language = foreign_language(page)
    hreflang = f' hreflang="{escape(language)}"' if language else ""
    return f'<a href="{escape(page.url)}"{hreflang}>'


def with_language_notes(html: str) -> SafeString:
    """Expanded rich text in which every link to a page in another language says so after its words.

    A link handler writes the opening tag only, so this is done once the links are expanded: by the template
    `wagtailcore/shared/richtext.html`, through which Wagtail renders all rich text, and by whoever calls
    `expand_db_html` without it.
    """
    return mark_safe(_FOREIGN_LINK.sub(_with_note, html))  # noqa: S308 (as safe as it was)


def _with_note(link: re.Match[str]) -> str:
    opening, language, words, closing = link.groups()
    return f"{opening}{words} {LANGUAGE_NOTES[language]}{closing}"
