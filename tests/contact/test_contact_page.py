"""What the contact page shows, and what the privacy page says of its messages."""

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext, ngettext

from contact.models import ContactPage, ContactSettings
from home.models import HomePage, StandardPage
from tests.contact.form_page import soup


def test_form_asks_for_name_address_and_message_only(
    visitor: Client, contact_page: ContactPage
) -> None:
    page = soup(visitor.get(contact_page.get_url()))

    for name, autocomplete in [("name", "name"), ("email", "email"), ("message", None)]:
        field = page.find(id=f"id_{name}")
        assert page.find("label", attrs={"for": f"id_{name}"}).text
        assert field.has_attr("required")
        assert field.get("autocomplete") == autocomplete
        assert not field.has_attr("aria-invalid")
    assert len(page.select("form.form input, form.form textarea")) == 3 + len(["website", "token"])


def test_form_warns_against_medical_detail_where_the_message_is_typed(
    visitor: Client, contact_page: ContactPage
) -> None:
    page = soup(visitor.get(contact_page.get_url()))

    hint = page.find(id=page.find(id="id_message")["aria-describedby"])
    with translation.override("nl"):
        expected = gettext("Please leave out medical details; we can talk about those in person.")
    assert hint.text == expected


def test_trap_is_out_of_reach_of_keyboard_screen_reader_and_autofill(
    visitor: Client, contact_page: ContactPage
) -> None:
    trap = soup(visitor.get(contact_page.get_url())).select_one(".form__trap")

    assert trap["aria-hidden"] == "true"
    assert trap.input["tabindex"] == "-1"
    assert trap.input["autocomplete"] == "off"


@pytest.mark.parametrize("days", [1, 45])
def test_form_states_how_long_messages_are_kept(
    days: int, visitor: Client, english_contact_page: ContactPage
) -> None:
    settings = ContactSettings.load()
    settings.retention_days = days
    settings.save()

    page = soup(visitor.get(english_contact_page.get_url()))

    unit = "day" if days == 1 else "days"
    assert f"deleted by itself after {days} {unit}." in page.find("form").text


def test_form_and_thanks_can_both_be_previewed(contact_page: ContactPage) -> None:
    contact_page.thank_you_heading = "Dank je wel"

    form, thanks = (
        soup(contact_page.make_preview_request(preview_mode=mode))
        for mode, _ in contact_page.preview_modes
    )

    assert form.find("textarea")
    assert form.select_one("form button")["type"] == "button"
    assert thanks.h1.text == "Dank je wel"


@pytest.mark.parametrize("days", [1, 30])
def test_privacy_page_states_the_term_of_the_settings(
    days: int, visitor: Client, home: HomePage
) -> None:
    settings = ContactSettings.load()
    settings.retention_days = days
    settings.save()
    value = {"heading": "Hoelang", "prose": "<p>Niet voor altijd.</p>"}
    page = home.add_child(
        instance=StandardPage(title="Privacy", body=[("message_retention", value)])
    )

    text = soup(visitor.get(page.get_url())).main.text

    with translation.override("nl"):
        sentence = ngettext(
            "Messages that you send through the contact form are deleted by themselves "
            "after %(days)s day.",
            "Messages that you send through the contact form are deleted by themselves "
            "after %(days)s days.",
            days,
        )
    assert sentence % {"days": days} in text
