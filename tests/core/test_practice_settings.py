"""The practice details, as the practitioner fills them in."""

from typing import Any

import pytest
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from core.models import PracticeSettings

pytestmark = pytest.mark.django_db

URL = "/admin/settings/core/practicesettings/"


@pytest.fixture
def form(home: Any, practitioner_client: Client) -> tuple[str, dict[str, Any]]:
    """Where the form of the only site is posted, and what it holds."""
    response = practitioner_client.get(URL, follow=True)
    url = response.redirect_chain[-1][0]
    html = response.content.decode().split('enctype="multipart/form-data"')[0]
    index = html.count("<form") - 1
    data = querydict_from_html(response.content.decode(), form_index=index).dict()
    return url, data | {"opening_hours-count": "0", "social_links-count": "0"}


def hours(*spans: tuple[str, str, str]) -> dict[str, Any]:
    names = ("weekday", "opens", "closes")
    items = [("hours", dict(zip(names, span, strict=True))) for span in spans]
    return nested_form_data({"opening_hours": streamfield(items)})


def test_she_saves_every_detail(form, picture, practitioner_client):
    url, data = form
    profile = {"label": "Instagram", "url": "https://profiel.example/marijke"}
    data |= {
        "practice_name": "Praktijk De Wit",
        "practitioner_name": "Marijke de Wit",
        "portrait": picture.pk,
        "vat_number": "nl 0012.34.567.b01",
        "association_name": "Vereniging",
        "association_website": "https://vereniging.example/",
        "membership_number": "2041",
        "complaints_name": "Commissie",
        "complaints_website": "https://klachten.example/",
        "accent": "moss",
    }
    data |= hours(("monday", "09:00", "12:00"), ("monday", "13:00", "17:00"))
    data |= nested_form_data({"social_links": streamfield([("link", profile)])})
    response = practitioner_client.post(url, data)
    assert response.status_code == 302
    practice = PracticeSettings.objects.get()
    assert practice.practice_name == "Praktijk De Wit"
    assert practice.portrait == picture
    assert practice.vat_number == "NL001234567B01"
    assert practice.accent == "moss"
    assert practice.association_website == "https://vereniging.example/"
    assert [line.times for line in practice.hours] == ["9:00–12:00, 13:00–17:00"]
    assert [dict(link.value) for link in practice.social_links] == [profile]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"vat_number": "12345678"}, "Een btw-id ziet eruit als NL001234567B01"),
        (hours(("monday", "17:00", "09:00")), "Dit is niet later dan het begin."),
        (
            hours(("tuesday", "09:00", "13:00"), ("tuesday", "12:00", "17:00")),
            "Sommige uren overlappen elkaar: dinsdag.",
        ),
        (hours(("monday", "", "17:00")), "Dit is een verplicht veld."),
        (
            nested_form_data(
                {"social_links": streamfield([("link", {"label": "X", "url": "http://x.nl"})])}
            ),
            "Schrijf het hele adres, beginnend met https://.",
        ),
        ({"accent": "pink"}, "pink"),
    ],
)
def test_a_mistake_is_explained_and_nothing_is_saved(wrong, reason, form, practitioner_client):
    url, data = form
    response = practitioner_client.post(url, data | wrong | {"practice_name": "Anders"})
    assert response.status_code == 200
    assert reason in response.content.decode()
    assert not PracticeSettings.objects.exists()


def test_each_part_of_the_form_has_a_heading_in_dutch(home, practitioner_client):
    html = practitioner_client.get(URL, follow=True).content.decode()
    for heading in ["Namen en portret", "Adres", "Openingstijden", "Beroepsvereniging en klachten"]:
        assert heading in html


def test_a_deleted_picture_leaves_the_details_without_a_portrait(home, picture):
    practice = PracticeSettings.for_site(home.get_site())
    practice.portrait = picture
    practice.save()
    picture.delete()
    practice.refresh_from_db()
    assert practice.portrait is None


def test_the_route_is_a_search_for_the_address():
    practice = PracticeSettings(street="Kerkstraat 1", city="Utrecht")
    assert practice.route_url == (
        "https://www.openstreetmap.org/directions?to=Kerkstraat+1%2C+Utrecht"
    )


@pytest.mark.parametrize("address", [{"city": "Utrecht"}, {"street": "Kerkstraat 1"}])
def test_a_street_or_a_place_alone_has_no_route(address):
    assert PracticeSettings(**address).route_url == ""


def test_a_visit_writes_no_settings(home: Any, client: Client) -> None:
    for url in ("/", "/api/v1/site", "/robots.txt", "/favicon.ico"):
        client.get(url)
    assert not PracticeSettings.objects.exists()
