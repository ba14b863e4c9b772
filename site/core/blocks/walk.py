"""Walks through the values of a body, whatever its blocks."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

Leaf = tuple[blocks.Block, Any]
CONTAINERS = (blocks.BaseStructBlock, blocks.BaseStreamBlock, blocks.ListBlock)


def walk(value: Any, kind: Callable[[blocks.Block], bool] | None = None) -> list[Leaf]:
    """`(block, value)` of every leaf below the value of a stream, a struct or a list, depth first, in reading order.

    A leaf is a block without child blocks: text, rich text, a chooser, a choice. An ImageBlock counts as one leaf,
    since its value is the image itself. With a `kind`, nothing is looked at in blocks that are not of it.
    """
    leaves: list[Leaf] = []
    _collect(None, value, leaves, kind)
    return leaves


def _collect(
    block: blocks.Block | None,
    value: Any,
    leaves: list[Leaf],
    kind: Callable[[blocks.Block], bool] | None,
) -> None:
    """A list that grows, and blocks before values: every page walks through its whole body."""
    if block is not None and kind is not None and not kind(block):
        return
    if block is not None and (isinstance(block, ImageBlock) or not isinstance(block, CONTAINERS)):
        leaves.append((block, value))
    elif isinstance(value, blocks.StructValue):
        for name, child_block in value.block.child_blocks.items():
            _collect(child_block, value.get(name), leaves, kind)
    elif isinstance(value, blocks.list_block.ListValue):
        for child in value.bound_blocks:
            _collect(child.block, child.value, leaves, kind)
    elif isinstance(value, blocks.StreamValue):
        for child in value:
            _collect(child.block, child.value, leaves, kind)
    elif block is not None:
        leaves.append((block, value))


def children_of(block: blocks.Block) -> Iterable[blocks.Block]:
    """The blocks that a struct, a stream or a list is made of; none of a leaf."""
    if isinstance(block, ImageBlock):
        return ()
    if isinstance(block, blocks.ListBlock):
        return (block.child_block,)
    return getattr(block, "child_blocks", {}).values()


def leaves(value: Any) -> Iterator[Any]:
    """The values that `walk` gives, one by one, for who need not see them all."""
    if isinstance(value, blocks.StructValue):
        for name, block in value.block.child_blocks.items():
            yield from _leaves(block, value.get(name))
    elif isinstance(value, blocks.list_block.ListValue | blocks.StreamValue):
        for child in getattr(value, "bound_blocks", value):
            yield from _leaves(child.block, child.value)


def _leaves(block: blocks.Block, value: Any) -> Iterator[Any]:
    is_leaf = isinstance(block, ImageBlock) or not isinstance(block, CONTAINERS)
    return iter((value,)) if is_leaf else leaves(value)


def image_ids(body: blocks.StreamValue) -> list[int]:
    """The primary keys of the pictures in a body, in reading order, read from what is stored: no picture is fetched."""
    return [
        pk
        for child in body.raw_data
        if (block := body.stream_block.child_blocks.get(child["type"])) is not None
        for pk in _stored_image_ids(block, child["value"])
    ]


def _stored_image_ids(block: blocks.Block, stored: Any) -> Iterator[int]:
    """Follows a stored value along its block; `ImageBlock` is a struct, so its picture is a chooser's value too."""
    if isinstance(block, ImageChooserBlock):
        if isinstance(stored, int):
            yield stored
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child_block in block.child_blocks.items():
            yield from _stored_image_ids(child_block, (stored or {}).get(name))
    elif isinstance(block, blocks.BaseStreamBlock):
        for child in stored or []:
            if (child_block := block.child_blocks.get(child["type"])) is not None:
                yield from _stored_image_ids(child_block, child["value"])
    elif isinstance(block, blocks.ListBlock):
        for item in stored or []:
            # As wagtail-localize needs them; a plain list is the older way.
            value = item["value"] if isinstance(item, dict) and "type" in item else item
            yield from _stored_image_ids(block.child_block, value)
