"""Words as the search sees them: without capitals and accents, and by their stem."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from search.languages import SEARCH_LANGUAGES

WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 60  # characters; what is longer is cut, since no database takes any length


def normalised(text: str) -> str:
    """The text with each accent on its letter: one that stands apart would split a word."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=100_000)
def folded(shown: str) -> tuple[str, ...]:
    """A word of a text as it is looked for, without capitals and accents; a sign such as ½ gives several, or none."""
    decomposed = unicodedata.normalize("NFKD", shown.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return tuple(part[:LONGEST_WORD] for part in WORD.findall(plain))


def words_in(text: str) -> Iterator[str]:
    """The words of a text in their order, as they are looked for."""
    for match in WORD.finditer(normalised(text)):
        yield from folded(match[0])


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """What the forms of a word have in common: `behandel` of both `behandeling` and `behandelingen`."""
    # A new stemmer each time, since one of them cannot serve two threads at once.
    return snowballstemmer.stemmer(SEARCH_LANGUAGES[language].stemmer).stemWord(word)


def is_stop_word(word: str, language: str) -> bool:
    return word in SEARCH_LANGUAGES[language].stop_words


@dataclass(frozen=True)
class Wanted:
    """What was looked for, to be recognised in a text in whatever form it stands there."""

    stems: frozenset[str]
    language: str

    @classmethod
    def of(cls, words: Iterable[str], language: str) -> "Wanted":
        """Takes words as `words_in` gives them."""
        return cls(frozenset(stem(word, language) for word in words), language)

    def found_in(self, shown: str) -> frozenset[str]:
        """The stems looked for that a word of a text has; mostly one or none."""
        return self.stems.intersection(stem(part, self.language) for part in folded(shown))
