"""The contact page, what it receives, and how long that is kept."""

from contact.models.messages import ContactMessage
from contact.models.pages import ContactPage
from contact.models.settings import ContactSettings

__all__ = ["ContactMessage", "ContactPage", "ContactSettings"]
