"""Signatures, worked out anew from the words of the specification."""

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from publishing.models import Webhook

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def expected(secret: str, content: str) -> str:
    assert secret.startswith("whsec_")
    key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    assert 24 <= len(key) <= 64
    return (
        "v1," + base64.b64encode(hmac.new(key, content.encode(), hashlib.sha256).digest()).decode()
    )


def test_signature_is_over_id_time_and_body() -> None:
    webhook = Webhook(name="Bouwer")

    signature = webhook.sign("evt_1", NOON, '{"a":"é"}')

    assert signature == expected(webhook.secret, f'evt_1.{int(NOON.timestamp())}.{{"a":"é"}}')


def test_each_webhook_has_a_secret_of_its_own_that_the_database_does_not_hold(
    settings: Any,
) -> None:
    webhook = Webhook()
    before = webhook.secret
    assert Webhook().secret != before
    assert webhook.key not in base64.b64decode(before.removeprefix("whsec_")).decode("latin-1")

    settings.SECRET_KEY = "another-secret-key-of-enough-characters"
    assert webhook.secret != before


@pytest.mark.django_db
def test_old_secret_signs_along_for_a_day() -> None:
    webhook = Webhook.objects.create(name="Bouwer", url="https://builder.example/")
    old = webhook.secret
    webhook.rotate_secret(NOON)
    webhook.refresh_from_db()
    assert webhook.secret != old

    def signed(moment: datetime) -> list[str]:
        return webhook.sign("evt_1", moment, "{}").split(" ")

    soon, later = NOON + timedelta(hours=23), NOON + timedelta(hours=25)
    content = f"evt_1.{int(soon.timestamp())}.{{}}"
    assert signed(soon) == [expected(webhook.secret, content), expected(old, content)]
    assert signed(later) == [
        expected(webhook.secret, f"evt_1.{int(later.timestamp())}.{{}}"),
    ]
