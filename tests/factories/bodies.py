"""Bodies of pages, made of the blocks themselves."""

from typing import Any

from core.models import BasePage


def body_of_every_block(model: type[BasePage]) -> list[tuple[str, Any]]:
    """A body with each block the type offers, holding what the block chooser previews."""
    if not hasattr(model, "body"):
        return []
    return [
        (name, block.normalize(block.get_preview_value()))
        for name, block in model._meta.get_field("body").stream_block.child_blocks.items()
    ]
