"""Finds pages by their words: the one place that knows which engine does it.

Wagtail's own database backend compares whole words, on both databases. Accents count for PostgreSQL and not for
SQLite: `ideeen` finds `Ideeën` on SQLite alone. It is given nothing but words: quotation marks and operators of a query
language would be errors there.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend
from wagtail.search.index import SearchField

from core.models import BasePage
from core.visibility import visible

MOST_WORDS = 12
LONGEST_WORD = 60  # characters
RESULTS_PER_PAGE = 10
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Results:
    """The pages that were found, most fitting first.

    `pages` is one page of Django's paginator, of specific pages; `has_all_words` is False where no page has every word
    and these have some of them.
    """

    pages: PaginatorPage
    has_all_words: bool


def words_of(query: str) -> list[str]:
    """The words to look for, without capitals, each once: the first `MOST_WORDS` of what was typed."""
    composed = unicodedata.normalize("NFC", query)  # an accent of its own would split a word
    found = dict.fromkeys(match[0].lower()[:LONGEST_WORD] for match in WORD.finditer(composed))
    return list(found)[:MOST_WORDS]


def is_match(word: str, words: list[str]) -> bool:
    """Whether a word that is shown is one that was looked for; capitals and accents make no difference here."""
    return _fold(word) in {_fold(wanted) for wanted in words}


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def texts_of(page: Page) -> Iterator[str]:
    """What is searched on a specific page besides its title, in reading order."""
    for field in type(page).get_search_fields():
        if isinstance(field, SearchField) and field.field_name != "title":
            value = field.get_value(page)
            for text in value if isinstance(value, list) else [value]:
                if text and text.strip():
                    yield text


def search(words: list[str], locale: Locale, number: str | None) -> Results:
    """The pages of a language that visitors may see and that have these words; `number` is that of `?page=`.

    A number that is no page gives the nearest one that is.
    """
    found = _page(words, locale, "and", number)
    has_all_words = bool(found.paginator.count) or len(words) < 2
    if not has_all_words:
        found = _page(words, locale, "or", number)
    ids = [page.pk for page in found.object_list]
    specific = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific()}
    found.object_list = [specific[pk] for pk in ids if pk in specific]
    return Results(found, has_all_words)


def _page(words: list[str], locale: Locale, operator: str, number: str | None) -> PaginatorPage:
    # The engine takes no condition but on a field of its index: what may be seen goes in as primary keys.
    shown = visible(Page.objects.type(BasePage)).filter(locale=locale).order_by()
    pages = Page.objects.filter(pk__in=shown.values("pk"))
    found = get_search_backend().search(" ".join(words), pages, operator=operator)
    return Paginator(found, RESULTS_PER_PAGE).get_page(number)
