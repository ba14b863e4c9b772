"""Walks through the values of a body, whatever its blocks."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock


def walk(value: Any, block: blocks.Block | None = None) -> Iterator[tuple[blocks.Block, Any]]:
    """Yields `(block, value)` for every leaf below a StreamValue, depth first, in reading order.

    A leaf is a block without child blocks: text, rich text, a chooser, a choice. An ImageBlock counts as one leaf,
    since its value is the image itself.
    """
    if isinstance(value, blocks.StreamValue):
        for child in value:
            yield from walk(child.value, child.block)
    elif isinstance(block, ImageBlock):
        yield block, value
    elif isinstance(value, blocks.StructValue):
        for name, child_block in value.block.child_blocks.items():
            yield from walk(value.get(name), child_block)
    elif isinstance(value, blocks.list_block.ListValue):
        for child in value.bound_blocks:
            yield from walk(child.value, child.block)
    elif block is not None:
        yield block, value
