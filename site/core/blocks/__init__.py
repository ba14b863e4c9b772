"""Blocks any page may hold, one module per family."""

from typing import Any

from wagtail.blocks import Block

from core.blocks.audio import AudioBlock
from core.blocks.links import CallToActionBlock
from core.blocks.media import CaptionedImageBlock, MapBlock, VideoBlock
from core.blocks.text import (
    HeadingBlock,
    PointsBlock,
    ProseBlock,
    QuestionsBlock,
    QuoteBlock,
    TextBlock,
)

__all__ = [
    "AudioBlock",
    "CallToActionBlock",
    "CaptionedImageBlock",
    "HeadingBlock",
    "MapBlock",
    "PointsBlock",
    "ProseBlock",
    "QuestionsBlock",
    "QuoteBlock",
    "TextBlock",
    "VideoBlock",
    "everywhere_blocks",
]


def everywhere_blocks(group: Any = "") -> list[tuple[str, Block]]:
    """The blocks every page body offers, as `(name, block)` pairs, new instances each time.

    `group` is the heading they stand under in the block chooser.
    """
    return [
        ("text", TextBlock(group=group)),
        ("quote", QuoteBlock(group=group)),
        ("captioned_image", CaptionedImageBlock(group=group)),
        ("video", VideoBlock(group=group)),
        ("map", MapBlock(group=group)),
        ("call_to_action", CallToActionBlock(group=group)),
        ("questions", QuestionsBlock(group=group)),
    ]
