"""Lists: how many, which part, and where the rest is."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Schema
from pydantic import Field

from api.answers import answer
from api.parameters import Parameters
from api.problems import unprocessable
from core.remembered import remembered

MOST = 100
FURTHEST = 100_000

Item = TypeVar("Item")


class Part(Parameters):
    """Which part of a list."""

    limit: int = Field(20, ge=1, le=MOST, description=f"How many items, at most {MOST}.")
    offset: int = Field(0, ge=0, le=FURTHEST, description="How many items to pass over.")


class Listed(Schema, Generic[Item]):
    """A part of a list; `next` and `previous` are addresses of the parts beside it, or null."""

    count: int = Field(description="How many there are in all.")
    limit: int
    offset: int
    next: str | None
    previous: str | None
    items: list[Item]


def listed(
    found: Any,
    part: Part,
    request: HttpRequest,
    represent: Callable[[list[Any]], Iterable[dict[str, Any]]],
) -> HttpResponse:
    """A `Listed` of a queryset; `represent` is given the whole part at once. Counting is one query, reading another."""
    count = _count(found, part, request)
    end = part.offset + part.limit
    part_of_it = {
        "count": count,
        "limit": part.limit,
        "offset": part.offset,
        "next": _address(request, end) if end < count else None,
        "previous": _address(request, max(0, part.offset - part.limit)) if part.offset else None,
        "items": list(represent(list(found[part.offset : end]))),
    }
    return answer(part_of_it)


def _count(found: Any, part: Part, request: HttpRequest) -> int:
    """How many there are: counting ten thousand takes longer than reading twenty, and most ask for the same."""
    if "HTTP_AUTHORIZATION" in request.META:  # may see what visitors do not
        return int(found.count())
    filters = part.model_dump(exclude={"limit", "offset", "order", "fields"})
    return remembered(request, ("count", request.path, *filters.values()), found.count)


def chosen_fields(wanted: str | None, known: type[Schema], always: Iterable[str]) -> list[str]:
    """The names of the fields that an item keeps, from a comma-separated list; raises a 422 problem for others."""
    fields = list(known.model_fields)
    if wanted is None:
        return fields
    names = [name.strip() for name in wanted.split(",")]
    strange = [name for name in names if name not in fields]
    if strange:
        raise unprocessable(
            "query",
            "fields",
            f"There is no field “{strange[0][:80]}”; there are: {', '.join(sorted(fields))}.",
        )
    return [*always, *(name for name in names if name not in always)]


def pattern_of(known: type[Schema]) -> str:
    """What `chosen_fields` takes, as a regular expression."""
    name = f" *({'|'.join(known.model_fields)}) *"
    return f"^{name}(,{name})*$"


def _address(request: HttpRequest, offset: int) -> str:
    query = request.GET.dict() | {"offset": str(offset)}
    return f"{settings.SITE_URL}{request.path}?{urlencode(query)}"
