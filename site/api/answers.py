"""How documents leave: as they were made.

Ninja would look at every value of an answer again, in Python, and double the time of a long page. That documents are
what their schemas say is tested instead (`tests/contracts/`).
"""

from typing import Any

import orjson
from django.http import HttpResponse
from django.utils.functional import Promise


def answer(document: dict[str, Any]) -> HttpResponse:
    """A JSON answer; moments are RFC 3339, in UTC."""
    body = orjson.dumps(document, default=_plain, option=orjson.OPT_UTC_Z)
    return HttpResponse(body, content_type="application/json")


def _plain(value: Any) -> str:
    if isinstance(value, Promise):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in JSON")
