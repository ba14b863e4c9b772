"""What visitors send, when they sent it, and forms that were given out earlier."""

import time
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from django.core.signing import TimestampSigner, b62_encode
from django.utils import timezone

from contact.models import ContactMessage, ContactPage
from contact.tokens import make_token

TYPED = {
    "name": "Noor de Wit",
    "email": "noor@visitor.example",
    "message": "Mag ik langskomen?\nIk kan dinsdag.",
}


def make_message(*, days_old: float = 0, **fields: Any) -> ContactMessage:
    """A stored message that came in so many days ago."""
    created_at = timezone.now() - timedelta(days=days_old)
    return ContactMessage.objects.create(
        **TYPED | {"language": "nl", "created_at": created_at} | fields
    )


def token_of_age(page: ContactPage, hours: float) -> str:
    """The token of a form that was opened so many hours ago."""
    then = b62_encode(int(time.time() - hours * 3600))
    with patch.object(TimestampSigner, "timestamp", lambda signer: then):
        return make_token(page)
