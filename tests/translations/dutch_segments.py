"""The segments of a page as the Dutch has them, found without wagtail-localize."""

import json
import re
from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from tests.factories.marked_texts import NUMBER
from treatments.models import TreatmentPage

FIELDS = ("strapline", "introduction", "search_description")


PARAGRAPH = re.compile(r"<(p|li)>(.*?)</\1>")


Segment = tuple[str, str]  # place, text


def dutch_segments(page: TreatmentPage, rich: set[str] | None = None) -> list[Segment]:
    """Every text of the page with its place, in the order of the page; `rich` collects the places of rich text."""
    rich = set() if rich is None else rich
    body = page._meta.get_field("body")
    found = [(name, getattr(page, name)) for name in ("title", *FIELDS)]
    found += _segments(body.stream_block, json.loads(body.value_to_string(page)), "body", rich)
    return [(place, text) for place, text in found if text]


def _segments(block: blocks.Block, value: Any, place: str, rich: set[str]) -> list[Segment]:
    if isinstance(block, ImageBlock):
        return [(f"{place}.alt_text", value["alt_text"])] if value["image"] else []
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        return [
            segment
            for child in value
            for segment in _segments(
                block.child_block
                if isinstance(block, blocks.ListBlock)
                else block.child_blocks[child["type"]],
                child["value"],
                f"{place}.{child['id']}",
                rich,
            )
        ]
    if isinstance(block, blocks.StructBlock):
        return [
            segment
            for name, each in block.child_blocks.items()
            for segment in _segments(each, value.get(name), f"{place}.{name}", rich)
        ]
    if isinstance(block, blocks.RichTextBlock):
        rich.add(place)
        return [(place, text) for _tag, text in PARAGRAPH.findall(value)]
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return [(place, value)]
    return []


def numbers(text: str) -> list[str]:
    return NUMBER.findall(text)
