"""What visitors wrote."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from contact.models.settings import ContactSettings

NAME_MAX_LENGTH = 120
MESSAGE_MAX_LENGTH = 5000


class ContactMessageQuerySet(models.QuerySet):
    """Messages by their age; the term is the one in the message settings now."""

    def kept(self, now: datetime | None = None) -> Self:
        """Messages within the term: the only ones anybody may still see."""
        return self.filter(created_at__gt=_end_of_term(now))

    def expired(self, now: datetime | None = None) -> Self:
        """Messages past the term, waiting to be deleted."""
        return self.filter(created_at__lte=_end_of_term(now))

    def unread(self) -> Self:
        return self.filter(read_at=None)


class ContactMessage(models.Model):
    """A message of a visitor: what was typed, in which language and when; nothing else is known."""

    name = models.CharField(_("name"), max_length=NAME_MAX_LENGTH)
    email = models.EmailField(_("e-mail address"))
    message = models.TextField(_("message"), max_length=MESSAGE_MAX_LENGTH)
    language = models.CharField(_("language"), max_length=10)
    created_at = models.DateTimeField(_("received"), default=timezone.now, editable=False)
    read_at = models.DateTimeField(_("read"), null=True, editable=False)

    objects = ContactMessageQuerySet.as_manager()

    counts_as_content = False

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-pk"]
        # Nobody writes or changes a message in the admin, so there is nothing to grant.
        default_permissions = ("view", "delete")

    def __str__(self) -> str:
        """Names no one: Wagtail's log keeps this after the message is deleted."""
        moment = date_format(timezone.localtime(self.created_at), "DATETIME_FORMAT")
        return gettext("Message of %(moment)s") % {"moment": moment}

    @property
    def is_unread(self) -> bool:
        return self.read_at is None

    def get_language_display(self) -> str:
        """The language's name in the reader's language."""
        return get_language_info(self.language)["name_translated"]


def _end_of_term(now: datetime | None) -> datetime:
    return (now or timezone.now()) - timedelta(days=ContactSettings.load().retention_days)
