"""Facts are worded per language from the same numbers."""

from decimal import Decimal

import pytest
from django.utils import translation

from treatments.facts import format_duration, format_price
from treatments.models import TreatmentPage

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("amount", "currency", "dutch", "english"),
    [
        ("100", "EUR", f"€{NBSP}100", "€100"),
        ("100.00", "EUR", f"€{NBSP}100", "€100"),
        ("99.50", "EUR", f"€{NBSP}99,50", "€99.50"),
        ("1250", "EUR", f"€{NBSP}1.250", "€1,250"),
        ("0", "EUR", f"€{NBSP}0", "€0"),
        ("80", "GBP", f"£{NBSP}80", "£80"),
        ("80", "CHF", f"CHF{NBSP}80", f"CHF{NBSP}80"),
    ],
)
def test_price_is_written_as_its_language_does(amount, currency, dutch, english):
    assert format_price(Decimal(amount), currency, "nl") == dutch
    assert format_price(Decimal(amount), currency, "en") == english


@pytest.mark.parametrize(
    ("start", "end", "dutch", "english"),
    [
        (90, 120, "1,5 tot 2 uur", "1.5 to 2 hours"),
        (60, 90, "60 tot 90 minuten", "60 to 90 minutes"),
        (120, 120, "2 uur", "2 hours"),
        (None, 60, "60 minuten", "60 minutes"),
        (75, None, "75 minuten", "75 minutes"),
        (100, 120, "100 tot 120 minuten", "100 to 120 minutes"),
        (1, 1, "1 minuut", "1 minute"),
        (None, None, "", ""),
    ],
)
def test_duration_is_written_as_its_language_does(start, end, dutch, english):
    assert format_duration(start, end, "nl") == dutch
    assert format_duration(start, end, "en") == english


@pytest.mark.django_db
def test_summary_joins_price_and_duration_in_the_active_language():
    page = TreatmentPage(price=Decimal(100), duration_from=90, duration_to=120)
    with translation.override("nl"):
        assert page.facts.summary == f"€{NBSP}100 · 1,5 tot 2 uur"
    with translation.override("en"):
        assert page.facts.summary == "€100 · 1.5 to 2 hours"


@pytest.mark.django_db
def test_facts_that_are_not_filled_in_leave_nothing_behind():
    page = TreatmentPage(bookable_singly=False, part_of_course=False)
    assert not page.facts
    assert page.facts.summary == ""
