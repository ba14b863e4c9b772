"""One attempt, at a real receiver."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from publishing.webhooks import connecting, sending
from publishing.webhooks.sending import Answer, Message, Problem, post
from tests.factories.webhooks import (
    Receiver,
    answers,
    breaks_off,
    drips,
    drips_headers,
    floods,
    hangs,
    receiving,
)

pytestmark = pytest.mark.usefixtures("this_machine")
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
BODY = '{"a":"é"}'
# For builder.localhost, made for these tests alone; it lasts a hundred years.
CERTIFICATE = Path(__file__).parent / "builder.localhost.pem"


def message(url: str) -> Message:
    return Message(url, "evt_1", BODY, "v1,abc", NOON)


def test_what_is_sent(receiver: Receiver) -> None:
    receiver.answers = [answers(200, "Dank")]

    assert post(message(receiver.url)) == Answer(200, "", "Dank")

    (request,) = receiver.requests
    assert request.path == "/hook"
    assert request.body == BODY.encode()
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


@pytest.mark.parametrize("misbehaving", [hangs, drips, drips_headers])
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


def leads_to(*addresses: tuple[str, int]) -> Any:
    """What a name server would say of every name, and every address too."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", address) for address in addresses]
    return lambda *args, **kwargs: found


@pytest.fixture
def silent() -> Iterator[tuple[str, int]]:
    """Where nobody takes up a connection, and none is refused."""
    with socket.socket() as full, ExitStack() as waiting:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _number in range(4):
            caller = waiting.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(full.getsockname())
        yield full.getsockname()


def test_slow_look_up_of_a_name_counts(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "SECONDS", 0.3)
    given_up = threading.Event()

    def look_up(*args: Any, **kwargs: Any) -> Any:
        given_up.wait(2)
        return leads_to(receiver.address)()

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    answer = post(message("http://builder.localhost/hook"))
    given_up.set()

    assert answer == Answer(problem=Problem.TIMEOUT)
    assert receiver.requests == []


def test_many_silent_addresses_count_together(
    receiver: Receiver, silent: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "SECONDS", 0.5)
    monkeypatch.setattr(connecting, "CONNECT_SECONDS", 0.3)
    monkeypatch.setattr(socket, "getaddrinfo", leads_to(silent, silent, silent, receiver.address))

    assert post(message("http://builder.localhost/")) == Answer(problem=Problem.TIMEOUT)
    assert receiver.requests == []


def test_next_address_is_tried(
    receiver: Receiver, silent: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "CONNECT_SECONDS", 0.1)
    monkeypatch.setattr(socket, "getaddrinfo", leads_to(silent, receiver.address))

    assert post(message("http://builder.localhost/")) == Answer(204)


@pytest.mark.parametrize(
    ("host", "problem"), [("builder.localhost", ""), ("other.localhost", Problem.CERTIFICATE)]
)
def test_certificate_has_to_be_of_that_host(
    monkeypatch: pytest.MonkeyPatch, host: str, problem: str
) -> None:
    monkeypatch.setattr(connecting, "where", lambda: CERTIFICATE)
    connecting._context.cache_clear()
    with receiving(CERTIFICATE) as builder:
        monkeypatch.setattr(socket, "getaddrinfo", leads_to(builder.address))
        answer = post(message(f"https://{host}/hook"))
    connecting._context.cache_clear()

    assert answer.problem == problem
    assert [request.body for request in builder.requests] == ([] if problem else [BODY.encode()])


def test_certificate_that_nobody_vouches_for(monkeypatch: pytest.MonkeyPatch) -> None:
    with receiving(CERTIFICATE) as builder:
        monkeypatch.setattr(socket, "getaddrinfo", leads_to(builder.address))
        answer = post(message("https://builder.localhost/hook"))

    assert answer == Answer(problem=Problem.CERTIFICATE)
    assert builder.requests == []


def test_receiver_that_never_begins_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        answer = post(message(f"https://127.0.0.1:{mute.getsockname()[1]}/"))

    assert answer == Answer(problem=Problem.TIMEOUT)


def test_answer_that_never_ends_is_not_read_for_ever(receiver: Receiver) -> None:
    receiver.answers = [floods]

    assert post(message(receiver.url)) == Answer(problem=Problem.CONNECTION)


@pytest.mark.parametrize("is_open", [True, False])
def test_name_that_leads_to_a_private_address_says_nothing_of_what_is_there(
    is_open: bool, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a name does that led elsewhere when it was checked; an open port sees no connection."""
    settings.WEBHOOKS_ADMIT_LOOPBACK = False
    with socket.socket() as private:
        private.bind(("127.0.0.1", 0))
        if is_open:
            private.listen()
        monkeypatch.setattr(socket, "getaddrinfo", leads_to(private.getsockname()))

        answer = post(message("https://builder.example/"))

        if is_open:
            private.setblocking(False)
            with pytest.raises(BlockingIOError):
                private.accept()
    assert answer == Answer(problem=Problem.REFUSED)


def test_one_private_address_among_others_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", leads_to(("127.0.0.1", 9), ("10.0.0.1", 9)))

    assert post(message("https://builder.example/")) == Answer(problem=Problem.REFUSED)


def test_name_is_looked_up_once(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says a second time was not checked."""
    asked = []

    def look_up(*args: Any, **kwargs: Any) -> Any:
        asked.append(args)
        return leads_to(receiver.address)()

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    assert post(message("http://builder.localhost/")) == Answer(204)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("typed", "host", "path"),
    [
        ("http://builder.localhost/hook?site=1", "builder.localhost", "/hook?site=1"),
        ("http://builder.localhost", "builder.localhost", "/"),
        ("http://bouwer-é.localhost/één", "xn--bouwer--hya.localhost", "/%C3%A9%C3%A9n"),
    ],
)
def test_address_as_it_is_in_http(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch, typed: str, host: str, path: str
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", leads_to(receiver.address))

    assert post(message(typed)) == Answer(204)

    (request,) = receiver.requests
    assert (request.headers["Host"], request.path) == (host, path)


def test_address_that_is_no_longer_allowed_gets_nothing(receiver: Receiver, settings: Any) -> None:
    settings.WEBHOOKS_ADMIT_LOOPBACK = False

    assert post(message(receiver.url)) == Answer(problem=Problem.REFUSED)
    assert receiver.requests == []
