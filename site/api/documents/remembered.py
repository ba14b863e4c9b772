"""What stands around documents, kept in the process while the content is the same.

That is what all of a language share, such as menus and practice details, and where a page is: what its path leads to,
the pages above it, and its translations. No document is kept here, nor anything of what a page says.
"""

from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, TypeVar

from django.http import HttpRequest

from publishing import generation

Value = TypeVar("Value")

MOST = 5_000  # values; whatever more there is, is looked up each time


class _Kept(NamedTuple):
    state: str
    values: dict[Hashable, Any]


_kept = _Kept("", {})


def remembered(request: HttpRequest, key: Hashable, make: Callable[[], Value]) -> Value:
    """What `make` gave the last time in this process, if no content has changed since; else what it gives now.

    The state of the content is read before `make` reads anything, so what is kept is never older than its state.
    """
    global _kept
    state = state_of_content(request)
    kept = _kept
    if kept.state != state:
        kept = _kept = _Kept(state, {})
    if key in kept.values:
        return kept.values[key]
    value = make()
    if value is not None and len(kept.values) < MOST:  # of what is nowhere there is no end
        kept.values[key] = value
    return value


def state_of_content(request: Any) -> str:
    """`publishing.generation.current()`, asked once for each request."""
    if not hasattr(request, "state_of_content"):
        request.state_of_content = generation.current()
    return request.state_of_content
