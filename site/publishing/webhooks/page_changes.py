"""What visitors could see of pages before a change, what they can see after it, and what is told of the difference."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page

from core.languages import is_in_source_language
from publishing.webhooks.outbox import Outbox
from publishing.webhooks.page_data import page_data
from publishing.webhooks.payloads import (
    Event,
    PageChange,
    PageDeleted,
    PageMove,
    PageMoved,
    PagePublished,
    PageUnpublished,
)
from publishing.webhooks.seen_pages import Seen
from publishing.webhooks.translation_changes import translation_gone, translation_published


def tell_difference(outbox: Outbox, before: Seen, after: Seen) -> None:
    """Puts in the outbox what came, went, moved or was published anew."""
    request = get_dummy_request()  # keeps what Wagtail looks up for the address of any page
    events: list[Event] = []
    for pk in dict.fromkeys([*before, *after]):
        events += _difference(before.get(pk), after.get(pk), request)
    outbox.put(events)


def tell_deleted(outbox: Outbox, pages: Iterable[Page]) -> None:
    request = get_dummy_request()
    events: list[Event] = []
    for page in pages:
        if data := page_data(page, request):
            events.append(PageDeleted(data=PageChange(page=data)))
            events += _gone(page, request)
    outbox.put(events)


def _difference(old: Page | None, new: Page | None, request: HttpRequest) -> Iterator[Event]:
    was = page_data(old, request) if old else None
    now = page_data(new, request) if new else None
    if old and was and not now:
        yield PageUnpublished(data=PageChange(page=was))
        yield from _gone(old, request)
        return
    if new is None or now is None:
        return
    if was and was.url != now.url:
        yield PageMoved(data=PageMove(page=now, old_path=was.path, old_url=was.url))
    if old is None or was is None or old.last_published_at != new.last_published_at:
        yield PagePublished(data=PageChange(page=now))
        if not is_in_source_language(new):
            yield from translation_published(new, now, request)


def _gone(page: Page, request: HttpRequest) -> Iterator[Event]:
    if not is_in_source_language(page):
        yield from translation_gone(page, request)
