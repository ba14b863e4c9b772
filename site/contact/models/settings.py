"""How long messages are kept, and who hears of a new one."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from core.remembered import remembered

DEFAULT_RETENTION_DAYS = 90
LONGEST_RETENTION_DAYS = 3650


@register_setting(icon="mail")
class ContactSettings(BaseGenericSetting):
    """One row for the whole site; `ContactSettings.load()` gives it, and makes it where it is not there yet."""

    retention_days = models.PositiveSmallIntegerField(
        _("days that messages are kept"),
        default=DEFAULT_RETENTION_DAYS,
        validators=[
            MinValueValidator(1, _("Write a whole number of days, 1 or more.")),
            MaxValueValidator(
                LONGEST_RETENTION_DAYS, _("Write at most %(limit_value)s days (ten years).")
            ),
        ],
        help_text=_(
            "Older messages are deleted by themselves, unread ones too. "
            "The contact page and the privacy page state this number."
        ),
    )
    notification_email = models.EmailField(
        _("e-mail address for announcements"),
        blank=True,
        help_text=_(
            "Hears that there is a new message, without its text. "
            "Leave empty to use the address in the practice details."
        ),
    )

    panels = [FieldPanel("retention_days"), FieldPanel("notification_email")]

    class Meta:
        verbose_name = _("message settings")

    @classmethod
    def for_visit(cls, request: HttpRequest | None) -> "ContactSettings":
        """Those of a request, from what is kept while the content is the same: a visit writes nothing."""
        return remembered(request, "contact settings", lambda: cls.base_queryset().first() or cls())
