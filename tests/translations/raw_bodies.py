"""Where the texts and lists of a body as it is stored are."""

from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from tests.translations.dutch_segments import PARAGRAPH


def leaves_of(block: blocks.Block, holder: Any, key: Any, found: list) -> None:
    value = holder[key]
    if isinstance(block, ImageBlock):
        found.append((value, "alt_text", False))
    elif isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        for child in value:
            child_block = (
                block.child_block
                if isinstance(block, blocks.ListBlock)
                else block.child_blocks[child["type"]]
            )
            leaves_of(child_block, child, "value", found)
    elif isinstance(block, blocks.StructBlock):
        for name, each in block.child_blocks.items():
            leaves_of(each, value, name, found)
    elif isinstance(block, blocks.RichTextBlock):
        if PARAGRAPH.search(value):
            found.append((holder, key, True))
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        found.append((holder, key, False))


def lists_of(block: blocks.Block, value: Any, found: list) -> None:
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        found.append((value, block))
        for child in value:
            child_block = (
                block.child_block
                if isinstance(block, blocks.ListBlock)
                else block.child_blocks[child["type"]]
            )
            lists_of(child_block, child["value"], found)
    elif isinstance(block, blocks.StructBlock) and not isinstance(block, ImageBlock):
        for name, each in block.child_blocks.items():
            lists_of(each, value[name], found)
