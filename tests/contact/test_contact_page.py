"""What a visitor meets at the contact page."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext, ngettext

from contact.models import ContactMessage, ContactPage, ContactSettings
from home.models import HomePage, StandardPage
from tests.factories.contact import TYPED, token_of_age


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def typed_values(page: BeautifulSoup) -> dict[str, str]:
    """What the form shows in its three fields."""
    return {
        "name": page.find(id="id_name")["value"],
        "email": page.find(id="id_email")["value"],
        "message": page.find(id="id_message").text.removeprefix("\n"),
    }


def summary(page: BeautifulSoup) -> Tag:
    found = page.select_one(".form__summary")
    assert found
    return found


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


def test_sent_message_is_stored_and_thanked_for(
    send: Callable, visitor: Client, contact_page: ContactPage
) -> None:
    contact_page.thank_you_heading = "Dank je wel"
    contact_page.thank_you_text = "Ik schrijf je terug."
    contact_page.save_revision().publish()

    response = send(contact_page)
    thanks = visitor.get(response.headers["Location"])

    assert response.status_code == 303
    stored = ContactMessage.objects.get()
    assert {name: getattr(stored, name) for name in TYPED} == TYPED
    assert (stored.language, stored.read_at) == ("nl", None)
    page = soup(thanks)
    assert page.h1.text == "Dank je wel"
    assert "Ik schrijf je terug." in page.main.text
    assert page.find("textarea") is None


def test_english_visitor_is_thanked_in_english(
    send: Callable, visitor: Client, english_contact_page: ContactPage
) -> None:
    response = send(english_contact_page)

    assert response.headers["Location"] == "/en/contact/?sent=1"
    assert soup(visitor.get(response.headers["Location"])).h1.text == "Thank you for your message"
    assert ContactMessage.objects.get().language == "en"


def test_missing_answers_are_named_with_links_to_their_fields(
    send: Callable, contact_page: ContactPage
) -> None:
    response = send(contact_page, name=" ", email="noor@", message="")

    assert response.status_code == 422
    page = soup(response)
    box = summary(page)
    assert box["tabindex"] == "-1"
    assert [link["href"] for link in box.select("a")] == ["#id_name", "#id_email", "#id_message"]
    for link in box.select("a"):
        field = page.select_one(link["href"])
        assert field["aria-invalid"] == "true"
        assert link.text in [page.find(id=i).text for i in field["aria-describedby"].split()]
    assert not ContactMessage.objects.exists()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_errors_are_in_the_language_of_the_page(
    language: str,
    send: Callable,
    contact_page: ContactPage,
    english_contact_page: ContactPage,
) -> None:
    page = soup(send(contact_page if language == "nl" else english_contact_page, message=""))

    with translation.override(language):
        assert summary(page).a.text == gettext("Write your message.")


def test_mistake_loses_nothing_that_was_typed(send: Callable, contact_page: ContactPage) -> None:
    long = "Een lang verhaal. " * 300

    page = soup(send(contact_page, email="noor", message=long))

    assert typed_values(page) == TYPED | {"email": "noor", "message": long}


def test_browser_does_not_cut_off_a_long_message_and_the_error_says_by_how_much(
    send: Callable, visitor: Client, english_contact_page: ContactPage
) -> None:
    form = soup(visitor.get(english_contact_page.get_url()))
    page = soup(send(english_contact_page, message="x" * 5001))

    assert not form.find(id="id_message").has_attr("maxlength")
    assert summary(page).a.text == (
        "This text has 5001 characters, and 5000 fit. Please make it shorter."
    )


def test_line_end_counts_as_one_character(send: Callable, contact_page: ContactPage) -> None:
    assert send(contact_page, message="x\r\n" * 2499 + "yy").status_code == 303
    assert len(ContactMessage.objects.get().message) == 5000


def test_old_form_asks_to_send_once_more_and_then_does(
    send: Callable, english_contact_page: ContactPage
) -> None:
    refused = send(english_contact_page, token=token_of_age(english_contact_page, hours=12.1))

    assert refused.status_code == 422
    page = soup(refused)
    assert "open for a long time" in summary(page).text
    assert typed_values(page) == TYPED
    assert not ContactMessage.objects.exists()
    fresh = page.find("input", attrs={"name": "token"})["value"]
    assert send(english_contact_page, token=fresh).status_code == 303
    assert ContactMessage.objects.count() == 1


def test_form_that_was_open_all_day_can_be_sent(send: Callable, contact_page: ContactPage) -> None:
    assert send(contact_page, token=token_of_age(contact_page, hours=11.9)).status_code == 303


def test_token_of_one_language_does_not_fit_the_other(
    send: Callable, contact_page: ContactPage, english_contact_page: ContactPage
) -> None:
    token = token_of_age(english_contact_page, hours=0)

    assert send(contact_page, token=token).status_code == 422


@pytest.mark.parametrize("token", ["", "nonsense", "WzEsIm5sIl0:1abc:tampered"])
def test_form_without_a_true_token_stores_nothing(
    token: str, send: Callable, contact_page: ContactPage
) -> None:
    response = send(contact_page, token=token)

    assert response.status_code == 422
    assert typed_values(soup(response)) == TYPED
    assert not ContactMessage.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "https://testserver"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_message_posted_by_another_site_is_refused_with_its_text_kept(
    headers: dict[str, str], send: Callable, english_contact_page: ContactPage
) -> None:
    response = send(english_contact_page, headers=headers)

    assert response.status_code == 403
    page = soup(response)
    assert "press “Send” once more" in summary(page).text
    assert typed_values(page) == TYPED
    assert not ContactMessage.objects.exists()


def test_browser_that_says_nothing_of_its_origin_may_send(
    send: Callable, contact_page: ContactPage
) -> None:
    assert send(contact_page, headers={}).status_code == 303
    assert ContactMessage.objects.count() == 1


def test_filled_in_trap_is_thanked_for_and_forgotten(
    send: Callable, contact_page: ContactPage, recipient: str, mailoutbox: list
) -> None:
    response = send(contact_page, website="https://spam.example")

    assert response.status_code == 303
    assert not ContactMessage.objects.exists()
    assert mailoutbox == []


def test_double_click_counts_once(
    send: Callable, contact_page: ContactPage, recipient: str, mailoutbox: list
) -> None:
    responses = [send(contact_page) for _ in range(2)]

    assert [response.status_code for response in responses] == [303, 303]
    assert ContactMessage.objects.count() == 1
    assert len(mailoutbox) == 1


def test_second_message_of_the_same_person_counts(
    send: Callable, contact_page: ContactPage
) -> None:
    send(contact_page)
    send(contact_page, message="Nog één vraag.")

    assert ContactMessage.objects.count() == 2


def test_visitor_never_gets_a_cookie(
    send: Callable, visitor: Client, contact_page: ContactPage
) -> None:
    responses = [
        visitor.get(contact_page.get_url()),
        send(contact_page, email="?"),
        send(contact_page, headers={"Origin": "null"}),
        send(contact_page),
        visitor.get(f"{contact_page.get_url()}?sent=1"),
    ]

    assert [response.status_code for response in responses] == [200, 422, 403, 303, 200]
    for response in responses:
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")


def test_answers_to_a_sent_form_are_not_cached(send: Callable, contact_page: ContactPage) -> None:
    for response in (send(contact_page, email="?"), send(contact_page)):
        assert response.headers["Cache-Control"] == "no-store"


def test_enormous_message_gets_an_explanation(
    send: Callable, english_contact_page: ContactPage, settings: Any
) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000

    response = send(english_contact_page, message="x" * 3_000)

    assert response.status_code == 413
    [error] = summary(soup(response)).select("li")
    assert error.text.startswith("This was too much to receive at once.")


def test_other_pages_take_no_post(visitor: Client, home: HomePage) -> None:
    assert visitor.post("/", {"name": "x"}).status_code == 405


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
