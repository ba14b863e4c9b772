"""What becomes of a contact form that is sent by the API."""

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Locale

from contact.models import ContactMessage, ContactPage, ContactSettings
from contact.tokens import make_token
from tests.api.forms import address, errors
from tests.contact.form_page import soup
from tests.factories.contact import TYPED, token_of_age


def test_what_is_sent_with_the_token_of_the_form_is_stored_as_by_the_page(
    visitor: Client, published: Callable, english_contact_page: ContactPage
) -> None:
    spaced = {"name": " Noor ", "email": TYPED["email"], "message": "Ja?\r\nGraag.\n"}
    token = visitor.get(address(english_contact_page)).json()["token"]
    published(
        visitor.post, english_contact_page.get_url(), spaced | {"website": "", "token": token}
    )
    by_page = ContactMessage.objects.values("name", "email", "message", "language", "read_at").get()
    ContactMessage.objects.all().delete()

    body = json.dumps(spaced | {"token": token})
    response = published(visitor.post, address(english_contact_page), body, "application/json")

    assert response.status_code == 201
    assert ContactMessage.objects.values(*by_page).get() == by_page
    assert by_page["language"] == "en"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sender_is_thanked_in_the_words_of_the_page(
    language: str,
    send: Callable,
    visitor: Client,
    contact_page: ContactPage,
    english_contact_page: ContactPage,
) -> None:
    shown = contact_page if language == "nl" else english_contact_page

    response = send(shown)

    html = soup(visitor.get(f"{shown.get_url()}?sent=1")).main
    thanks = response.json()["thanks"]
    assert thanks == visitor.get(address(shown)).json()["thanks"]
    assert thanks["heading"] == html.h1.text
    assert thanks["text"] == html.select_one(".page-head__introduction").text
    assert thanks["home_link"] == html.select_one("a.button").text
    assert not response.cookies
    assert "no-store" in response.headers["Cache-Control"]


def test_her_own_thanks_take_the_place_of_ours(send: Callable, contact_page: ContactPage) -> None:
    contact_page.thank_you_heading, contact_page.thank_you_text = "Dank je wel", "Tot gauw.\n\nNoor"
    contact_page.save_revision().publish()

    thanks = send(contact_page).json()["thanks"]

    assert (thanks["heading"], thanks["text"]) == ("Dank je wel", "Tot gauw.\n\nNoor")


def test_message_is_announced_once_though_it_is_sent_twice(
    send: Callable, contact_page: ContactPage, mailoutbox: list
) -> None:
    settings = ContactSettings.load()
    settings.notification_email = "praktijk@example.com"
    settings.save()

    assert [send(contact_page).status_code for _ in range(2)] == [201, 201]

    assert ContactMessage.objects.count() == 1
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_mistake_is_under_its_field_in_the_language_of_the_page(
    language: str, send: Callable, contact_page: ContactPage, english_contact_page: ContactPage
) -> None:
    response = send(
        contact_page if language == "nl" else english_contact_page,
        name=" ",
        email="noor@",
        message="x" * 5001,
    )

    assert response.status_code == 422
    with translation.override(language):
        too_long = gettext(
            "This text has %(show_value)s characters, and %(limit_value)s fit. Please make it shorter."
        )
        assert errors(response) == {
            "name": gettext("Write your name, so that I know who you are."),
            "email": gettext(
                "This e-mail address is not complete. Write it like name@example.com."
            ),
            "message": too_long % {"show_value": 5001, "limit_value": 5000},
        }
    assert not ContactMessage.objects.exists()


def test_what_is_left_out_counts_as_left_empty(visitor: Client, contact_page: ContactPage) -> None:
    body = json.dumps({"token": make_token(contact_page)})

    response = visitor.post(address(contact_page), body, "application/json")

    assert response.status_code == 422
    assert set(errors(response)) == {"name", "email", "message"}


