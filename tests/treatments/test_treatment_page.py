"""The facts are checked when they are filled in, and shown where they belong."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"duration_from": 120, "duration_to": 90}, "duration_to"),
        ({"massage_from": 90, "massage_to": 60}, "massage_to"),
        ({"duration_to": 60, "duration_from": 60, "massage_to": 90}, "massage_to"),
        ({"price": Decimal(-1)}, "price"),
        ({"duration_from": 0}, "duration_from"),
    ],
)
def test_facts_that_cannot_be_are_refused_at_their_field(home, facts, field):
    page = make_page(TreatmentPage, home)
    for name, value in facts.items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as refusal:
        page.full_clean()
    assert field in refusal.value.message_dict


def test_the_admin_says_in_dutch_what_to_do_about_it(home, practitioner_client):
    page = make_page(TreatmentPage, home)
    response = practitioner_client.post(
        f"/admin/pages/{page.pk}/edit/",
        {
            "title": page.title,
            "slug": page.slug,
            "currency": "EUR",
            "duration_from": 120,
            "duration_to": 90,
            "body-count": 0,
            "action-publish": "1",
        },
    )
    assert response.status_code == 200
    assert "wissel de twee om" in response.content.decode()
    page.refresh_from_db()
    assert page.duration_from == 90


def test_facts_stand_in_the_card_and_in_the_practical_section(home, client: Client):
    page = make_page(
        TreatmentPage,
        home,
        part_of_course=True,
        body=[
            {
                "type": "practical",
                "value": {
                    "heading": "Praktisch",
                    "prose": "",
                    "prose_after": "",
                    "button_text": "",
                },
                "id": "7f0a7d5e-0d9b-4a86-9d64-1f2f3c4d5e6f",
            }
        ],
    )
    html = client.get(page.url).content.decode()
    assert html.count("€\u00a0100") == 2
    assert html.count("1,5 tot 2 uur") == 2
    assert "1:1-traject" in html


def test_without_facts_there_is_no_empty_card(home, client: Client):
    page = make_page(
        TreatmentPage,
        home,
        price=None,
        duration_from=None,
        duration_to=None,
        massage_from=None,
        massage_to=None,
        bookable_singly=False,
    )
    html = client.get(page.url).content.decode()
    assert "In het kort" not in html
    assert "Jouw investering" not in html


def test_a_picture_without_words_is_asked_for_when_publishing_only(
    home, picture, practitioner_client
):
    page = make_page(TreatmentPage, home)
    fields = {
        "title": page.title,
        "slug": page.slug,
        "currency": "EUR",
        "hero_image": picture.pk,
        "hero_alt": "",
        "body-count": 0,
    }
    url = f"/admin/pages/{page.pk}/edit/"
    refused = practitioner_client.post(url, fields | {"action-publish": "1"})
    assert refused.status_code == 200
    assert "Beschrijf de afbeelding" in refused.content.decode()
    assert practitioner_client.post(url, fields).status_code == 302
    decorative = fields | {"hero_decorative": "on", "action-publish": "1"}
    assert practitioner_client.post(url, decorative).status_code == 302
    page.refresh_from_db()
    assert page.hero_image == picture


@pytest.mark.parametrize(("decorative", "expected"), [(False, 'alt="Een doek."'), (True, 'alt=""')])
def test_the_hero_has_the_alternative_text_of_its_language(
    home, picture, decorative, expected, client: Client
):
    page = make_page(
        TreatmentPage,
        home,
        hero_image=picture,
        hero_alt="Een doek.",
        hero_decorative=decorative,
    )
    assert expected in client.get(page.url).content.decode()
