"""Takes out of a page what may not be shown in its language yet.

The text of a segment that is held back is `HELD_BACK` while a page is put together; nothing of it stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import RichText

# A private-use character, which nobody types.
HELD_BACK = "\ue000"


@dataclass
class Found:
    """What there is below a block: text that is shown, text that is held back."""

    shown: bool = False
    held: bool = False

    @property
    def is_held(self) -> bool:
        return self.held and not self.shown

    def add(self, other: "Found") -> None:
        self.shown |= other.shown
        self.held |= other.held


TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock, blocks.RawHTMLBlock)


def hold_back_all(block: blocks.Block, value: Any) -> Any:
    """The value with every text in it held back, so that only what is translated afterwards can be shown.

    wagtail-localize does not find every text: not in a list without ids, not in raw HTML.
    """
    if isinstance(block, ImageBlock):
        if value is not None and value.contextual_alt_text:
            value.contextual_alt_text = HELD_BACK
    elif isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        for child in value if isinstance(block, blocks.StreamBlock) else value.bound_blocks:
            child.value = hold_back_all(child.block, child.value)
    elif isinstance(block, blocks.StructBlock):
        for name, child_block in block.child_blocks.items():
            value[name] = hold_back_all(child_block, value.get(name))
    elif isinstance(value, RichText):
        return RichText(HELD_BACK) if value.source else value
    elif isinstance(block, TEXT_BLOCKS) and value:
        return HELD_BACK
    return value


class BodyPruner:
    """Prunes a body in place.

    A block, list item or paragraph of which all text is held back goes; elsewhere the text alone goes.
    `pictures` gives, for the path of an alternative text (`body.<block id>.image.alt_text`), the picture to show
    instead of the source's, or None for none.
    """

    def __init__(self, pictures: dict[str, Any] | None = None) -> None:
        self.pictures = pictures or {}

    def prune(self, body: blocks.StreamValue, path: str) -> None:
        self._stream(body, path)

    def _value(self, block: blocks.Block, value: Any, path: str) -> tuple[Any, Found]:
        """The value without what is held back, and what was found in it."""
        if isinstance(block, ImageBlock):
            return self._image(value, f"{path}.alt_text")
        if isinstance(block, blocks.StreamBlock):
            return value, self._stream(value, path)
        if isinstance(block, blocks.ListBlock):
            return value, self._list(value, path)
        if isinstance(block, blocks.StructBlock):
            found = Found()
            for name, child in block.child_blocks.items():
                value[name], below = self._value(child, value.get(name), f"{path}.{name}")
                found.add(below)
            return value, found
        if isinstance(value, RichText):
            source = without_held_back(value.source)
            held = HELD_BACK in value.source
            return (RichText(source) if held else value), Found(bool(_words(source)), held)
        if isinstance(value, str) and isinstance(block, TEXT_BLOCKS):
            return ("", Found(held=True)) if HELD_BACK in value else (value, Found(bool(value)))
        return value, Found()

    def _image(self, image: Any, path: str) -> tuple[Any, Found]:
        if path in self.pictures:
            image = self.pictures[path]
            return image, Found(held=image is None)
        if image is not None and HELD_BACK in (image.contextual_alt_text or ""):
            return None, Found(held=True)
        return image, Found(bool(image is not None and image.contextual_alt_text))

    def _stream(self, stream: blocks.StreamValue, path: str) -> Found:
        found = Found()
        for index in reversed(range(len(stream))):
            child = stream[index]
            child.value, below = self._value(child.block, child.value, f"{path}.{child.id}")
            if below.is_held:
                del stream[index]
            found.add(below)
        return found

    def _list(self, items: ListValue, path: str) -> Found:
        found = Found()
        for index in reversed(range(len(items))):
            child = items.bound_blocks[index]
            child.value, below = self._value(child.block, child.value, f"{path}.{child.id}")
            if below.is_held:
                del items[index]
            found.add(below)
        return found


def without_held_back(html: str) -> str:
    """Rich text without its held-back paragraphs, list items and headings; `""` when no words are left."""
    if HELD_BACK not in html:
        return html
    soup = BeautifulSoup(html, "html.parser")
    for text in [node for node in soup.find_all(string=True) if HELD_BACK in node]:
        parent = text.parent
        text.extract()
        while isinstance(parent, Tag) and parent.parent is not None and _is_empty(parent):
            emptied, parent = parent, parent.parent
            emptied.extract()
    return str(soup) if _words(str(soup)) else ""


def pictures_with_words(body: blocks.StreamValue, path: str) -> dict[str, Any]:
    """The pictures of a body by the path of their alternative text."""
    return dict(_pictures(body.stream_block, body, path))


def _pictures(block: blocks.Block, value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(block, ImageBlock):
        yield f"{path}.alt_text", value
    elif isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from _pictures(child.block, child.value, f"{path}.{child.id}")
    elif isinstance(block, blocks.ListBlock):
        for child in value.bound_blocks:
            yield from _pictures(child.block, child.value, f"{path}.{child.id}")
    elif isinstance(block, blocks.StructBlock):
        for name, child_block in block.child_blocks.items():
            yield from _pictures(child_block, value.get(name), f"{path}.{name}")


def _is_empty(element: Tag) -> bool:
    return not _words(str(element)) and element.find(["img", "embed", "hr"]) is None


def _words(html: str) -> str:
    texts = BeautifulSoup(html, "html.parser").find_all(string=True)
    return "".join(text for text in texts if isinstance(text, NavigableString)).strip()