@pytest.mark.parametrize(
    "make",
    [
        lambda page: "",
        lambda page: "WzEsIm5sIl0:1abc:tampered",
        lambda page: token_of_age(page, hours=12.1),
        lambda page: make_token(page.get_translation(Locale.objects.get(language_code="nl"))),
    ],
    ids=["none", "forged", "too old", "of the other language"],
)
def test_form_without_a_true_token_stores_nothing(
    make: Callable, send: Callable, english_contact_page: ContactPage
) -> None:
    response = send(english_contact_page, token=make(english_contact_page))

    assert response.status_code == 403
    assert errors(response)["token"].startswith("This page was open for a long time.")
    assert not ContactMessage.objects.exists()


def test_filled_in_honeypot_is_thanked_for_and_forgotten(
    send: Callable, contact_page: ContactPage, mailoutbox: list
) -> None:
    honest = send(contact_page)
    ContactMessage.objects.all().delete()
    mailoutbox.clear()

    trapped = send(contact_page, website="https://spam.example", name="")

    assert (trapped.status_code, trapped.json()) == (honest.status_code, honest.json())
    assert not ContactMessage.objects.exists()
    assert mailoutbox == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "https://front.example.elsewhere.example"},
        {"Origin": "https://testserver"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_message_from_a_page_of_another_site_is_refused(
    headers: dict[str, str], send: Callable, english_contact_page: ContactPage, settings: Any
) -> None:
    settings.CORS_ALLOWED_ORIGINS = ["https://front.example"]

    response = send(english_contact_page, headers=headers)

    assert response.status_code == 403
    assert "did not confirm" in errors(response)[""]
    assert not ContactMessage.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "https://front.example", "Sec-Fetch-Site": "cross-site"},
    ],
    ids=["a server", "this site", "a front end that is admitted"],
)
def test_message_from_where_one_may_send_is_stored(
    headers: dict[str, str], send: Callable, contact_page: ContactPage, settings: Any
) -> None:
    settings.CORS_ALLOWED_ORIGINS = ["https://front.example"]

    assert send(contact_page, headers=headers).status_code == 201
    assert ContactMessage.objects.count() == 1


def test_unknown_key_is_refused_by_name(send: Callable, contact_page: ContactPage) -> None:
    response = send(contact_page, telephone="06")

    assert response.status_code == 422
    assert list(errors(response)) == ["telephone"]
    assert not ContactMessage.objects.exists()


@pytest.mark.parametrize("value", [None, 5, ["Noor"], {"nl": "Noor"}, "\ud800"])
def test_what_is_no_text_is_refused(value: Any, send: Callable, contact_page: ContactPage) -> None:
    response = send(contact_page, name=value)

    assert response.status_code == 422
    assert list(errors(response)) == ["name"]


@pytest.mark.parametrize("body", ["{", "[" * 100_000, b"\xff\xfe\xfd"])
def test_body_that_is_no_json_is_a_bad_request(
    body: Any, visitor: Client, contact_page: ContactPage
) -> None:
    response = visitor.post(address(contact_page), body, "application/json")

    assert response.status_code == 400
    assert errors(response) == {}


@pytest.mark.parametrize("body", ["[]", "3"])
def test_body_that_is_no_object_is_refused(
    body: str, visitor: Client, contact_page: ContactPage
) -> None:
    response = visitor.post(address(contact_page), body, "application/json")

    assert response.status_code == 422
    assert list(errors(response)) == [""]


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded"])
def test_other_media_types_are_refused(
    content_type: str, send: Callable, contact_page: ContactPage
) -> None:
    response = send(contact_page, content_type=content_type)

    assert response.status_code == 415
    assert response.headers["Accept-Post"] == "application/json"
    assert not ContactMessage.objects.exists()


def test_enormous_message_gets_an_explanation(
    send: Callable, english_contact_page: ContactPage, settings: Any
) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000

    response = send(english_contact_page, message="x" * 3_000)

    assert response.status_code == 413
    assert errors(response)[""].startswith("This was too much to receive at once.")


def test_nothing_of_a_message_is_logged(
    send: Callable, contact_page: ContactPage, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        send(contact_page)
        send(contact_page, email="noor@@visitor.example")
        send(contact_page, token="")

    for text in TYPED.values():
        assert text not in caplog.text
