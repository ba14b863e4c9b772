"""What changed between two versions of a text, by words."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

from django.utils.html import strip_tags

_PIECES = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """A run of words; `kind` is `same`, `deleted` or `inserted`."""

    kind: str
    text: str


def plain(html: str) -> str:
    """The words of a segment, which may hold inline HTML."""
    return unescape(strip_tags(re.sub(r"<br\s*/?>", " ", html))).strip()


def difference(before: str, now: str) -> list[Piece]:
    """The words of both versions, in order. Only the look of a text may differ: then it is one `same` piece."""
    old, new = _PIECES.findall(plain(before)), _PIECES.findall(plain(now))
    pieces = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(new[new_from:new_to])))
            continue
        if old_to > old_from:
            pieces.append(Piece("deleted", "".join(old[old_from:old_to])))
        if new_to > new_from:
            pieces.append(Piece("inserted", "".join(new[new_from:new_to])))
    return pieces
