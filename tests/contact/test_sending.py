"""What a visitor gets back for a message, right or with a mistake in it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from contact.models import ContactMessage, ContactPage
from tests.contact.form_page import soup, summary, typed_values
from tests.factories.contact import TYPED


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
