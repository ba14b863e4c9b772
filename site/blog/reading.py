"""What a post says of itself without being told: how long it takes to read, and how it begins."""

import math
import textwrap
from collections.abc import Iterator
from html import unescape

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from core.blocks.walk import walk

# Silent reading of prose: Brysbaert (2019), Journal of Memory and Language 109, 238 words a minute for English.
WORDS_PER_MINUTE = 238
BEGINNING_LENGTH = 200  # characters


def minutes_to_read(introduction: str, body: StreamValue) -> int:
    """Reading time of a lead and a body in whole minutes, at least 1."""
    texts = [introduction]
    for _block, value in walk(body):
        if isinstance(value, RichText):
            texts.append(_plain(value))
        elif isinstance(value, str):
            texts.append(value)
    words = sum(len(text.split()) for text in texts)
    return max(1, math.ceil(words / WORDS_PER_MINUTE))


def beginning_of(body: StreamValue) -> str:
    """The first words of the running text, at most `BEGINNING_LENGTH` characters; `""` where there is none."""
    text = ""
    for paragraphs in _running_texts(body):
        text = f"{text} {paragraphs}".strip()
        if len(text) > BEGINNING_LENGTH:
            break
    shortened = textwrap.shorten(text, BEGINNING_LENGTH, placeholder="…")
    # One word that is longer than all there may be.
    return shortened if shortened != "…" else text[: BEGINNING_LENGTH - 1] + "…"


def _running_texts(body: StreamValue) -> Iterator[str]:
    for _block, value in walk(body):
        if isinstance(value, RichText):
            yield " ".join(_plain(value).split())


def _plain(value: RichText) -> str:
    return unescape(strip_tags(value.source.replace("<", " <")))
