"""Deleting links to drafts when their time is over."""

from datetime import datetime

from publishing.models import DraftLink
from publishing.periodic import periodic


@periodic(minutes=60)
def delete_expired_draft_links(now: datetime | None = None) -> int:
    """Deletes the links that work no longer; returns how many."""
    deleted, _ = DraftLink.objects.expired(now).delete()
    return deleted
