"""What stands in for the rows of a database: pages, menus, the practice's details. None of it is saved."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import models
from wagtail.blocks import StreamValue
from wagtail.models import Page

from blog.models import BlogPage
from core.models import PracticeSettings
from navigation.menus import MenuItem, Navigation
from patterns.content import Sample, stand_in, value_of
from treatments.models import TreatmentPage

NOWHERE = "#content"
# What is not a text, or has a form of its own.
DETAILS = {
    "email": "naam@example.com",
    "telephone": "+31 6 00 00 00 00",
    "postal_code": "1234 AB",
    "kvk_number": "00000000",
}


def shell(sample: Sample, menu: int = 4, details: dict[str, str] | None = None) -> dict[str, Any]:
    """What the header and the footer read: a menu of so many items, and the practice with these details."""
    titles = sample.at(30)
    items = [MenuItem(titles.text(60), NOWHERE, is_current=number == 0) for number in range(menu)]
    practice = PracticeSettings(**details or {})
    return {
        "navigation": Navigation(main=items, footer=items[:2], contact_url=NOWHERE),
        "settings": {"core": {"PracticeSettings": practice}},
    }


def practice_details(sample: Sample) -> dict[str, str]:
    """Every detail of the practice filled in."""
    texts = {
        field.name: sample.text(field.max_length)
        for field in PracticeSettings._meta.get_fields()
        if isinstance(field, models.CharField)
    }
    return texts | DETAILS


def body(model: type[Page], sample: Sample) -> StreamValue:
    """One of every block that this page type offers, in the order of the block chooser."""
    block = model._meta.get_field("body").stream_block
    return StreamValue(
        block,
        [
            (name, value_of(child, sample.at(number)), f"p-{name}")
            for number, (name, child) in enumerate(block.child_blocks.items())
        ],
    )


def treatment(sample: Sample, **fields: Any) -> TreatmentPage:
    """A treatment with all of its facts; a short one has its price alone."""
    facts: dict[str, Any] = {"price": Decimal(100)}
    if sample.length != "short":
        facts |= {"duration_from": 90, "duration_to": 120, "massage_from": 60, "massage_to": 75}
    if sample.length == "long":
        facts |= {"price": Decimal("1234.50"), "part_of_course": True}
    return stand_in(TreatmentPage, sample, hero_image=sample.picture, **facts | fields)


def posts(number: int, sample: Sample) -> list[BlogPage]:
    """Posts, a week apart, the newest first; every third one without a picture."""
    newest = date(2026, 9, 30)
    return [
        stand_in(
            BlogPage,
            sample,
            date=newest - timedelta(weeks=week),
            hero_image=sample.picture if week % 3 else None,
        )
        for week in range(number)
    ]
