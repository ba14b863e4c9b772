"""What the room keeps."""

from publishing.models.changes import ContentChange
from publishing.models.drafts import DraftLink, key_in
from publishing.models.webhooks import Webhook, WebhookDelivery, WebhookEvent

__all__ = ["ContentChange", "DraftLink", "Webhook", "WebhookDelivery", "WebhookEvent", "key_in"]
