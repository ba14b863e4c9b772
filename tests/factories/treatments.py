from decimal import Decimal

import factory
import wagtail_factories

from treatments.models import TreatmentIndexPage, TreatmentPage


class TreatmentIndexPageFactory(wagtail_factories.PageFactory):
    title = "Behandelingen"
    slug = "behandelingen"

    class Meta:
        model = TreatmentIndexPage


class TreatmentPageFactory(wagtail_factories.PageFactory):
    title = "Psoas-release"
    slug = factory.Sequence(lambda number: f"psoas-release-{number}")
    strapline = "Puur en diep."
    price = Decimal(100)
    duration_from = 90
    duration_to = 120
    massage_from = 60
    massage_to = 90

    class Meta:
        model = TreatmentPage
