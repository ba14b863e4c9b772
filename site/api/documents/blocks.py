"""Blocks as typed values: the schema and the representation of a block both come from its definition.

A new block needs nothing here. What its template shows besides its own fields is an `Extra`, in `extras.py`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from django.utils.functional import Promise
from ninja import Schema
from pydantic import Field, create_model
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from api.documents.extras import EXTRAS, Extra
from api.documents.files import Document, document
from api.documents.images import Image, image
from api.documents.links import Link
from api.documents.making import Making
from api.documents.rich_text import RichText, rich_text
from core.renditions import Place

Represent = Callable[[Any, Making], Any]


@dataclass(frozen=True)
class Shape:
    """A block's type for the schema, and what makes a value of that type."""

    type: Any
    represent: Represent


class NoShapeError(TypeError):
    """A kind of block that this module does not know yet: give it a line in `_leaf`."""


def stream_shape(block: blocks.BaseStreamBlock, name: str) -> Shape:
    """A list of the blocks of a stream, each `{"id", "type", "value"}`; `name` is for the schema."""
    items: dict[str, tuple[Any, Represent]] = {}
    for child_name, child in block.child_blocks.items():
        shape = shape_of(child, f"{name}{_pascal(child_name)}")
        items[child_name] = (_item_type(child_name, child, shape), shape.represent)

    def represent(value: Any, making: Making) -> list[dict[str, Any]]:
        return [
            {
                "id": child.id,
                "type": child.block_type,
                "value": items[child.block_type][1](child.value, making),
            }
            for child in value or []
            if child.block_type in items
        ]

    types = tuple(type_ for type_, _represent in items.values())
    if not types:
        raise NoShapeError(f"{name} is a stream without blocks")
    union: Any = types[0]
    if len(types) > 1:
        union = Annotated[reduce(or_, types), Field(discriminator="type")]
    return Shape(list[union], represent)


def shape_of(block: blocks.Block, name: str) -> Shape:
    """The shape of any block; raises `NoShapeError` for a kind that is not known."""
    if isinstance(block, ImageBlock | ImageChooserBlock):
        return Shape(Image | None, _image)
    if isinstance(block, blocks.BaseStreamBlock):
        return stream_shape(block, name)
    if isinstance(block, blocks.BaseStructBlock):
        return _struct(block, name)
    if isinstance(block, blocks.ListBlock):
        item = shape_of(block.child_block, f"{name}Item")
        return Shape(
            list[item.type],  # type: ignore[name-defined]
            lambda value, making: [item.represent(each, making) for each in value or []],
        )
    return _leaf(block)


_models: dict[str, tuple[Any, Any]] = {}


def _model(name: str, what: Any, fields: dict[str, Any], description: str) -> Any:
    """One model for each name; a second block that wants the name must be the same one."""
    known = _models.get(name)
    if known is not None:
        if known[0] != what:
            raise NoShapeError(f"Two blocks would be called {name} in the schema: rename one")
        return known[1]
    model = create_model(name, __base__=Schema, __doc__=description, **fields)
    _models[name] = (what, model)
    return model


def _item_type(name: str, child: blocks.Block, shape: Shape) -> Any:
    what = type(child) if isinstance(child, blocks.BaseStructBlock) else str(shape.type)
    fields = {
        "id": (str, Field(description="The same in every language: the anchor is `s-` and this.")),
        "type": (Literal[name], ...),
        "value": (shape.type, ...),
    }
    return _model(f"{_pascal(name)}Block", what, fields, str(child.label))


