"""Parts that several documents have: facts, cards, the practice."""

import datetime
from typing import Any

from django.utils.formats import date_format
from ninja import Schema
from pydantic import Field

from api.documents.images import Image, image
from api.documents.links import Language, PageLink
from api.documents.making import Surroundings
from blog.models import BlogPage
from core.page_links import LANGUAGE_LABELS
from core.renditions import Place
from treatments.models import TreatmentPage


class Day(Schema):
    """A date, as it is and as it is written in the language of the document."""

    date: datetime.date
    text: str


class Amount(Schema):
    """`amount` has a point and two decimals; `currency` is an ISO 4217 code; `text` is worded: “€ 100”."""

    amount: str
    currency: str
    text: str


class Span(Schema):
    """Minutes; `text` is worded: “1,5 tot 2 uur”. One end may be missing."""

    from_minutes: int | None
    to_minutes: int | None
    text: str


class Facts(Schema):
    """The typed facts of a treatment; what she has not filled in is null."""

    price: Amount | None
    duration: Span | None
    massage: Span | None
    bookable_singly: bool
    part_of_course: bool
    booking: list[str] = Field(description="The ways to book, worded.")
    summary: str = Field(description="Price and duration on one line: “€ 100 · 1,5 tot 2 uur”.")


class TreatmentCard(Schema):
    page: PageLink
    title: str
    strapline: str
    facts: Facts
    image: Image | None


class SubjectLink(Schema):
    """A category or a topic, and the address of its posts on this site."""

    id: int
    name: str
    slug: str
    path: str


class PostCard(Schema):
    """A post in a list. `language_label` is “In Dutch” where the post is in another language than the list."""

    page: PageLink
    title: str
    locale: Language  # type: ignore[valid-type]
    language_label: str
    date: Day
    summary: str
    category: SubjectLink | None
    image: Image | None


class Telephone(Schema):
    text: str
    href: str


class OpeningHours(Schema):
    """A line of the hours, worded: “ma t/m wo” and “9:00–12:30”."""

    days: str
    times: str


class Named(Schema):
    """A name, and a website where there is one (else empty)."""

    name: str
    website: str


class SocialLink(Schema):
    label: str
    url: str


class Practice(Schema):
    """What the practice says of itself, in the language of the document; what is not filled in is empty or null."""

    practice_name: str
    practitioner_name: str
    about: str
    portrait: Image | None
    email: str
    telephone: Telephone | None
    street: str
    postal_code: str
    city: str
    address: str
    route_url: str
    route: str
    opening_hours: list[OpeningHours]
    hours_note: str
    kvk_number: str
    vat_number: str
    association: Named | None
    membership_number: str
    complaints: Named | None
    social_links: list[SocialLink]
    accent: str


class Closing(Schema):
    """The way to get in touch, at the end of a page."""

    heading: str
    text: str
    button_text: str
    contact: PageLink
    portrait: Image | None
    practitioner_name: str
    about: str


def day(value: datetime.date) -> dict[str, Any]:
    return {"date": value, "text": date_format(value, "DATE_FORMAT")}


def span(start: int | None, end: int | None, text: str) -> dict[str, Any] | None:
    return {"from_minutes": start, "to_minutes": end, "text": text} if text else None


def facts(treatment: TreatmentPage) -> dict[str, Any]:
    """`Facts`, in the active language."""
    worded = treatment.facts
    return {
        "price": None
        if treatment.price is None
        else {
            "amount": f"{treatment.price:.2f}",
            "currency": treatment.currency,
            "text": worded.price,
        },
        "duration": span(treatment.duration_from, treatment.duration_to, worded.duration),
        "massage": span(treatment.massage_from, treatment.massage_to, worded.massage),
        "bookable_singly": treatment.bookable_singly,
        "part_of_course": treatment.part_of_course,
        "booking": worded.booking,
        "summary": worded.summary,
    }


def treatment_card(treatment: TreatmentPage, making: Surroundings) -> dict[str, Any]:
    return {
        "page": making.page_link(treatment),
        "title": treatment.title,
        "strapline": treatment.strapline,
        "facts": facts(treatment),
        "image": image(treatment.hero_image, Place.TREATMENT_CARD, "", decorative=True),
    }


def subject_link(subject: Any, path: str) -> dict[str, Any]:
    return {"id": subject.pk, "name": subject.name, "slug": subject.slug, "path": path}


def post_card(post: BlogPage, making: Surroundings) -> dict[str, Any]:
    category = post.shown_category
    language = post.locale.language_code
    is_foreign = post.locale_id != making.locale.pk
    return {
        "page": making.page_link(post),
        "title": post.title,
        "locale": language,
        "language_label": str(LANGUAGE_LABELS[language]) if is_foreign else "",
        "date": day(post.date),
        "summary": post.summary,
        "category": category and subject_link(category, post.category_url),
        "image": image(post.hero_image, Place.POST_CARD, "", decorative=True),
    }


def portrait(making: Surroundings) -> dict[str, Any] | None:
    return making.remembered(
        "portrait",
        lambda: image(making.practice.portrait, Place.PORTRAIT, making.words.portrait_alt),
    )


def practice(making: Surroundings) -> dict[str, Any]:
    """`Practice`."""
    facts, words = making.practice, making.words
    same = (
        "practice_name",
        "practitioner_name",
        "email",
        "street",
        "postal_code",
        "city",
        "address",
        "route_url",
        "kvk_number",
        "vat_number",
        "membership_number",
        "accent",
    )
    telephone = {"text": facts.telephone, "href": f"tel:{facts.telephone_href}"}
    return {name: getattr(facts, name) for name in same} | {
        "about": words.about,
        "portrait": portrait(making),
        "telephone": telephone if facts.telephone else None,
        "route": words.route,
        "opening_hours": [{"days": line.days, "times": line.times} for line in facts.hours],
        "hours_note": words.hours_note,
        "association": _named(facts.association_name, facts.association_website),
        "complaints": _named(facts.complaints_name, facts.complaints_website),
        "social_links": [
            {"label": link.value["label"], "url": link.value["url"]} for link in facts.social_links
        ],
    }


def _named(name: str, website: str) -> dict[str, str] | None:
    return {"name": name, "website": website} if name else None
