"""Writes events down, in the transaction of the change: what is rolled back is not told, what is committed is."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from publishing.models import Webhook, WebhookDelivery, WebhookEvent
from publishing.webhooks.payloads import Event, SiteChange, SiteChanged, TranslationChanged

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outbox:
    """The webhooks that are on. There is no outbox without one, so that nothing else is asked of the database."""

    webhooks: tuple[Webhook, ...]

    @classmethod
    def open(cls) -> "Outbox | None":
        """One query."""
        webhooks = tuple(Webhook.objects.filter(is_active=True))
        return cls(webhooks) if webhooks else None

    def put(self, events: Iterable[Event]) -> None:
        """For each webhook that wants them; two statements, however many events there are.

        What says nothing new since the transaction began is left out: 500 redirects are one change of the site.
        """
        told = []
        for event in events:
            webhooks = [each for each in self.webhooks if event.type in each.events]
            if webhooks and not _is_repeated(event):
                told.append((event, webhooks))
        if told:
            WebhookEvent.objects.bulk_create([_row(event) for event, _webhooks in told])
            WebhookDelivery.objects.bulk_create(
                WebhookDelivery(webhook=webhook, event_id=event.id)
                for event, webhooks in told
                for webhook in webhooks
            )


@contextmanager
def telling() -> Iterator[None]:
    """Around whatever notices a change: if it fails, that is logged, and the change is made all the same."""
    try:
        with transaction.atomic():
            yield
    except Exception:
        logger.exception("The webhooks were not told of a change.")


def tell_site_changed(changed: str) -> None:
    if outbox := Outbox.open():
        with telling():
            outbox.put([SiteChanged(data=SiteChange(changed=changed))])


def send(webhook: Webhook, event: Event) -> WebhookDelivery:
    """Puts an event in the row for one webhook, whether or not it is on or asked for it."""
    with transaction.atomic():
        row = _row(event)
        row.save(force_insert=True)
        return WebhookDelivery.objects.create(webhook=webhook, event=row)


def _row(event: Event) -> WebhookEvent:
    return WebhookEvent(
        id=event.id,
        type=event.type,
        created_at=event.timestamp,
        payload=event.model_dump_json(),
    )


@dataclass(frozen=True)
class _Said:
    """Stands among what waits for the commit, and so is gone with a transaction, or a part of one, that is undone."""

    content: str

    def __call__(self) -> None: ...


def _is_repeated(event: Event) -> bool:
    if not isinstance(event, SiteChanged | TranslationChanged):
        return False
    said = _Said(event.model_dump_json(include={"type", "data"}))
    waiting: list[Any] = connection.run_on_commit
    if any(function == said for _savepoints, function, *_ in waiting):
        return True
    transaction.on_commit(said)
    return False
