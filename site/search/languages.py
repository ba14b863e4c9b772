"""What the search knows of each language: how its words are cut to their stem, and which are too common to look for."""

from dataclasses import dataclass

from search.stop_words import DUTCH, ENGLISH


@dataclass(frozen=True)
class SearchLanguage:
    """`postgresql_configuration` is PostgreSQL's own; `stemmer` is Snowball's name for the same rules."""

    postgresql_configuration: str
    stemmer: str
    stop_words: frozenset[str]


SEARCH_LANGUAGES = {
    # PostgreSQL's `dutch` is what Snowball has called dutch_porter since 3.0, where `dutch` became another algorithm.
    "nl": SearchLanguage("dutch", "dutch_porter", DUTCH),
    "en": SearchLanguage("english", "english", ENGLISH),
}
