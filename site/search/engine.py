"""Finds pages by their words, whatever is typed: what the views ask.

First the pages that have every word, in any form of it. Where there are none, a word that stands nowhere is taken for
a part of a longer one, else for a typing mistake; and in the end pages that have some of the words will do.
"""

from dataclasses import dataclass, field

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Q
from wagtail.models import Page

from core.visibility import visible
from search.index import engine
from search.models import PromotedResult, SearchEntry
from search.vocabulary import mend, unknown
from search.words import Wanted, is_stop_word, stem, words_in

MOST_WORDS = 12
MOST_MENDED = 4  # words of one query
MOST_FOUND = 100  # pages; of more, only the newest are ranked
MOST_SUGGESTIONS = 4
RESULTS_PER_PAGE = 10


@dataclass(frozen=True)
class Query:
    """What was typed, as words: `words` are those to look for, `typed` all of them, `is_cut` if some were left out."""

    typed: list[str]
    words: list[str]
    language: str
    is_cut: bool = False


@dataclass(frozen=True)
class Reading:
    """What the words are taken for: pages must have a word of each of `groups`.

    `mistakes` gives what was typed for another word, `parts` are words that stand for longer ones they are a part of,
    and `suggestions` are words that look somewhat like one that stands nowhere.
    """

    groups: list[list[str]]
    mistakes: dict[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Results:
    """The pages that were found, most fitting first, after those that are recommended.

    `pages` is one page of Django's paginator, of entries of the index, `promoted` the primary keys of the recommended
    ones, and `wanted` tells which words to mark. Where no page has every word, `has_all_words` is False and these have
    some. `is_more` is True where more pages have the words than there are here. `mended` is the query without the
    typing mistakes in `reading`, `""` without any.
    """

    pages: PaginatorPage
    wanted: Wanted
    reading: Reading
    promoted: frozenset[int] = frozenset()
    has_all_words: bool = True
    is_more: bool = False
    mended: str = ""


@dataclass(frozen=True)
class _Found:
    ids: list[int]
    promoted: frozenset[int]
    is_more: bool


def parse(text: str, language: str) -> Query:
    """The words of what was typed, without capitals and accents, each once; `MOST_WORDS` of them are looked for."""
    typed = list(dict.fromkeys(words_in(text)))
    words = [word for word in typed if not is_stop_word(word, language)]
    return Query(typed, words[:MOST_WORDS], language, is_cut=len(words) > MOST_WORDS)


def search(query: Query, number: str | None) -> Results:
    """The pages that visitors may see and that have the words; `number` is that of `?page=`.

    A number that is no page gives the nearest one that is.
    """
    promotions = PromotedResult.objects.filter(language=query.language).select_related("page")
    recommended = list(promotions)
    reading = Reading([[word] for word in query.words])
    found = _find(reading.groups, query.language, recommended)
    has_all_words = True
    if not found.ids:
        reading = _read_again(query)
        if reading.mistakes or reading.parts:
            found = _find(reading.groups, query.language, recommended)
        if not found.ids and len(reading.groups) > 1:
            found = _find(reading.groups, query.language, recommended, any_group=True)
            has_all_words = False
    pages = Paginator(found.ids, RESULTS_PER_PAGE).get_page(number)
    pages.object_list = _entries(list(pages.object_list))  # type: ignore[assignment] # a page of those entries
    return Results(
        pages,
        Wanted.of((word for words in reading.groups for word in words), query.language),
        reading,
        found.promoted,
        has_all_words,
        found.is_more,
        mended=" ".join(reading.mistakes.get(word, word) for word in query.typed)
        if reading.mistakes
        else "",
    )


def _find(
    groups: list[list[str]],
    language: str,
    recommended: list[PromotedResult],
    any_group: bool = False,
) -> _Found:
    """The primary keys of pages with these words, in two queries however many there are."""
    ids = engine().find(groups, language, MOST_FOUND + 1, any_group=any_group) if groups else []
    asked = {stem(words[0], language) for words in groups if len(words) == 1}
    keys = [
        promotion.page.translation_key
        for promotion in recommended
        if any(term <= asked for term in promotion.terms())
    ]
    # Whatever the index says, nobody is shown what they may not see.
    either = Q(pk__in=ids) | Q(translation_key__in=keys, locale__language_code=language)
    shown = dict(visible(Page.objects.filter(either)).values_list("pk", "translation_key"))
    promoted = sorted(
        (page_id for page_id, key in shown.items() if key in keys),
        key=lambda page_id: keys.index(shown[page_id]),
    )
    rest = [page_id for page_id in ids if page_id in shown and page_id not in promoted]
    return _Found((promoted + rest)[:MOST_FOUND], frozenset(promoted), len(ids) > MOST_FOUND)


def _read_again(query: Query) -> Reading:
    """Takes each word that stands nowhere for what it may have been meant to be."""
    meant = mend(unknown(query.words, query.language)[:MOST_MENDED], query.language)
    groups: list[list[str]] = []
    mistakes: dict[str, str] = {}
    parts: list[str] = []
    suggestions: dict[str, None] = {}
    for word in query.words:
        words = [word]
        if word in meant:
            mended = meant[word]
            suggestions |= dict.fromkeys(likely.shown for likely in mended.suggestions)
            if mended.parts:
                words = [longer.word for longer in mended.parts]
                parts.append(word)
            elif mended.nearest:
                words = [mended.nearest.word]
                mistakes[word] = mended.nearest.shown
        groups.append(words)
    return Reading(groups, mistakes, parts, list(suggestions)[:MOST_SUGGESTIONS])


def _entries(ids: list[int]) -> list[SearchEntry]:
    entries = SearchEntry.objects.select_related("page__locale").in_bulk(ids)
    return [entries[page_id] for page_id in ids if page_id in entries]
