"""SQLite's FTS5, over words that are cut to their stem first: it knows no language of its own.

The table `search_words` is made by the first migration, and its rows are those of the entries with the same number;
one goes when its entry does, by a trigger. A migration that changes `SearchEntry` must make that trigger again, because
SQLite then makes the table anew.
"""

from django.db import connection

from search.models import SearchEntry
from search.texts import PageTexts
from search.words import stem, words_in

WEIGHTS = (0.0, 10.0, 4.0, 1.0)  # of the columns: language, title, headings and leads, the text
FIND = "SELECT rowid FROM search_words WHERE search_words MATCH %s ORDER BY bm25(search_words, %s, %s, %s, %s) LIMIT %s"


def write(entries: list[tuple[SearchEntry, PageTexts]]) -> None:
    """Puts the words of entries that were saved into the index."""
    with connection.cursor() as cursor:
        for entry, texts in entries:
            cursor.execute("DELETE FROM search_words WHERE rowid = %s", [entry.page_id])
            cursor.execute(
                "INSERT INTO search_words (rowid, language, title, headings, texts) VALUES (%s, %s, %s, %s, %s)",
                [
                    entry.page_id,
                    entry.language,
                    _stems([texts.title], entry.language),
                    _stems(texts.headings, entry.language),
                    _stems(texts.texts, entry.language),
                ],
            )


def find(groups: list[list[str]], language: str, limit: int, *, any_group: bool) -> list[int]:
    """Primary keys of pages, best first, that have a word of each group, or with `any_group` of at least one."""
    alternatives = [
        "(" + " OR ".join(f'"{stem(word, language)}"' for word in words) + ")" for words in groups
    ]
    wanted = (" OR " if any_group else " AND ").join(alternatives)
    query = f'language : "{language}" AND {{title headings texts}} : ({wanted})'
    with connection.cursor() as cursor:
        cursor.execute(FIND, [query, *WEIGHTS, limit])
        return [page_id for (page_id,) in cursor.fetchall()]


def _stems(texts: list[str], language: str) -> str:
    return " ".join(stem(word, language) for text in texts for word in words_in(text))
