"""The mail that says there is a new message, and nothing of what is in it."""

import logging

from django.conf import settings
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

    Without an address nothing is sent. Never raises: the message is stored already, and its sender
    can do nothing about the mail.
    """
    try:
        recipient = _recipient()
        if not recipient:
            return
        with translation.override(settings.LANGUAGE_CODE):
            subject = gettext("New message through the website")
            body = render_to_string("contact/new_message.txt", _body_context(message))
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [recipient])
    except Exception as error:
        # Only the kind of error: a mail server's answer may quote addresses.
        logger.error(
            "Message %s is stored, but its announcement was not mailed (%s); check EMAIL_URL.",
            message.pk,
            type(error).__name__,
        )


def _recipient() -> str:
    address = ContactSettings.load().notification_email
    site = Site.objects.filter(is_default_site=True).first()
    if address or site is None:
        return address
    return PracticeSettings.for_site(site).email


def _body_context(message: ContactMessage) -> dict[str, str]:
    path = reverse("contact_messages:inspect", args=[message.pk])
    return {
        "language": message.get_language_display(),
        "url": f"{settings.WAGTAILADMIN_BASE_URL}{path}",
    }
