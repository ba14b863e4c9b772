"""Deleting messages when their term is over."""

from datetime import datetime

from contact.models.messages import ContactMessage
from publishing.periodic import periodic


@periodic(minutes=60)
def delete_expired_messages(now: datetime | None = None) -> int:
    """Deletes the messages that are past the term in the message settings; returns how many."""
    _, deleted = ContactMessage.objects.expired(now).delete()
    return deleted.get(ContactMessage._meta.label, 0)
