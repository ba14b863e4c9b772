"""How documents leave: as they were made.

Ninja would look at every value of an answer again, in Python, and double the time of a long page. That documents are
what their schemas say is tested instead (`tests/contracts/`).
"""

import json
from datetime import date, datetime, time
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise


def answer(document: dict[str, Any]) -> HttpResponse:
    """A JSON answer; moments are RFC 3339, in UTC."""
    text = json.dumps(document, default=_plain, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(text, content_type="application/json")


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Promise):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in JSON")
