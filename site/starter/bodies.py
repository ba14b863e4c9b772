"""Turns the starter content's plain data into what a StreamField stores."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from wagtail_localize.strings import StringValue

from starter.content.texts import Prose, T


@dataclass(frozen=True)
class References:
    """Primary keys of the pictures and pages that the content names by a key of its own."""

    pictures: dict[str, int]
    pages: dict[str, int]


def raw_body(blocks: list[tuple[str, Any]], references: References) -> list[dict]:
    """A stream as stored JSON: blocks and list items with an id each.

    Raises KeyError for a page or picture that `references` does not know.
    """
    return [_child(name, value, references) for name, value in blocks]


def _child(name: str, value: Any, references: References) -> dict:
    return {"type": name, "value": _raw(value, references), "id": str(uuid4())}


def _raw(value: Any, references: References) -> Any:
    if isinstance(value, Prose):
        return value.html()
    if isinstance(value, T):
        return str(value)
    if isinstance(value, dict):
        raw = {name: _raw(child, references) for name, child in value.items()}
        if isinstance(raw.get("image"), str):
            raw["image"] = references.pictures[raw["image"]]
        if isinstance(raw.get("page"), str):
            raw["page"] = references.pages[raw["page"]]
        return raw
    if isinstance(value, list) and value and isinstance(value[0], tuple):
        return raw_body(value, references)
    if isinstance(value, list):
        # A plain string in a list names a page: every text is a T.
        return [
            _child("item", references.pages[child] if type(child) is str else child, references)
            for child in value
        ]
    return value


def translations(value: Any) -> dict[str, str]:
    """Maps every Dutch segment below `value` to its English, both as wagtail-localize stores a string.

    Raises ValueError where one Dutch segment has two different English ones.
    """
    found: dict[str, str] = {}
    for dutch, english in _pairs(value):
        if found.setdefault(dutch, english) != english:
            raise ValueError(f"Two translations of “{dutch}”: “{found[dutch]}” and “{english}”.")
    return found


def _pairs(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Prose):
        for _tag, text in value.blocks:
            yield (
                StringValue.from_source_html(str(text))[0].data,
                StringValue.from_source_html(text.en)[0].data,
            )
    elif isinstance(value, T):
        yield StringValue.from_plaintext(str(value)).data, StringValue.from_plaintext(value.en).data
    elif isinstance(value, dict):
        for child in value.values():
            yield from _pairs(child)
    elif isinstance(value, list | tuple):
        for child in value:
            yield from _pairs(child)
