"""Links between pages, resolved for a whole page at once and in its own language.

Wagtail looks each link up when it meets it, and in the language of the request. Here a page collects every link in
its body first, so that rendering costs one query however many links there are.
"""

from collections.abc import Iterable
from contextvars import ContextVar
from html.parser import HTMLParser
from typing import Any

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Locale, Page
from wagtail.rich_text import RichText

from core.blocks.walk import children_of, walk
from core.families import families, leads

# What a link to a page in another language says after its words, by the code of that language.
LANGUAGE_NOTES = {"nl": _("(in Dutch)"), "en": _("(in English)")}
# What stands with one that says its language in a line of its own.
LANGUAGE_LABELS = {"nl": _("In Dutch"), "en": _("In English")}

LONGEST_ID = 18  # digits of what every database takes for a number

_resolved: ContextVar[dict[int, Page | None] | None] = ContextVar(
    "resolved_page_links", default=None
)


def id_written(written: str) -> int:
    """The primary key that rich text names; 0, which nothing has, for what is none."""
    is_id = written.isascii() and written.isdecimal() and len(written) <= LONGEST_ID
    return int(written) if is_id else 0


class _PageLinkIds(HTMLParser):
    """Collects the page ids that rich text in database form links to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[int] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "a" and attributes.get("linktype") == "page":
            self.ids |= {id_written(attributes.get("id") or "")} - {0}


def linked_page_ids(body: blocks.StreamValue) -> set[int]:
    """Ids of all pages that a body's choosers and rich text link to."""
    return page_ids_among(value for _block, value in walk(body, may_link))


def may_link(block: Any) -> bool:
    """Whether a block, or one that it is made of, holds what may lead to a page; found out once for each."""
    known = getattr(block, "_may_link", None)
    if known is None:
        is_one = isinstance(block, blocks.RichTextBlock | blocks.PageChooserBlock)
        known = block._may_link = is_one or any(map(may_link, children_of(block)))
    return known


def page_ids_among(values: Iterable[Any]) -> set[int]:
    """The same of the values of a body that have been walked through already."""
    ids: set[int] = set()
    for value in values:
        if isinstance(value, Page):
            ids.add(value.pk)
        elif isinstance(value, RichText) and 'linktype="page"' in value.source:
            parser = _PageLinkIds()
            parser.feed(value.source)
            ids |= parser.ids
    return ids


def resolve_page_links(page_ids: Iterable[int], locale: Locale) -> dict[int, Page | None]:
    """Maps each id to the live, public page that a link on a page in `locale` leads to. One query.

    That is the page's translation in `locale`; where there is none, the page in the source language or else in any
    other (`foreign_language` tells which); None where it is live nowhere.
    """
    ids = set(page_ids)
    return leads(ids, families(Q(pk__in=ids)), locale) if ids else {}


def foreign_language(page: Page) -> str:
    """The code of a page's language where that is not the reader's, else `""`."""
    code = page.locale.language_code
    return "" if code == get_language() else code


def use_page_links(resolved: dict[int, Page | None]) -> None:
    """Makes the resolved links known to rich text that is rendered after this, in this request."""
    _resolved.set(resolved)


def live_links(page_ids: list[int]) -> list[Page | None]:
    """The pages that links lead to, in the order of `page_ids`; looks up only what was not resolved beforehand."""
    resolved = _resolved.get() or {}
    if unknown := {page_id for page_id in page_ids if page_id not in resolved}:
        resolved = resolved | resolve_page_links(unknown, Locale.get_active())
    return [resolved.get(page_id) for page_id in page_ids]
