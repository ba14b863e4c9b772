"""What the practice says of itself, once for all pages."""

from urllib.parse import urlencode

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.images import get_image_model_string
from wagtail.models import Site

from core.blocks.practice import OpeningHoursStreamBlock, SocialLinkBlock, spans_of
from core.colours import ACCENTS, DEFAULT_ACCENT
from core.fields import StreamField
from core.opening_hours import OpeningHours, format_opening_hours
from core.remembered import remembered
from core.sites import host_of, site_of
from core.vat_number import normalise_vat_number, validate_vat_number

# Takes a place by its name and asks the visitor where from: https://wiki.openstreetmap.org/wiki/Permalink
ROUTE_URL = "https://www.openstreetmap.org/directions"


@register_setting(icon="home")
class PracticeSettings(BaseSiteSetting):
    """Facts about the practice, the same in every language. Whatever is empty does not show on the site.

    Words that differ by language are `PracticeWords`.
    """

    practice_name = models.CharField(
        _("name of the practice"), max_length=80, default="Psoas-release"
    )
    practitioner_name = models.CharField(_("your name"), max_length=80, blank=True)
    portrait = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Shown with your name beside the contact form and at the end of pages. "
            "Describe it under “Words about the practice”."
        ),
    )
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
    opening_hours = StreamField(
        OpeningHoursStreamBlock(),
        verbose_name=_("opening hours"),
        blank=True,
        help_text=_(
            "One line for each stretch of a day; the site puts days with the same hours together."
        ),
    )
    kvk_number = models.CharField(
        _("KvK number"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{8}$", _("A KvK number has eight digits."))],
        help_text=_("Your number in the register of the Chamber of Commerce."),
    )
    vat_number = models.CharField(
        _("VAT identification number"),
        max_length=24,  # as typed; what is stored has 14 characters
        blank=True,
        validators=[validate_vat_number],
        help_text=_("The one for invoices and your site, such as NL001234567B01."),
    )
    association_name = models.CharField(_("professional association"), max_length=120, blank=True)
    association_website = models.URLField(_("website of the association"), blank=True)
    membership_number = models.CharField(
        _("membership number"),
        max_length=40,
        blank=True,
        help_text=_("Shown behind the name of the association."),
    )
    complaints_name = models.CharField(
        _("complaints scheme"),
        max_length=120,
        blank=True,
        help_text=_("Where somebody can go with a complaint that the two of you cannot solve."),
    )
    complaints_website = models.URLField(_("website of the complaints scheme"), blank=True)
    social_links = StreamField(
        [("link", SocialLinkBlock())],
        verbose_name=_("profiles elsewhere"),
        blank=True,
        help_text=_("Plain links at the foot of each page; nothing is loaded from those sites."),
    )
    accent = models.CharField(
        _("accent"),
        max_length=10,
        choices=[(name, accent.label) for name, accent in ACCENTS.items()],
        default=DEFAULT_ACCENT,
        help_text=_(
            "The colour of links, buttons and the drawn line, "
            "and of the small picture in the browser’s tab. Each is legible everywhere."
        ),
    )
    lists_untranslated_posts = models.BooleanField(
        _("list Dutch posts in the English blog"),
        default=False,
        help_text=_(
            "Posts that have no English yet then stand in the English list too, marked “in Dutch”, "
            "and lead to the Dutch post."
        ),
    )
    offers_markdown = models.BooleanField(
        _("pages as plain text for reading machines"),
        default=True,
        help_text=_("Each page also as Markdown, and a list of them at /llms.txt."),
    )
    admits_ai_crawlers = models.BooleanField(
        _("let AI services read the site"),
        default=True,
        help_text=_(
            "If not, robots.txt asks them to stay away. Search engines may read the site either way."
        ),
    )

    select_related = ["portrait"]

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("practice_name"),
                FieldPanel("practitioner_name"),
                FieldPanel("portrait"),
            ],
            heading=_("Names and portrait"),
        ),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("telephone")], heading=_("Contact")),
        MultiFieldPanel(
            [FieldPanel("street"), FieldPanel("postal_code"), FieldPanel("city")],
            heading=_("Address"),
            help_text=_("With a link to the route, which opens a map on another site."),
        ),
        FieldPanel("opening_hours"),
        MultiFieldPanel(
            [FieldPanel("kvk_number"), FieldPanel("vat_number")], heading=_("Registration")
        ),
        MultiFieldPanel(
            [
                FieldPanel("association_name"),
                FieldPanel("association_website"),
                FieldPanel("membership_number"),
                FieldPanel("complaints_name"),
                FieldPanel("complaints_website"),
            ],
            heading=_("Professional association and complaints"),
            help_text=_("A website only makes its name a link; without a name it does not show."),
        ),
        FieldPanel("social_links"),
        FieldPanel("accent"),
        FieldPanel("lists_untranslated_posts"),
        MultiFieldPanel(
            [FieldPanel("offers_markdown"), FieldPanel("admits_ai_crawlers")],
            heading=_("Reading machines"),
        ),
    ]

    class Meta:
        verbose_name = _("practice details")

    def __str__(self) -> str:
        return self.practice_name

    @classmethod
    def for_request(cls, request: HttpRequest) -> "PracticeSettings":
        """Wagtail's, from what is kept while the content is the same: many requests share it, and it knows none.

        Raises DoesNotExist without a site.
        """
        name = cls.get_cache_attr_name()
        if not hasattr(request, name):
            key = ("practice", host_of(request))
            setattr(request, name, remembered(request, key, lambda: cls._of(site_of(request))))
        return getattr(request, name)

    @classmethod
    def _of(cls, site: Site | None) -> "PracticeSettings":
        """As `for_site`; those that came with the site cost no query."""
        if site is None or not cls.site.field.remote_field.is_cached(site):
            return cls.for_site(site)
        return getattr(site, "practicesettings", None) or cls(site=site)

    @classmethod
    def for_site(cls, site: Site | None) -> "PracticeSettings":
        """Those of the site; as nobody has filled them in yet, where nobody has: a visit writes nothing.

        Raises DoesNotExist without a site.
        """
        if site is None:
            raise cls.DoesNotExist("There is no site whose settings these could be.")
        return cls.base_queryset().filter(site=site).first() or cls(site=site)

    def clean(self) -> None:
        super().clean()
        self.vat_number = normalise_vat_number(self.vat_number)

    @property
    def telephone_href(self) -> str:
        """The number for a `tel:` link (RFC 3966): digits and a leading plus only."""
        return "".join(character for character in self.telephone if character in "+0123456789")

    @property
    def place(self) -> str:
        """`1234 AB Plaats`, or the part of it that is filled in."""
        return f"{self.postal_code} {self.city}".strip()

    @property
    def address(self) -> str:
        """Where the practice is, on one line, as far as it is filled in."""
        return ", ".join(filter(None, [self.street, self.place]))

    @property
    def route_url(self) -> str:
        """The page of OpenStreetMap that plans a route to the practice; `""` without both street and place."""
        if not (self.street and self.city):
            return ""
        return f"{ROUTE_URL}?{urlencode({'to': self.address})}"

    @property
    def hours(self) -> list[OpeningHours]:
        """The opening hours in the active language."""
        return format_opening_hours(spans_of(self.opening_hours), get_language() or "nl")
