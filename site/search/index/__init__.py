"""The search's own index: kept to what visitors may see, one entry a page."""

from collections.abc import Iterable
from datetime import date
from types import ModuleType

from django.db import connection, transaction
from wagtail.models import Page

from core.models import BasePage
from core.visibility import visible
from search.index import postgresql, sqlite
from search.models import SearchEntry, SiteWord
from search.texts import PageTexts, page_texts
from search.vocabulary import WordCounts

PAGES_AT_ONCE = 200


def engine() -> ModuleType:
    """What looks in this database: its `write` and `find` are alike on both."""
    return postgresql if connection.vendor == "postgresql" else sqlite


def refresh(page_ids: Iterable[int]) -> None:
    """Makes the entries of these pages what visitors may see of them now; touches no other.

    Reads each page's live row, never a draft.
    """
    ids = sorted(page_ids)
    for start in range(0, len(ids), PAGES_AT_ONCE):
        with transaction.atomic():
            counts = WordCounts()
            _refresh(ids[start : start + PAGES_AT_ONCE], counts)
            counts.save()


def forget(page_ids: Iterable[int]) -> None:
    """Takes the entries of these pages out, before the pages themselves go."""
    ids = list(page_ids)
    entries = SearchEntry.objects.filter(page__in=ids)
    with transaction.atomic():
        _lock(ids)
        counts = WordCounts()
        counts.add(entries, -1)
        counts.save()
        entries.delete()


@transaction.atomic
def rebuild() -> int:
    """Makes the whole index anew; visitors keep the old one until it is done. Returns how many pages it has."""
    SearchEntry.objects.all().delete()
    SiteWord.objects.all().delete()
    shown = visible(Page.objects.type(BasePage)).order_by("pk")
    ids = list(shown.values_list("pk", flat=True))
    counts = WordCounts()  # written once, since the pages share most of their words
    for start in range(0, len(ids), PAGES_AT_ONCE):
        _refresh(ids[start : start + PAGES_AT_ONCE], counts)
    counts.save()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # else it plans for the table that was
            cursor.execute("ANALYZE search_searchentry, search_siteword")
    return SearchEntry.objects.count()


def _refresh(ids: list[int], counts: WordCounts) -> None:
    pages = Page.objects.filter(pk__in=ids)
    _lock(ids)
    before = {entry.page_id: entry for entry in SearchEntry.objects.filter(page__in=ids)}
    shown = visible(pages.type(BasePage)).select_related("locale").specific()
    changed: list[tuple[SearchEntry, PageTexts]] = []
    for page in shown:
        texts = page_texts(page)
        entry = SearchEntry(
            page_id=page.pk,
            language=page.locale.language_code,
            title=texts.title,
            texts=texts.texts,
            day=_day(page),
        )
        old = before.get(page.pk)
        if old is None or _content(old) != _content(entry):
            changed.append((entry, texts))
        else:
            del before[page.pk]
    counts.add([entry for entry, _texts in changed], 1)
    counts.add(before.values(), -1)
    SearchEntry.objects.filter(
        page__in=before.keys() - {entry.page_id for entry, _texts in changed}
    ).delete()
    if changed:
        SearchEntry.objects.bulk_create(
            [entry for entry, _texts in changed],
            update_conflicts=True,
            unique_fields=["page"],
            update_fields=["language", "title", "texts", "day"],
        )
        engine().write(changed)


def _lock(ids: list[int]) -> None:
    """One at a time may change what is counted of a page."""
    pages = Page.objects.filter(pk__in=ids).order_by("pk")
    list(pages.select_for_update().values_list("pk"))


def _content(entry: SearchEntry) -> tuple[str, str, list[str], date | None]:
    return entry.language, entry.title, entry.texts, entry.day


def _day(page: Page) -> date | None:
    """When a post is of; a page without a date is always of today."""
    return getattr(page, "date", None)
