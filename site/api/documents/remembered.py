"""What many documents share, such as menus and practice details, kept in the process while the content is the same.

No document is kept here, only what stands around them all: a few values for each language and host.
"""

from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, TypeVar

from django.http import HttpRequest

from publishing import generation

Value = TypeVar("Value")


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
    if key not in kept.values:
        kept.values[key] = make()
    return kept.values[key]


def state_of_content(request: Any) -> str:
    """`publishing.generation.current()`, asked once for each request."""
    if not hasattr(request, "state_of_content"):
        request.state_of_content = generation.current()
    return request.state_of_content