def _struct(block: blocks.BaseStructBlock, name: str) -> Shape:
    is_anonymous = type(block) is blocks.StructBlock
    model_name = f"{name}Value" if is_anonymous else f"{_stem(type(block).__name__)}Value"
    children = {
        child_name: shape_of(
            child, f"{_stem(model_name.removesuffix('Value'))}{_pascal(child_name)}"
        )
        for child_name, child in block.child_blocks.items()
    }
    extras: dict[str, Extra] = {}
    for ancestor in reversed(type(block).__mro__):
        extras |= EXTRAS.get(ancestor, {})
    fields: dict[str, Any] = {
        child_name: (shape.type, Field(description=_described(block.child_blocks[child_name])))
        for child_name, shape in children.items()
    }
    fields |= {
        extra_name: (extra.type, Field(description=extra.description))
        for extra_name, extra in extras.items()
    }
    own = [
        (child_name, shape.represent)
        for child_name, shape in children.items()
        if child_name not in extras
    ]

    def represent(value: Any, making: Making) -> dict[str, Any]:
        made = {child_name: make(value.get(child_name), making) for child_name, make in own}
        for extra_name, extra in extras.items():
            made[extra_name] = extra.make(value, making)
        return made

    what = name if is_anonymous else type(block)
    return Shape(_model(model_name, what, fields, type(block).__doc__ or ""), represent)


def _leaf(block: blocks.Block) -> Shape:
    if isinstance(block, blocks.RichTextBlock):
        return Shape(RichText, _rich_text)
    if isinstance(block, blocks.PageChooserBlock):
        return Shape(Link | None, _page)
    if isinstance(block, DocumentChooserBlock):
        return Shape(Document | None, lambda value, making: document(value))
    if isinstance(block, blocks.MultipleChoiceBlock):
        return Shape(list[_choices(block)], lambda value, making: list(value or []))  # type: ignore[misc]
    if isinstance(block, blocks.ChoiceBlock):
        return Shape(_choices(block), _text)
    if isinstance(block, EmbedBlock):
        return Shape(str, lambda value, making: value.url if value else "")
    for kind, shape in _SIMPLE.items():
        if isinstance(block, kind):
            return shape
    raise NoShapeError(f"{type(block).__name__} has no shape yet")


def _text(value: Any, making: Making) -> str:
    return str(value) if value is not None else ""


def _same(value: Any, making: Making) -> Any:
    return value


_SIMPLE: dict[type[blocks.Block], Shape] = {
    blocks.BooleanBlock: Shape(bool, lambda value, making: bool(value)),
    blocks.IntegerBlock: Shape(int | None, _same),
    blocks.FloatBlock: Shape(float | None, _same),
    blocks.DecimalBlock: Shape(
        str | None, lambda value, making: None if value is None else str(Decimal(value))
    ),
    blocks.DateTimeBlock: Shape(datetime.datetime | None, _same),
    blocks.DateBlock: Shape(datetime.date | None, _same),
    blocks.TimeBlock: Shape(datetime.time | None, _same),
    blocks.CharBlock: Shape(str, _text),
    blocks.TextBlock: Shape(str, _text),
    blocks.URLBlock: Shape(str, _text),
    blocks.EmailBlock: Shape(str, _text),
    blocks.RegexBlock: Shape(str, _text),
}


def _rich_text(value: Any, making: Making) -> dict[str, Any]:
    return rich_text(value.source if value else "", making.links)


def _page(value: Any, making: Making) -> dict[str, Any] | None:
    return making.links.to_page(making.links.page(value.pk if value else None))


def _image(value: Any, making: Making) -> dict[str, Any] | None:
    if value is None:
        return None
    # An ImageChooserBlock has no words of its own for the picture.
    alt = getattr(value, "contextual_alt_text", "")
    return image(value, Place.BODY, alt, bool(getattr(value, "decorative", False)))


def _choices(block: Any) -> Any:
    values = []
    for value, label in block.field.choices:
        values += [each for each, _label in label] if isinstance(label, list | tuple) else [value]
    is_one = not isinstance(block, blocks.MultipleChoiceBlock)  # of several, none is an empty list
    if is_one and not block.required and "" not in values:
        values.append("")
    return Literal[tuple(values)]


def _described(block: blocks.Block) -> str:
    label = block.label
    return str(label) if isinstance(label, str | Promise) else ""


def _pascal(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def _stem(name: str) -> str:
    return name.removesuffix("Block")
