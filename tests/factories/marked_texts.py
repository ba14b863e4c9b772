"""Texts that can be told apart wherever they turn up: each has a word of its own that no other text has."""

import random
import re
from itertools import count
from typing import Any
from uuid import UUID

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

MARKER = re.compile(r"\b(?:nl|en)[a-z]{4}q\b")
NUMBER = re.compile(r"\d+")
SENTENCES = [
    "Je ligt rustig op je rug {marker} en ademt{number}.",
    "Daarna drinken wij samen thee {marker} bij het raam{number}.",
    "Mijn handen {marker} luisteren zonder haast{number}.",
    "Buiten waait het; binnen {marker} is het warm{number}.",
]


class MarkedTexts:
    """Makes texts with markers; `random` decides everything else."""

    def __init__(self, seed: int, start: int = 0) -> None:
        self.random = random.Random(seed)  # noqa: S311 (no secret)
        self._numbers = count(start)

    def marker(self, language: str) -> str:
        number, letters = next(self._numbers), ""
        for _place in range(4):
            number, letter = divmod(number, 20)
            letters += "bcdfghjklmnprstvwxza"[letter]
        return f"{language}{letters}q"

    def short(self) -> str:
        return f"{self.marker('nl')} stil{self.number()}"

    def sentence(self, kind: int | None = None, number: str | None = None) -> str:
        chosen = self.random.randrange(len(SENTENCES)) if kind is None else kind
        suffix = self.number() if number is None else number
        return SENTENCES[chosen].format(marker=self.marker("nl"), number=suffix)

    def number(self) -> str:
        return self.random.choice(["", "", f" ({self.random.randint(3, 9)})"])

    def id(self) -> str:
        return str(UUID(int=self.random.getrandbits(128), version=4))

    def value(self, block: blocks.Block, picture: int, page: int) -> Any:
        """A raw value for any block, as the database keeps it."""
        if isinstance(block, ImageBlock):
            return {"image": picture, "alt_text": self.short(), "decorative": False}
        if isinstance(block, blocks.StreamBlock):
            return [
                self.child(name, each, picture, page) for name, each in block.child_blocks.items()
            ]
        if isinstance(block, blocks.ListBlock):
            return [self.child("item", block.child_block, picture, page) for _item in range(2)]
        if isinstance(block, blocks.StructBlock):
            return {
                name: self.value(each, picture, page) for name, each in block.child_blocks.items()
            }
        if isinstance(block, blocks.RichTextBlock):
            return f"<p>{self.sentence()}</p><ul><li>{self.sentence()}</li></ul>"
        if isinstance(block, blocks.ChooserBlock):
            return page
        if isinstance(block, blocks.URLBlock):
            return "https://video.example/adem"
        if isinstance(block, blocks.IntegerBlock):
            return self.random.randint(3, 9)
        return self.short()

    def child(self, name: str, block: blocks.Block, picture: int, page: int) -> dict[str, Any]:
        """A child of a stream or list, with an id."""
        return {"type": name, "id": self.id(), "value": self.value(block, picture, page)}
