"""Words, short or long, for any block: what its definition asks for, and no more than it lets in."""

import copy
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from typing import Any

from django.db import models
from django.utils.html import format_html, format_html_join
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.images.models import AbstractImage
from wagtail.models import Locale, Page

from patterns.words import LONG, SENTENCES, SHORT

LENGTHS = ("short", "normal", "long")
# Characters of a long text that nothing limits.
NO_LIMIT = 600
ITEMS = {"short": 0, "normal": 3, "long": 6}


@dataclass
class Sample:
    """A source of content in one language and length, with the picture to show, if there is any.

    No two texts of a sample are the same, nor are the first texts of samples with another `start`, a whole number.
    """

    language: str
    length: str
    start: int = 0
    picture: AbstractImage | None = None
    _numbers: count = field(init=False)

    def __post_init__(self) -> None:
        self._numbers = count(self.start)

    def at(self, start: int) -> "Sample":
        """The same from another first word on."""
        return Sample(self.language, self.length, start, self.picture)

    def text(self, max_length: int | None = None) -> str:
        """One word, a sentence, or as many long words as fit into `max_length` characters."""
        number = next(self._numbers)
        words = SHORT[self.language].split()
        first = words[number % len(words)]
        sentences = SENTENCES[self.language]
        sentence = f"{first} {sentences[number % len(sentences)]}"
        limit = max_length or NO_LIMIT
        if self.length == "short" or (self.length == "normal" and len(sentence) > limit):
            return first[:limit]
        if self.length == "normal":
            return sentence
        text, long = first, LONG[self.language].split()
        for word in islice(cycle(long), number, number + limit):
            if len(text) + 1 + len(word) <= limit:
                text += f" {word}"
        return text

    def items(self, least: int = 0) -> range:
        """As many numbers as a list of this length has items; `least` is what its block asks for."""
        return range(max(ITEMS[self.length], least))

    def rich_text(self, features: list[str]) -> str:
        """Paragraphs in Wagtail's own form; a long one uses every feature the block offers."""
        if self.length != "long":
            return format_html("<p>{}</p>", self.text())
        parts = [format_html("<p>{}</p>", self.text()), format_html("<p>{}</p>", self.text())]
        if "h3" in features:
            parts.append(format_html("<h3>{}</h3>", self.text(120)))
        for tag in ("ul", "ol"):
            if tag in features:
                items = format_html_join("", "<li>{}</li>", ((self.text(160),) for _ in range(6)))
                parts.append(format_html("<{}>{}</{}>", tag, items, tag))
        if "link" in features:
            parts.append(
                format_html(
                    '<p>{} <a href="https://www.example.com/">{}</a> <b>{}</b> <i>{}</i></p>',
                    *(self.text(120) for _ in range(4)),
                )
            )
        return format_html_join("", "{}", ((part,) for part in parts))


def newest_picture() -> AbstractImage | None:
    """The newest uploaded picture; None on a site that has none."""
    return get_image_model().objects.order_by("-pk").first()


def value_of(block: blocks.Block, sample: Sample) -> Any:
    """A value for this block: its own preview where the sample is of normal length, else made from its definition.

    Short fills in only what is required; long fills in everything to the brim.
    """
    preview = block.normalize(block.get_preview_value())
    return preview if sample.length == "normal" else _made(block, sample, preview)


def _made(block: blocks.Block, sample: Sample, preview: Any) -> Any:
    """Kinds of fields that are not known here keep the value of the block's preview."""
    if isinstance(block, ImageBlock):
        image = copy.copy(sample.picture)
        if image is not None:
            image.contextual_alt_text, image.decorative = sample.text(250), False
        return image
    if isinstance(block, blocks.StructBlock):
        return block.normalize(
            {
                name: _made(child, sample, preview.get(name))
                if sample.length == "long" or _is_needed(child)
                else child.normalize(child.get_default())
                for name, child in block.child_blocks.items()
            }
        )
    if isinstance(block, blocks.ListBlock):
        child = block.child_block
        before = preview[0] if preview else child.normalize(child.get_preview_value())
        return block.normalize(
            [_made(child, sample, before) for _ in sample.items(block.meta.min_num or 0)]
        )
    if isinstance(block, blocks.StreamBlock):
        children = list(block.child_blocks.items()) * (2 if sample.length == "long" else 1)
        return block.normalize(
            [
                (name, _made(child, sample, child.normalize(child.get_preview_value())))
                for name, child in children
            ]
        )
    if isinstance(block, blocks.RichTextBlock):
        return block.normalize(sample.rich_text(block.features or []))
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return block.normalize(sample.text(block.field.max_length))
    if isinstance(block, blocks.PageChooserBlock) and block.model_class is not Page:
        return stand_in(block.model_class, sample, hero_image=sample.picture)
    return preview


def _is_needed(block: blocks.Block) -> bool:
    """Whether a short value has this: what holds other blocks is there, though little may be in it."""
    return not isinstance(block, blocks.FieldBlock) or block.required


def stand_in(model: type[models.Model], sample: Sample, **fields: Any) -> Any:
    """A page of this model that is not in the database, its texts filled in; it leads nowhere."""
    texts = {"title": sample.text(255)}
    for name in ("strapline", "introduction"):
        if hasattr(model, name) and sample.length != "short":
            texts[name] = sample.text(model._meta.get_field(name).max_length or 300)  # type: ignore[union-attr]
    page = model(locale=Locale.get_active(), **texts | fields)
    page.get_url = lambda request=None, current_site=None: "#content"  # type: ignore[attr-defined]
    page.get_full_url = lambda request=None: "https://example.com/"  # type: ignore[attr-defined]
    return page
