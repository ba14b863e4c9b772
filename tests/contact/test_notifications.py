"""The mail about a new message: that it comes, and what it does not say."""

import email
import email.policy
import socket
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from contact.models import ContactMessage, ContactPage
from core.models import PracticeSettings
from home.models import HomePage
from tests.factories.contact import TYPED


class Sink:
    """Keeps what a mail server would have to deliver."""

    def __init__(self) -> None:
        self.envelopes: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.envelopes.append(envelope)
        return "250 OK"


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def smtp(settings: Any, free_port: int) -> None:
    """Mail goes to this port, where nothing listens unless a test starts it."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", free_port, 5


@pytest.fixture
def sink(smtp: None, free_port: int) -> Iterator[Sink]:
    handler = Sink()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port)
    controller.start()
    yield handler
    controller.stop()


def test_mail_goes_out_in_dutch_without_text_name_or_address_of_the_sender(
    send: Callable, english_contact_page: ContactPage, recipient: str, sink: Sink
) -> None:
    send(english_contact_page)

    [envelope] = sink.envelopes
    assert envelope.rcpt_tos == [recipient]
    mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    body = mail.get_content()
    with translation.override("nl"):
        assert mail["Subject"] == gettext("New message through the website")
    assert mail["To"] == recipient
    assert "Engels" in body
    for form in (envelope.content.decode(), f"{mail['Subject']} {body}"):
        for private in (TYPED["name"], "Noor", TYPED["email"], "langskomen", "dinsdag"):
            assert private not in form


def test_link_in_the_mail_leads_to_the_message(
    send: Callable,
    contact_page: ContactPage,
    recipient: str,
    mailoutbox: list,
    practitioner_client: Client,
) -> None:
    send(contact_page)

    [link] = [line for line in mailoutbox[0].body.splitlines() if line.startswith("http")]
    assert link.startswith("http://testserver/admin/")
    page = practitioner_client.get(link.removeprefix("http://testserver"))
    assert "Ik kan dinsdag." in page.content.decode()


def test_mail_server_that_is_down_costs_neither_message_nor_thanks(
    send: Callable,
    contact_page: ContactPage,
    recipient: str,
    smtp: None,
    caplog: pytest.LogCaptureFixture,
) -> None:
    response = send(contact_page)

    assert response.status_code == 303
    assert ContactMessage.objects.count() == 1
    [record] = [r for r in caplog.records if r.name == "contact.notifications"]
    assert "ConnectionRefusedError" in record.getMessage()
    for private in (*TYPED.values(), recipient):
        assert private not in caplog.text


def test_mail_goes_to_the_practice_when_no_other_address_is_set(
    send: Callable, contact_page: ContactPage, home: HomePage, mailoutbox: list
) -> None:
    practice = PracticeSettings.for_site(home.get_site())
    practice.email = "info@practice.example"
    practice.save()

    send(contact_page)

    assert [mail.to for mail in mailoutbox] == [["info@practice.example"]]


def test_without_any_address_the_message_is_only_stored(
    send: Callable, contact_page: ContactPage, mailoutbox: list
) -> None:
    send(contact_page)

    assert mailoutbox == []
    assert ContactMessage.objects.count() == 1
