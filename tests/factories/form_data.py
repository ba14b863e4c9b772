"""What a browser posts for a StreamField, from any block and value."""

from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock
from wagtail.test.utils.form_data import rich_text


def block_form_data(prefix: str, block: blocks.Block, value: Any) -> dict[str, Any]:
    """The POST fields below `prefix` for a block with this (normalised) value."""
    if isinstance(block, ImageBlock):
        return {
            f"{prefix}-image": value.pk,
            f"{prefix}-alt_text": value.contextual_alt_text,
        }
    if isinstance(block, blocks.StreamBlock):
        data = {f"{prefix}-count": len(value)}
        for index, child in enumerate(value):
            data |= _child(f"{prefix}-{index}", index) | {
                f"{prefix}-{index}-type": child.block_type
            }
            data |= block_form_data(f"{prefix}-{index}-value", child.block, child.value)
        return data
    if isinstance(block, blocks.ListBlock):
        data = {f"{prefix}-count": len(value)}
        for index, item in enumerate(value):
            data |= _child(f"{prefix}-{index}", index)
            data |= block_form_data(f"{prefix}-{index}-value", block.child_block, item)
        return data
    if isinstance(block, blocks.StructBlock):
        data = {}
        for name, child_block in block.child_blocks.items():
            data |= block_form_data(f"{prefix}-{name}", child_block, value.get(name))
        return data
    if isinstance(block, blocks.RichTextBlock):
        return {prefix: rich_text(str(value.source), features=block.features)}
    if isinstance(block, blocks.ChooserBlock):
        return {prefix: value.pk if value else ""}
    return {prefix: "" if value is None else str(value)}


def _child(prefix: str, order: int) -> dict[str, Any]:
    return {f"{prefix}-deleted": "", f"{prefix}-order": order, f"{prefix}-id": ""}
