"""What is searched on a page: its title, its headings, and everything else that it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.search.index import SearchField

from core.blocks.walk import walk
from search.words import normalised

# What the parts of a block that head others are called; `reasons_heading` is one too.
HEADINGS = ("heading", "title", "question", "name")
RICH_TEXT_HEADING = re.compile(r"<h[2-6][^>]*>(.*?)</h[2-6]>", re.DOTALL)


@dataclass
class PageTexts:
    """`texts` are all there are besides the title, in reading order; `headings` weigh more, and are among them."""

    title: str
    texts: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)

    def add(self, text: str, is_heading: bool) -> None:
        plain = " ".join(normalised(text).replace("\0", "").split())
        if plain:
            self.texts.append(plain)
            if is_heading:
                self.headings.append(plain)


def page_texts(page: Page) -> PageTexts:
    """Reads the search fields of a specific page; a field of a page type is one by its `search_fields`."""
    found = PageTexts(normalised(page.title))
    for search_field in type(page).get_search_fields():
        if not isinstance(search_field, SearchField) or search_field.field_name == "title":
            continue
        stored = getattr(page, search_field.field_name, None)
        if isinstance(stored, blocks.StreamValue):
            for block, value in walk(stored):
                for text in _texts_of(block, value):
                    found.add(text, is_heading=_is_heading(block))
                if isinstance(value, RichText):
                    found.headings += _headings_in(value)
        else:
            value = search_field.get_value(page)
            for text in value if isinstance(value, list) else [value]:
                found.add(str(text or ""), is_heading=True)  # a lead, an introduction
    return found


def _texts_of(block: blocks.Block, value: object) -> list[str]:
    """The words of a part; a choice out of a list is a setting, and its label stands on no page."""
    is_choice = isinstance(block, blocks.field_block.BaseChoiceBlock)
    return [] if value is None or is_choice else block.get_searchable_content(value)


def _is_heading(block: blocks.Block) -> bool:
    return block.name in HEADINGS or block.name.endswith("_heading")


def _headings_in(value: RichText) -> Iterator[str]:
    for heading in RICH_TEXT_HEADING.findall(value.source):
        yield normalised(unescape(strip_tags(heading))).replace("\0", "")
