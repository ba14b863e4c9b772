"""Treatments: the page a visitor comes for, and the list of them."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import Locale, Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.fields import StreamField
from core.models import BasePage, HeroMixin
from core.visibility import visible
from seo.structured_data import Node, Subject
from treatments.blocks import treatment_blocks
from treatments.facts import TreatmentFacts, format_duration, format_price

MINUTES = [MinValueValidator(1), MaxValueValidator(24 * 60)]
FACT_FIELDS = [
    "price",
    "currency",
    "duration_from",
    "duration_to",
    "massage_from",
    "massage_to",
    "bookable_singly",
    "part_of_course",
]


class TreatmentIndexPage(BasePage):
    """All treatments of one language."""

    introduction = models.TextField(_("introduction"), blank=True)

    schema_type = "CollectionPage"
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    api_fields = [APIField("introduction")]
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["treatments.TreatmentPage"]
    max_count_per_parent = 1
    page_description = _("The list of your treatments; each treatment goes under it.")

    class Meta:
        verbose_name = _("treatment list")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {
            "treatments": live_treatments(self.locale)
        }


class TreatmentPage(HeroMixin, BasePage):
    """A treatment: its typed facts, then sections that go from the surface to the depth."""

    strapline = models.CharField(
        _("strapline"), max_length=160, blank=True, help_text=_("One short line under the title.")
    )
    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("One or two sentences that tell a reader they are in the right place."),
    )
    price = models.DecimalField(
        _("price"),
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="EUR",
        choices=[("EUR", _("euro")), ("GBP", _("pound sterling")), ("USD", _("US dollar"))],
    )
    duration_from = models.PositiveSmallIntegerField(
        _("takes from (minutes)"), null=True, blank=True, validators=MINUTES
    )
    duration_to = models.PositiveSmallIntegerField(
        _("to (minutes)"), null=True, blank=True, validators=MINUTES
    )
    massage_from = models.PositiveSmallIntegerField(
        _("of which massage from (minutes)"), null=True, blank=True, validators=MINUTES
    )
    massage_to = models.PositiveSmallIntegerField(
        _("to (minutes)"), null=True, blank=True, validators=MINUTES
    )
    bookable_singly = models.BooleanField(_("can be booked on its own"), default=True)
    part_of_course = models.BooleanField(_("can be part of a longer course"), default=False)
    body = StreamField(treatment_blocks(), verbose_name=_("sections"), blank=True)

    kind = _("Treatment")
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("strapline"),
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    api_fields = [APIField("strapline"), APIField("introduction"), APIField("body")]
    content_panels = [
        *Page.content_panels,
        FieldPanel("strapline"),
        FieldPanel("introduction"),
        HeroMixin.hero_panel,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("price"), FieldPanel("currency")]),
                FieldRowPanel([FieldPanel("duration_from"), FieldPanel("duration_to")]),
                FieldRowPanel([FieldPanel("massage_from"), FieldPanel("massage_to")]),
                FieldPanel("bookable_singly"),
                FieldPanel("part_of_course"),
            ],
            heading=_("Facts"),
            help_text=_(
                "You fill these in once. The site words them in Dutch and in English, "
                "wherever they are shown."
            ),
        ),
        FieldPanel("body"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *HeroMixin.hero_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in FACT_FIELDS),
    ]
    parent_page_types = ["treatments.TreatmentIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("A treatment: price and duration, and sections from surface to depth.")

    class Meta:
        verbose_name = _("treatment")

    def clean(self) -> None:
        super().clean()
        errors = {}
        for start, end in (("duration_from", "duration_to"), ("massage_from", "massage_to")):
            first, last = getattr(self, start), getattr(self, end)
            if first and last and last < first:
                errors[end] = ValidationError(
                    _("This is shorter than the number before it; swap the two."), code="order"
                )
        total = self.duration_to or self.duration_from
        massage = self.massage_to or self.massage_from
        if total and massage and massage > total:
            errors.setdefault(
                "massage_to" if self.massage_to else "massage_from",
                ValidationError(
                    _("The massage cannot take longer than the whole; make it %(total)d or less."),
                    code="longer_than_total",
                    params={"total": total},
                ),
            )
        if errors:
            raise ValidationError(errors)

    @property
    def facts(self) -> TreatmentFacts:
        """The facts in the active language."""
        language = translation.get_language() or settings.LANGUAGE_CODE
        booking = []
        if self.bookable_singly:
            booking.append(gettext("Can be booked on its own"))
        if self.part_of_course:
            booking.append(gettext("Can be part of a one-to-one course"))
        return TreatmentFacts(
            price="" if self.price is None else format_price(self.price, self.currency, language),
            duration=format_duration(self.duration_from, self.duration_to, language),
            massage=format_duration(self.massage_from, self.massage_to, language),
            booking=booking,
        )

    def get_structured_data(self, subject: Subject) -> list[Node]:
        """A service with its price, from the same fields as the facts on the page."""
        return [
            {
                "@type": "Service",
                "@id": subject.id("service"),
                "name": self.title,
                "description": subject.description,
                "url": subject.url,
                "image": subject.image(self.hero_image),
                "provider": subject.practice,
                "mainEntityOfPage": subject.page,
                "offers": {
                    "@type": "Offer",
                    "price": self.price,
                    "priceCurrency": self.currency,
                    "url": subject.url,
                    "eligibleQuantity": self._schema_duration(),
                },
            }
        ]

    def _schema_duration(self) -> Node | None:
        """What the price is for. schema.org has no duration of a service; the unit is UN/CEFACT's code for a minute."""
        ends = sorted({minutes for minutes in (self.duration_from, self.duration_to) if minutes})
        if not ends:
            return None
        amount = (
            {"value": ends[0]} if len(ends) == 1 else {"minValue": ends[0], "maxValue": ends[1]}
        )
        return {"@type": "QuantitativeValue", **amount, "unitCode": "MIN"}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"linked_treatments": linked_treatments(self, context["linked_pages"])}


def live_treatments(locale: Locale) -> models.QuerySet[TreatmentPage]:
    """The live treatments of a language in the order of the tree, with what a card shows."""
    return (
        visible(TreatmentPage.objects)
        .filter(locale=locale)
        .select_related("locale", "hero_image")
        .order_by("path")
    )


def linked_treatments(page: Page, linked_pages: dict[int, Page | None]) -> dict[int, TreatmentPage]:
    """The treatments among the pages that a body links to, by primary key, with what a card shows."""
    chosen = [linked.pk for linked in linked_pages.values() if linked is not None]
    if not chosen:
        return {}
    treatments = live_treatments(page.locale).filter(pk__in=chosen)
    return {treatment.pk: treatment for treatment in treatments}
