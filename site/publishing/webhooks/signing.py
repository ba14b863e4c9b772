"""Secrets and signatures, symmetric, version 1 of Standard Webhooks.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme
"""

import base64
import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime

from django.utils.crypto import salted_hmac

PREFIX = "whsec_"


def secret_of(key: str) -> str:
    """What the receiver verifies with: `whsec_` and 32 bytes in base64."""
    return PREFIX + base64.b64encode(_bytes_of(key)).decode()


def signatures(keys: Iterable[str], event_id: str, sent_at: datetime, body: str) -> str:
    """`v1,…` of each key, with spaces between them, over `id.seconds.body`."""
    content = f"{event_id}.{int(sent_at.timestamp())}.{body}".encode()
    digests = [hmac.digest(_bytes_of(key), content, hashlib.sha256) for key in keys]
    return " ".join(f"v1,{base64.b64encode(digest).decode()}" for digest in digests)


def _bytes_of(key: str) -> bytes:
    return salted_hmac("publishing.webhooks", key, algorithm="sha256").digest()
