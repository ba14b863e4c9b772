"""Forms that are too old, forged, posted by another site or filled in by a machine."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from contact.models import ContactMessage, ContactPage
from home.models import HomePage
from tests.contact.form_page import soup, summary, typed_values
from tests.factories.contact import TYPED, token_of_age


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
