"""Events that are due, and their delivery, at one moment."""

from datetime import UTC, datetime

from publishing.models import Webhook, WebhookDelivery
from publishing.webhooks.delivering import (
    deliver_due,
)
from publishing.webhooks.outbox import send
from publishing.webhooks.payloads import SiteChange, SiteChanged

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def put(webhook: Webhook, changed: str = "menus") -> WebhookDelivery:
    delivery = send(webhook, SiteChanged(timestamp=NOON, data=SiteChange(changed=changed)))
    delivery.next_attempt_at = NOON
    delivery.save()
    return delivery


def deliver(moment: datetime = NOON) -> int:
    return deliver_due(lambda: moment)
