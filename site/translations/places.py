"""Where on a page a segment stands, in the words of the editing form, and what its text must satisfy there."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.models import TranslationSource
from wagtail_localize.strings import StringValue


@dataclass(frozen=True)
class Place:
    """`labels` lead from the page to the text; `field` is the model or form field that holds the whole of it."""

    labels: tuple[str, ...] = ()
    field: Any = None

    def __str__(self) -> str:
        return " › ".join(label for label in self.labels if label)

    @property
    def max_length(self) -> int | None:
        return getattr(self.field, "max_length", None)

    def check(self, text: str) -> None:
        """Raises ValidationError when a text is too long, or not what the field takes."""
        if self.field is not None:
            self.field.run_validators(StringValue(text).render_text())


class Places:
    """The places of one source. A path that is not in it has no labels and no field."""

    def __init__(self, source: TranslationSource) -> None:
        self.source = source

    @cached_property
    def _content(self) -> dict[str, Any]:
        return json.loads(self.source.content_json)

    def find(self, path: str) -> Place:
        content_type = ContentType.objects.get_for_id(self.source.specific_content_type_id)
        model: Any = content_type.model_class()
        name, *parts = path.split(".")
        try:
            field = model._meta.get_field(name)
            if isinstance(field, models.ManyToOneRel):
                # An inline: its items are named by their translation key.
                child = field.related_model._meta.get_field(parts[-1])
                return _field_place(child, field.related_model._meta.verbose_name)
        except (FieldDoesNotExist, IndexError):
            return Place()
        if not isinstance(field, StreamField):
            return _field_place(field)
        raw = self._content.get(name)
        raw = json.loads(raw) if isinstance(raw, str) else raw
        way = list(_walk(field.stream_block, raw, parts))
        labels = [capfirst(str(field.verbose_name)), *(label for _block, label in way)]
        return Place(tuple(labels), _form_field(way[-1][0]) if way else None)


def _field_place(field: Any, above: Any = "") -> Place:
    labels = (capfirst(str(above)), capfirst(str(field.verbose_name)))
    # Paragraphs of one rich text are segments of their own; its limits hold for all of them together.
    return Place(labels, None if isinstance(field, RichTextField) else field)


def _form_field(block: Any) -> Any:
    is_rich_text = isinstance(block, blocks.RichTextBlock)
    return None if is_rich_text else getattr(block, "field", None)


def _walk(block: Any, raw: Any, parts: list[str]) -> Iterator[tuple[Any, str]]:
    """Each block on the way down, with its label; one of several has its number behind it."""
    for part in parts:
        if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
            ids = [child.get("id") for child in raw or [] if isinstance(child, dict)]
            if part not in ids:
                return
            number = ids.index(part)
            is_stream = isinstance(block, blocks.StreamBlock)
            block = block.child_blocks[raw[number]["type"]] if is_stream else block.child_block
            raw = raw[number]["value"]
            yield block, f"{block.label} ({number + 1})".strip()
        elif isinstance(block, blocks.StructBlock) and part in block.child_blocks:
            block = block.child_blocks[part]
            raw = raw.get(part) if isinstance(raw, dict) else None
            yield block, str(block.label)
        else:
            return
