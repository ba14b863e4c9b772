"""PostgreSQL's full-text search, with its configuration for each language.

The columns `title_words` and `words` are made by the first migration; no model has them, since SQLite has none.
Everything that goes in is words alone, so that nothing in it is a date, an address or an operator.
"""

from django.db import connection

from search.languages import SEARCH_LANGUAGES
from search.models import SearchEntry
from search.texts import PageTexts
from search.words import words_in

MOST_INDEXED_WORDS = 50_000  # of one page: a tsvector holds a megabyte
WEIGHTS = (
    "{0.1, 0.2, 0.4, 1.0}"  # of D, C, B and A: the text, nothing, headings and leads, the title
)
SHARE_OF_LENGTH = 1  # ts_rank's flag: divided by 1 + the logarithm of the length

WRITE = """
    UPDATE search_searchentry SET
      title_words = to_tsvector(%(configuration)s::regconfig, %(title)s),
      words = setweight(to_tsvector(%(configuration)s::regconfig, %(title)s), 'A')
        || setweight(to_tsvector(%(configuration)s::regconfig, %(headings)s), 'B')
        || setweight(to_tsvector(%(configuration)s::regconfig, %(texts)s), 'D')
    WHERE page_id = %(page)s
"""
# Ranking reads all words of a page, too slow for thousands of them: it is done for the newest alone, of those with the
# words in their title and of all. A page without a date, such as a treatment, comes before any post there.
FIND = """
    SELECT page_id FROM search_searchentry WHERE page_id IN (
      (SELECT page_id FROM search_searchentry
        WHERE language = %(language)s AND title_words @@ to_tsquery(%(configuration)s::regconfig, %(query)s)
        ORDER BY day DESC NULLS FIRST, page_id DESC LIMIT %(limit)s)
      UNION
      (SELECT page_id FROM search_searchentry
        WHERE language = %(language)s AND words @@ to_tsquery(%(configuration)s::regconfig, %(query)s)
        ORDER BY day DESC NULLS FIRST, page_id DESC LIMIT %(limit)s)
    )
    ORDER BY ts_rank(%(weights)s, words, to_tsquery(%(configuration)s::regconfig, %(query)s), %(share)s) DESC,
      day DESC NULLS FIRST, page_id DESC
    LIMIT %(limit)s
"""


def write(entries: list[tuple[SearchEntry, PageTexts]]) -> None:
    """Puts the words of entries that were saved into the index."""
    with connection.cursor() as cursor:
        cursor.executemany(
            WRITE,
            [
                {
                    "configuration": SEARCH_LANGUAGES[entry.language].postgresql_configuration,
                    "title": _words([texts.title]),
                    "headings": _words(texts.headings),
                    "texts": _words(texts.texts),
                    "page": entry.page_id,
                }
                for entry, texts in entries
            ],
        )


def find(groups: list[list[str]], language: str, limit: int, *, any_group: bool) -> list[int]:
    """Primary keys of pages, best first, that have a word of each group, or with `any_group` of at least one."""
    alternatives = ["(" + " | ".join(f"'{word}'" for word in words) + ")" for words in groups]
    with connection.cursor() as cursor:
        cursor.execute(
            FIND,
            {
                "configuration": SEARCH_LANGUAGES[language].postgresql_configuration,
                "query": (" | " if any_group else " & ").join(alternatives),
                "language": language,
                "weights": WEIGHTS,
                "share": SHARE_OF_LENGTH,
                "limit": limit,
            },
        )
        return [page_id for (page_id,) in cursor.fetchall()]


def _words(texts: list[str]) -> str:
    return " ".join([word for text in texts for word in words_in(text)][:MOST_INDEXED_WORDS])
