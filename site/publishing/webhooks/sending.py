"""One attempt: a signed POST, and what came back. Asks nothing of the database, so that many may be under way.

Redirects are not followed, as Standard Webhooks advises: whoever answers there was not checked.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from urllib3.util import parse_url

from publishing.models.webhooks import KEPT_ANSWER, WebhookDelivery
from publishing.webhooks.addresses import validate_url
from publishing.webhooks.connecting import (
    Deadline,
    RefusedAddressError,
    UntrustedError,
    connected,
)

SECONDS = 15  # for all of an attempt, from the look-up of the name to the last byte
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
    """Sends it and waits `SECONDS` at most, whatever the receiver does.

    Raises nothing: what goes wrong is in the answer.
    """
    deadline = Deadline(SECONDS)
    try:
        validate_url(message.url)
        return _post(message, deadline)
    except (RefusedAddressError, ValidationError):
        return Answer(problem=Problem.REFUSED)
    except UntrustedError:
        return Answer(problem=Problem.CERTIFICATE)
    except TimeoutError:
        return Answer(problem=Problem.TIMEOUT)
    except Exception:  # a receiver may break the connection, and HTTP, in any way
        return Answer(problem=Problem.CONNECTION)


def _post(message: Message, deadline: Deadline) -> Answer:
    url = parse_url(message.url)  # host and path as they are in HTTP, from whatever was typed
    is_secret = url.scheme == "https"
    host = (url.host or "").strip("[]")
    port = url.port or (443 if is_secret else 80)
    with connected(host, port, is_secret, deadline) as connection:
        connection.request("POST", url.request_uri, message.body.encode(), message.headers)
        response = connection.getresponse()
        text = ""
        with suppress(Exception):  # the status says it all
            text = response.read(4 * KEPT_ANSWER).decode("utf-8", "replace")
        return Answer(
            response.status,
            _problem_of(response.status),
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
