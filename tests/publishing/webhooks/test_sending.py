"""One attempt, at a real receiver."""

import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from publishing.webhooks import sending
from publishing.webhooks.sending import Answer, Message, Problem, post
from tests.factories.webhooks import Receiver, answers, breaks_off, drips, hangs, receiving

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def this_machine(settings: Any) -> None:
    settings.WEBHOOKS_ADMIT_LOOPBACK = True


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as started:
        yield started


def message(url: str) -> Message:
    return Message(url, "evt_1", '{"a":"é"}', "v1,abc", NOON)


def test_what_is_sent(receiver: Receiver) -> None:
    receiver.answers = [answers(200, "Dank")]

    assert post(message(receiver.url)) == Answer(200, "", "Dank")

    (request,) = receiver.requests
    assert request.path == "/hook"
    assert request.body == '{"a":"é"}'.encode()
    headers = {name.lower(): value for name, value in request.headers.items()}
    assert headers["webhook-id"] == "evt_1"
    assert headers["webhook-timestamp"] == str(int(NOON.timestamp()))
    assert headers["webhook-signature"] == "v1,abc"
    assert headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (200, ""),
        (204, ""),
        (299, ""),
        (301, Problem.REDIRECT),
        (400, Problem.STATUS),
        (410, Problem.STATUS),
        (500, Problem.STATUS),
    ],
)
def test_only_2xx_is_a_delivery(receiver: Receiver, status: int, problem: str) -> None:
    receiver.answers = [answers(status)]

    assert post(message(receiver.url)) == Answer(status, problem)


def test_redirect_is_not_followed(receiver: Receiver) -> None:
    receiver.answers = [answers(307, Location=receiver.url)]

    assert post(message(receiver.url)).problem == Problem.REDIRECT
    assert len(receiver.requests) == 1


def test_answer_is_kept_as_far_as_it_can_be(receiver: Receiver) -> None:
    receiver.answers = [answers(500, "é\0" * 2_000, Retry_After="120")]

    answer = post(message(receiver.url))

    assert answer.text == "é" * 500
    assert answer.retry_after == 120


@pytest.mark.parametrize("value", ["Wed, 21 Oct 2026 07:28:00 GMT", "-5", "²", "1" * 12])
def test_when_to_try_again_is_ignored_where_it_is_no_number(receiver: Receiver, value: str) -> None:
    receiver.answers = [
        answers(503, Retry_After=value.encode("latin-1", "replace").decode("latin-1"))
    ]

    assert post(message(receiver.url)).retry_after == 0


@pytest.mark.parametrize("misbehaving", [hangs, drips])
def test_receiver_that_never_answers_is_given_up(
    receiver: Receiver, misbehaving: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "SECONDS", 0.5)
    receiver.answers = [misbehaving]

    started = time.monotonic()
    assert post(message(receiver.url)) == Answer(problem=Problem.TIMEOUT)

    assert time.monotonic() - started < 5


def test_receiver_that_breaks_off(receiver: Receiver) -> None:
    receiver.answers = [breaks_off]

    assert post(message(receiver.url)) == Answer(problem=Problem.CONNECTION)


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    assert post(message(f"http://127.0.0.1:{port}/")) == Answer(problem=Problem.CONNECTION)


def test_plain_http_where_tls_is_meant(receiver: Receiver) -> None:
    answer = post(message(receiver.url.replace("http://", "https://")))

    assert answer == Answer(problem=Problem.CERTIFICATE)


def test_name_that_leads_to_this_machine_gets_nothing(
    receiver: Receiver, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a name does that led elsewhere when it was checked."""
    settings.WEBHOOKS_ADMIT_LOOPBACK = False
    port = int(receiver.url.split(":")[2].split("/")[0])
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)

    answer = post(message(f"https://builder.example:{port}/"))

    assert answer == Answer(problem=Problem.REFUSED)
    assert receiver.requests == []


def test_address_that_is_no_longer_allowed_gets_nothing(receiver: Receiver, settings: Any) -> None:
    settings.WEBHOOKS_ADMIT_LOOPBACK = False

    assert post(message(receiver.url)) == Answer(problem=Problem.REFUSED)
    assert receiver.requests == []
