"""What the API says that the contact form asks."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from contact.models import ContactMessage, ContactPage, ContactSettings
from home.models import HomePage, StandardPage
from tests.api.forms import address, errors
from tests.contact.form_page import soup
from tests.factories.tree import make_page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_form_is_described_as_the_page_shows_it(
    language: str, visitor: Client, contact_page: ContactPage, english_contact_page: ContactPage
) -> None:
    shown = contact_page if language == "nl" else english_contact_page
    html = soup(visitor.get(shown.get_url())).select_one("form.form")
    response = visitor.get(address(shown), headers={"Accept-Language": "fr"})
    form = response.json()

    assert response.status_code == 200
    assert [field["name"] for field in form["fields"]] == ["name", "email", "message", "website"]
    for field in form["fields"]:
        control = html.find(attrs={"name": field["name"]})
        label = html.find("label", attrs={"for": control["id"]})
        described_by = control.get("aria-describedby")
        kind = "textarea" if control.name == "textarea" else control["type"]
        assert field["kind"] == kind
        assert field["label"] == label.text
        assert field["help_text"] == (html.find(id=described_by).text if described_by else "")
        assert field["required"] == control.has_attr("required")
        assert field["autocomplete"] == control.get("autocomplete", "")
        assert field["honeypot"] == bool(control.find_parent(class_="form__trap"))
    assert [form["note"], form["privacy"]] == [note.text for note in html.select(".form__note")]
    assert form["send"] == html.button.text
    limits = {field["name"]: field["max_length"] for field in form["fields"]}
    assert limits == {"name": 120, "email": 254, "message": 5000, "website": None}


def test_form_says_where_and_how_it_is_sent(
    visitor: Client, english_contact_page: ContactPage
) -> None:
    form = visitor.get(address(english_contact_page)).json()

    assert form["submit_url"] == form["url"] == f"http://testserver{address(english_contact_page)}"
    assert form["method"] == "POST"
    assert form["token_max_age"] == 12 * 60 * 60


def test_form_is_in_no_cache_since_its_token_is_dated(
    visitor: Client, contact_page: ContactPage
) -> None:
    response = visitor.get(address(contact_page))

    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies


@pytest.mark.parametrize("days", [1, 45])
def test_form_states_how_long_messages_are_kept(
    days: int, visitor: Client, english_contact_page: ContactPage
) -> None:
    settings = ContactSettings.load()
    settings.retention_days = days
    settings.save()

    form = visitor.get(address(english_contact_page)).json()

    assert form["retention_days"] == days
    assert f"by itself after {days} {'day' if days == 1 else 'days'}." in form["privacy"]


def test_only_a_live_public_contact_page_has_a_form(
    visitor: Client, send: Callable, contact_page: ContactPage, home: HomePage
) -> None:
    draft = contact_page.copy(
        update_attrs={"title": "Concept", "slug": "concept", "live": False}, keep_live=False
    )
    private = contact_page.copy(update_attrs={"title": "Besloten", "slug": "besloten"})
    PageViewRestriction.objects.create(
        page=private, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    closed = contact_page.copy(update_attrs={"title": "Dicht", "slug": "dicht"})
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)

    others = {draft: 404, closed: 404, make_page(StandardPage, home): 404, private: 401}
    for other, status in others.items():
        assert visitor.get(address(other)).status_code == status
        assert send(other).status_code == status
    assert not ContactMessage.objects.exists()


def test_the_form_takes_no_parameters(visitor: Client, contact_page: ContactPage) -> None:
    response = visitor.get(f"{address(contact_page)}?locale=en")

    assert response.status_code == 422
    assert list(errors(response)) == ["locale"]


def test_form_takes_a_fixed_number_of_queries(
    visitor: Client, contact_page: ContactPage, django_assert_num_queries: Callable
) -> None:
    ContactSettings.load()  # the row of the settings is made when it is first asked for

    with django_assert_num_queries(3):
        visitor.get(address(contact_page))


def test_document_of_the_page_has_the_form_without_its_token(
    visitor: Client, english_contact_page: ContactPage
) -> None:
    document = visitor.get(f"/api/v1/pages/{english_contact_page.pk}").json()
    form = visitor.get(document["form"]["url"]).json()

    assert form.pop("token")
    assert form.pop("token_max_age")
    assert document["form"] == form


def test_number_that_no_page_can_have_is_not_found(visitor: Client, home: HomePage) -> None:
    assert visitor.get(f"/api/v1/pages/{10**30}/form").status_code == 404
