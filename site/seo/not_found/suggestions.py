"""Which page an address that is not there may have meant."""

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import get_language_from_path
from wagtail.models import Page

from core.visibility import visible

ALIKE = 0.6  # of 1, by `SequenceMatcher.ratio`; below it a suggestion is a guess
MOST_COMPARED = 20  # pages, those that have most pieces of three letters in common with the address


class Suggestion(NamedTuple):
    pk: int
    title: str
    words: str  # those of its address


class Suggestions:
    """Reads the addresses of all pages of a language once, however many addresses are asked about."""

    def __init__(self) -> None:
        self._of = cache(self._read)

    def best(self, path: str) -> Suggestion | None:
        """The live page in the language of a `normal` address whose own address is most like it; None if none is."""
        wanted = words(path)
        if not wanted:
            return None
        pages, places = self._of(get_language_from_path(path + "/") or settings.LANGUAGE_CODE)
        shared = Counter(place for piece in pieces(wanted) for place in places.get(piece, ()))
        # Of pages that are as like, the one that is higher in the tree.
        likely = sorted(shared, key=lambda place: (-shared[place], place))[:MOST_COMPARED]
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)
        best, best_likeness = None, ALIKE
        for place in sorted(likely):
            matcher.set_seq1(pages[place].words)
            if (likeness := matcher.ratio()) > best_likeness:
                best, best_likeness = pages[place], likeness
        return best

    @staticmethod
    def _read(language: str) -> tuple[list[Suggestion], dict[str, list[int]]]:
        """The pages, and at which places among them each piece of three letters is."""
        found = visible(Page.objects.filter(depth__gt=2, locale__language_code=language))
        rows = found.order_by("depth", "path").values_list("pk", "title", "slug")
        pages = [Suggestion(pk, title, words(slug)) for pk, title, slug in rows]
        places: dict[str, list[int]] = defaultdict(list)
        for place, page in enumerate(pages):
            for piece in pieces(page.words):
                places[piece].append(place)
        return pages, places


def suggested_page(path: str) -> Page | None:
    best = Suggestions().best(path)
    return Page.objects.filter(pk=best.pk).first() if best else None


def words(path: str) -> str:
    """The last part of an address, without the ending of a file, its words apart."""
    last = path.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    return re.sub(r"[\W_]+", " ", re.sub(r"\.\w+$", "", last)).strip().lower()


def pieces(text: str) -> set[str]:
    padded = f" {text} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}
