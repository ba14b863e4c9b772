"""How rich text is turned into HTML."""

import re
from functools import lru_cache

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

from core.page_links import LANGUAGE_NOTES

KEPT_TEXTS = 2_000  # of a thousand characters each, more or less
_FOREIGN_LINK = re.compile(r'(<a href="[^"]*" hreflang="([\w-]+)">)(.*?)(</a>)', re.DOTALL)


def html_of(source: str) -> SafeString:
    """The HTML of rich text as it is stored, with the links of the page that it stands on."""
    if "linktype=" in source or "<embed" in source:  # these lead to what may change
        return with_language_notes(expand_db_html(source))
    return with_language_notes(_html_by_itself(source))


@lru_cache(KEPT_TEXTS)
def _html_by_itself(source: str) -> str:
    return expand_db_html(source)


@lru_cache(KEPT_TEXTS)
def says_something(html: str) -> bool:
    """Whether there is any text beside the tags."""
    return bool(strip_tags(html).strip())


def with_language_notes(html: str) -> SafeString:
    """Expanded rich text in which every link to a page in another language says so after its words.

    A link handler writes the opening tag only, so this is done once the links are expanded: by the template
    `wagtailcore/shared/richtext.html`, through which Wagtail renders rich text, and by whoever calls `expand_db_html`
    without it.
    """
    if " hreflang=" not in html:
        return mark_safe(html)  # noqa: S308 (as safe as it was)
    return mark_safe(_FOREIGN_LINK.sub(_with_note, html))  # noqa: S308 (as safe as it was)


def _with_note(link: re.Match[str]) -> str:
    opening, language, words, closing = link.groups()
    return f"{opening}{words} {LANGUAGE_NOTES[language]}{closing}"
