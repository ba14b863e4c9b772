"""Every block of every page type, found by walking through the bodies."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import camel_case_to_spaces, slugify
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import get_page_models

from patterns.content import Sample, value_of
from patterns.pattern import Pattern
from patterns.stand_ins import shell, treatment
from treatments.models import TreatmentPage

# What a block that only stands inside another needs around it: an element and its class.
PARENTS = {
    "ResponseBlock": ("div", "responses"),
    "QuestionBlock": ("div", "questions"),
    "ReasonGroupBlock": ("div", "reason-groups"),
}


def block_patterns() -> list[Pattern]:
    """Each block once for a treatment page, whose sections are layers, and once for all other pages."""
    found: dict[str, Pattern] = {}
    for model in get_page_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                for name, block in field.stream_block.child_blocks.items():
                    layer = name if model is TreatmentPage else ""
                    inside = (_pattern(inner, nested=True) for inner in _below(block))
                    for pattern in (_pattern(block, layer), *inside):
                        found.setdefault(pattern.name, pattern)
    return sorted(found.values(), key=lambda pattern: pattern.name)


def _below(block: blocks.Block) -> Iterator[blocks.Block]:
    """Every block of ours inside this one."""
    children = list(getattr(block, "child_blocks", {}).values())
    if isinstance(block, blocks.ListBlock):
        children.append(block.child_block)
    for child in children:
        if not isinstance(child, ImageBlock):
            if not type(child).__module__.startswith("wagtail."):
                yield child
            yield from _below(child)


def _pattern(block: blocks.Block, layer: str = "", nested: bool = False) -> Pattern:
    code = type(block).__name__
    name = slugify(camel_case_to_spaces(code.removesuffix("Block")))
    name += "-in-a-layer" if layer else ""

    def context(sample: Sample) -> dict[str, Any]:
        return shell(sample) | {
            "page": treatment(sample),
            "bound": block.bind(value_of(block, sample)),
            "block_id": f"p-{name}",
            "layer": layer,
            "nested": nested,
            "parent": PARENTS.get(code),
        }

    return Pattern(
        name=name,
        label=block.meta.label,
        code=code,
        template=block.meta.template,
        frame="patterns/block.html",
        context=context,
    )
