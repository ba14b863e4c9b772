"""One attempt: a signed POST, and what came back. Asks nothing of the database, so that many may be under way.

Redirects are not followed, as Standard Webhooks advises: whoever answers there was not checked.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from socket import SHUT_RDWR
from typing import Any

import requests
from django.core.exceptions import ValidationError
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from publishing.models.webhooks import KEPT_ANSWER, WebhookDelivery
from publishing.webhooks.addresses import is_loopback, may_reach, validate_url

CONNECT_SECONDS, SECONDS = 5, 15  # for the connection; for the whole attempt
USER_AGENT = "psoas-release-webhooks/1"
Problem = WebhookDelivery.Problem


@dataclass(frozen=True)
class Answer:
    """`status` is None where there was none; `problem` is "" for a delivery; `retry_after` is in seconds."""

    status: int | None = None
    problem: str = ""
    text: str = ""
    retry_after: int = 0


@dataclass(frozen=True)
class Message:
    """What is sent, ready."""

    url: str
    id: str
    body: str
    signature: str
    sent_at: datetime

    @property
    def headers(self) -> dict[str, str]:
        return {
            "Content-Type": "application/json",
            "User-Agent": USER_AGENT,
            "Accept-Encoding": "identity",
            "webhook-id": self.id,
            "webhook-timestamp": str(int(self.sent_at.timestamp())),
            "webhook-signature": self.signature,
        }


def post(message: Message) -> Answer:
    """Sends it and waits `SECONDS` at most. Raises nothing: whatever goes wrong is in the answer."""
    with _cut_off_in_time() as deadline:
        try:
            validate_url(message.url)
            return _post(message)
        except (RefusedAddressError, ValidationError):
            return Answer(problem=Problem.REFUSED)
        except requests.exceptions.SSLError:
            return Answer(problem=Problem.TIMEOUT if deadline.is_over else Problem.CERTIFICATE)
        except requests.exceptions.Timeout:
            return Answer(problem=Problem.TIMEOUT)
        except Exception:  # a receiver may break the connection, and HTTP, in any way
            return Answer(problem=Problem.TIMEOUT if deadline.is_over else Problem.CONNECTION)


def _post(message: Message) -> Answer:
    with requests.Session() as session:
        session.trust_env = False  # no proxy, no password of this machine
        for scheme in ("https://", "http://"):
            session.mount(scheme, _GuardedAdapter())
        response = session.post(
            message.url,
            data=message.body.encode(),
            headers=message.headers,
            timeout=(CONNECT_SECONDS, SECONDS),
            allow_redirects=False,
            stream=True,
        )
        status = response.status_code
        text = ""
        with suppress(Exception):  # the status says it all
            text = response.raw.read(4 * KEPT_ANSWER).decode("utf-8", "replace")
        return Answer(
            status,
            _problem_of(status),
            text.replace("\0", "")[:KEPT_ANSWER],  # PostgreSQL keeps no NUL
            _seconds(response.headers.get("Retry-After", "")),
        )


def _problem_of(status: int) -> str:
    if 200 <= status < 300:
        return ""
    return Problem.REDIRECT if 300 <= status < 400 else Problem.STATUS


def _seconds(value: str) -> int:
    """Of a `Retry-After`; 0 for a date, which few send."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else 0


class RefusedAddressError(Exception):
    """The name of the host led to an address where nothing is sent."""


class _Deadline(threading.local):
    """The connections that the attempt in this thread has opened."""

    opened: list[Any] | None = None


_deadline = _Deadline()


class _Guarded:
    """Looks at whom it is connected to before a byte is sent, so that no name can lead elsewhere after it was checked.

    urllib3 has no public place for that.
    """

    def _new_conn(self: Any) -> Any:
        sock = super()._new_conn()  # type: ignore[misc]
        address = sock.getpeername()[0]
        is_secret = isinstance(self, HTTPSConnection)
        if not may_reach(address) or not (is_secret or is_loopback(address)):
            sock.close()
            raise RefusedAddressError(address)
        if _deadline.opened is not None:
            _deadline.opened.append(self)
        return sock


class _GuardedHTTPConnection(_Guarded, HTTPConnection):
    pass


class _GuardedHTTPSConnection(_Guarded, HTTPSConnection):
    pass


class _GuardedHTTPPool(HTTPConnectionPool):
    ConnectionCls = _GuardedHTTPConnection


class _GuardedHTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _GuardedHTTPSConnection


class _GuardedAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {
            "http": _GuardedHTTPPool,
            "https": _GuardedHTTPSPool,
        }


@dataclass
class _Over:
    is_over: bool = False


@contextmanager
def _cut_off_in_time() -> Iterator[_Over]:
    """Ends what is still open after `SECONDS`: the timeouts of `requests` begin anew with every byte."""
    over = _Over()
    opened: list[Any] = []
    _deadline.opened = opened

    def cut() -> None:
        over.is_over = True
        for connection in opened:
            with suppress(OSError, AttributeError):
                connection.sock.shutdown(SHUT_RDWR)

    timer = threading.Timer(SECONDS, cut)
    timer.daemon = True
    timer.start()
    try:
        yield over
    finally:
        timer.cancel()
        _deadline.opened = None
