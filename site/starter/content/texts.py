"""The small types the starter content is written in: a bilingual text, and rich text of it."""

from itertools import groupby
from typing import Any

Page = dict[str, Any]  # the fields of one page
Block = tuple[str, Any]  # (block name, value), one piece of a page's body


class T(str):
    """A Dutch text that carries its English in `.en`; in all else it is the Dutch string."""

    en: str

    def __new__(cls, dutch: str, english: str) -> "T":
        text = super().__new__(cls, dutch)
        text.en = english
        return text

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        # Without this, copying a page's data would lose the English and fail.
        return str(self), self.en


class Prose:
    """Rich text: `blocks` lists (tag, inner HTML) in order; the tag is "p", "h3" or "li"."""

    def __init__(self, blocks: list[tuple[str, T]]) -> None:
        self.blocks = blocks

    def html(self) -> str:
        """The Dutch HTML, with each run of items wrapped in one list; nothing is escaped."""
        parts = []
        for in_list, run in groupby(self.blocks, key=lambda block: block[0] == "li"):
            elements = "".join(f"<{tag}>{text}</{tag}>" for tag, text in run)
            parts.append(f"<ul>{elements}</ul>" if in_list else elements)
        return "".join(parts)


def h3(text: T) -> Prose:
    """A subheading, to stand between the paragraphs given to `prose`."""
    return Prose([("h3", text)])


def ul(*items: T) -> Prose:
    """A bulleted list, to stand between the paragraphs given to `prose`."""
    return Prose([("li", item) for item in items])


def prose(*parts: T | Prose) -> Prose:
    """Rich text from paragraphs (the inner HTML of one <p> each), subheadings and lists."""
    blocks: list[tuple[str, T]] = []
    for part in parts:
        blocks += part.blocks if isinstance(part, Prose) else [("p", part)]
    return Prose(blocks)
