"""Forgetting what was told."""

from datetime import datetime, timedelta

from django.utils import timezone

from publishing.models import WebhookEvent
from publishing.periodic import periodic

KEPT = timedelta(days=30)  # longer than any attempt takes


@periodic(minutes=60)
def delete_old_events(now: datetime | None = None) -> int:
    """Deletes events with how their deliveries went; returns how many events."""
    old = WebhookEvent.objects.filter(created_at__lt=(now or timezone.now()) - KEPT)
    _rows, by_model = old.delete()
    return by_model.get("publishing.WebhookEvent", 0)
