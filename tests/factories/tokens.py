"""Tokens of the content API, and the header they are sent in."""

from typing import Any

from api.models import ApiToken, Scope


def make_token(*scopes: Scope, days: int = 30, user: Any = None) -> str:
    """The secret of a new token."""
    return ApiToken.make("Nieuwe website", list(scopes), days=days, user=user)[1]


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}
