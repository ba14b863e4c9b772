"""The words that visitors can find: what a typing mistake is mended with, and what is suggested.

Only pages in the index are counted, so that no word of a draft is given away.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q
from rapidfuzz.distance import OSA

from search.models import SearchEntry, SiteWord
from search.words import WORD, folded, is_stop_word, normalised, stem

SHORTEST, LONGEST = 3, 40  # letters
ROWS_AT_ONCE = 100
MOST_CANDIDATES = (
    2_000  # the most frequent; a misspelt word has fewer on any site but a very large one
)
MOST_PARTS = 8  # words that one part stands for
SHORTEST_PART_AT_THE_END = 4
SUGGESTIONS = 4
LEAST_SIMILARITY = 0.6  # of a suggestion: 1 is the word itself

CHANGE = """
    INSERT INTO search_siteword (language, word, shown, stem, beginning, ending, ends, length, pages)
    VALUES {rows}
    ON CONFLICT (language, word) DO UPDATE SET pages = search_siteword.pages + excluded.pages
"""


@dataclass(frozen=True)
class Mended:
    """What one word that nobody wrote may stand for.

    `parts` are words that begin or end with it, `nearest` is the one that it was probably meant to be, and
    `suggestions` look somewhat like it.
    """

    parts: list[SiteWord]
    nearest: SiteWord | None
    suggestions: list[SiteWord]


def vocabulary_of(texts: Iterable[str], language: str) -> dict[str, str]:
    """The words of texts that count as such, each with how it is written there."""
    words = {}
    for text in texts:
        for match in WORD.finditer(normalised(text)):
            for word in folded(match[0]):
                if (
                    SHORTEST <= len(word) <= LONGEST
                    and word.isalpha()
                    and not is_stop_word(word, language)
                ):
                    words[word] = match[0].lower()[:LONGEST]
    return words


class WordCounts:
    """By how much the number of pages with each word changes, gathered over entries and saved at once."""

    def __init__(self) -> None:
        self.changes: dict[str, Counter[str]] = defaultdict(Counter)
        self.shown: dict[str, dict[str, str]] = defaultdict(dict)

    def add(self, entries: Iterable[SearchEntry], step: int) -> None:
        """`step` is 1 for entries that come, -1 for those that go."""
        for entry in entries:
            words = vocabulary_of([entry.title, *entry.texts], entry.language)
            self.shown[entry.language] |= words
            for word in words:
                self.changes[entry.language][word] += step

    def save(self) -> None:
        for language, changes in sorted(self.changes.items()):
            _change(language, changes, self.shown[language])


def _change(language: str, changes: Counter[str], shown: dict[str, str]) -> None:
    """Adds to the number of pages that have each word; a word that stands on none is no word of the site."""
    # In one order, so that two who change the same words wait for each other rather than for ever.
    words = sorted(word for word, change in changes.items() if change)
    with connection.cursor() as cursor:
        for start in range(0, len(words), ROWS_AT_ONCE):
            rows = [
                _row(language, word, shown[word], changes[word])
                for word in words[start : start + ROWS_AT_ONCE]
            ]
            places = ", ".join("(%s, %s, %s, %s, %s, %s, %s, %s, %s)" for _ in rows)
            cursor.execute(
                CHANGE.format(rows=places), [value for values in rows for value in values]
            )
    fewer = [word for word in words if changes[word] < 0]
    for start in range(0, len(fewer), ROWS_AT_ONCE):
        SiteWord.objects.filter(
            language=language, word__in=fewer[start : start + ROWS_AT_ONCE], pages__lte=0
        ).delete()


def _row(language: str, word: str, shown: str, change: int) -> tuple[str | int, ...]:
    ends = word[0] + word[-1]
    stemmed = stem(word, language)
    return language, word, shown, stemmed, word[:2], word[-2:], ends, len(word), change


def unknown(words: list[str], language: str) -> list[str]:
    """Those of the words that stand on no page in any form."""
    stems = {word: stem(word, language) for word in words}
    known = SiteWord.objects.filter(language=language, stem__in=set(stems.values()))
    known_stems = set(known.values_list("stem", flat=True))
    return [word for word in words if stems[word] not in known_stems]


def mend(words: list[str], language: str) -> dict[str, Mended]:
    """What each of these words may stand for, in one query for all of them; no words, no query."""
    words = [word for word in words if len(word) >= SHORTEST]
    if not words:
        return {}
    alike = Q()
    for word in words:
        near = Q(length__range=(len(word) - 2, len(word) + 2))
        alike |= Q(beginning=word[:2])
        alike |= Q(ending=word[-2:]) & near
        alike |= Q(ending=word[-2:], word__endswith=word)
        alike |= Q(ends=word[0] + word[-1]) & near
    found = SiteWord.objects.filter(alike, language=language).order_by("-pages", "word")
    candidates = list(found[:MOST_CANDIDATES])
    return {word: _mended(word, candidates) for word in words}


def _mended(word: str, candidates: list[SiteWord]) -> Mended:
    parts = [
        candidate
        for candidate in candidates
        if candidate.word.startswith(word)
        or (len(word) >= SHORTEST_PART_AT_THE_END and candidate.word.endswith(word))
    ]
    # Of words that are equally near the most frequent comes first, as the candidates do.
    by_distance = sorted(candidates, key=lambda candidate: OSA.distance(word, candidate.word))
    nearest = by_distance[0] if by_distance else None
    if nearest and OSA.distance(word, nearest.word) > _allowed_mistakes(word):
        nearest = None
    suggestions = [
        candidate
        for candidate in by_distance
        if OSA.normalized_similarity(word, candidate.word) >= LEAST_SIMILARITY
    ]
    return Mended(parts[:MOST_PARTS], nearest, suggestions[:SUGGESTIONS])


def _allowed_mistakes(word: str) -> int:
    """A letter too many, too few or another one, or two that changed places, count as one each."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 8 else 2
