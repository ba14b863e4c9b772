"""Taking in messages that passed every check, and the ones that wait to be read."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from contact.models.messages import ContactMessage
from contact.notifications import announce_message
from contact.retention import delete_expired_messages

SAME_MESSAGE_WINDOW = timedelta(minutes=10)


def receive_message(page: Page, *, name: str, email: str, message: str) -> None:
    """Stores a message and has it announced.

    The same message again within `SAME_MESSAGE_WINDOW`, as by a double click, changes nothing.
    """
    with transaction.atomic():
        # Two clicks reach two workers at the same moment: the second waits here for the first.
        list(Page.objects.select_for_update().filter(pk=page.pk).values_list("pk"))
        language = page.locale.language_code
        is_repeated = ContactMessage.objects.filter(
            name=name,
            email=email,
            message=message,
            created_at__gt=timezone.now() - SAME_MESSAGE_WINDOW,
        ).exists()
        if is_repeated:
            return
        received = ContactMessage.objects.create(
            name=name, email=email, message=message, language=language
        )
        delete_expired_messages()
        transaction.on_commit(partial(announce_message, received))


def unread_messages() -> QuerySet[ContactMessage]:
    """The messages that nobody has opened yet."""
    return ContactMessage.objects.kept().unread()
