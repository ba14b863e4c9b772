"""The mail that says there is a new message, and nothing of what is in it."""

import logging

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Site

from contact.models.messages import ContactMessage
from contact.models.settings import ContactSettings
from core.models import PracticeSettings

logger = logging.getLogger(__name__)


def announce_message(message: ContactMessage) -> None:
    """Mails the practitioner, in her language, where to read the message.

    Never raises: the message is stored already, and its sender can do nothing about the mail.
    """
    try:
        recipients = announcement_recipients()
        if not recipients:
            logger.warning(
                "Message %s is stored, but nobody has an address to hear of it.", message.pk
            )
            return
        with translation.override(settings.LANGUAGE_CODE):
            subject = gettext("New message through the website")
            body = render_to_string("contact/new_message.txt", _body_context(message))
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, recipients)
    except Exception as error:
        # Only the kind of error: a mail server's answer may quote addresses.
        logger.error(
            "Message %s is stored, but its announcement was not mailed (%s); check EMAIL_URL.",
            message.pk,
            type(error).__name__,
        )


def announcement_recipients() -> list[str]:
    """The address in the message settings, else that of the practice, else those of everyone who may read messages."""
    address = ContactSettings.load().notification_email
    site = Site.objects.filter(is_default_site=True).first()
    if not address and site is not None:
        address = PracticeSettings.for_site(site).email
    if address:
        return [address]
    readers = get_user_model().objects.with_perm(
        "contact.view_contactmessage", backend="django.contrib.auth.backends.ModelBackend"
    )
    return list(readers.exclude(email="").values_list("email", flat=True))


def _body_context(message: ContactMessage) -> dict[str, str]:
    path = reverse("contact_messages:inspect", args=[message.pk])
    return {
        "language": message.get_language_display(),
        "url": f"{settings.WAGTAILADMIN_BASE_URL}{path}",
    }
