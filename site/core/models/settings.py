"""What the practice says of itself, once for all pages."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="home")
class PracticeSettings(BaseSiteSetting):
    """Facts about the practice. Whatever is empty does not show on the site."""

    practice_name = models.CharField(
        _("name of the practice"), max_length=80, default="Psoas-release"
    )
    practitioner_name = models.CharField(_("your name"), max_length=80, blank=True)
    email = models.EmailField(
        _("e-mail address"),
        blank=True,
        help_text=_("Shown on the site. New messages are announced here, without their text."),
    )
    telephone = models.CharField(
        _("telephone"),
        max_length=30,
        blank=True,
        validators=[
            RegexValidator(
                r"^\+?[0-9 ()\-]{6,}$",
                _("Write a telephone number with digits and spaces, such as +31 6 00 00 00 00."),
            )
        ],
    )
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=12, blank=True)
    city = models.CharField(_("place"), max_length=80, blank=True)
    kvk_number = models.CharField(
        _("KvK number"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{8}$", _("A KvK number has eight digits."))],
        help_text=_("Your number in the register of the Chamber of Commerce."),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("practice_name"), FieldPanel("practitioner_name")], heading=_("Names")
        ),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("telephone")], heading=_("Contact")),
        MultiFieldPanel(
            [FieldPanel("street"), FieldPanel("postal_code"), FieldPanel("city")],
            heading=_("Address"),
        ),
        FieldPanel("kvk_number"),
    ]

    class Meta:
        verbose_name = _("practice details")

    def __str__(self) -> str:
        return self.practice_name

    @property
    def telephone_href(self) -> str:
        """The number for a `tel:` link (RFC 3966): digits and a leading plus only."""
        return "".join(character for character in self.telephone if character in "+0123456789")
