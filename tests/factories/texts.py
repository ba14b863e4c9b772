"""The words of a body."""

from typing import Any

from django.utils.html import escape, strip_tags
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from core.blocks.walk import walk

TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)


def texts_of(body: Any) -> list[str]:
    """Every text in a body as the translation editor writes it: no tags, HTML escaped."""
    texts = []
    for block, value in walk(body):
        if isinstance(block, ImageBlock):
            texts.append(escape(value.contextual_alt_text))
        elif isinstance(block, blocks.RichTextBlock):
            texts.append(strip_tags(value.source))
        elif isinstance(block, TEXT_BLOCKS):
            texts.append(escape(value))
    return [text.replace("&#x27;", "'").replace("&quot;", '"') for text in texts if text]
