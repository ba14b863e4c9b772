"""What stands around pages and documents, kept in the process while the content is the same.

That is what all of a language share, such as menus and practice details, and where a page is: what its path leads to,
the pages above it, and its translations. No page or document is kept here, nor anything of what a page says; and
nothing that depends on who asks.
"""

from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar

from django.http import HttpRequest

Value = TypeVar("Value")

MOST = 5_000  # values; for more, the oldest goes


class _Kept(NamedTuple):
    state: str
    values: dict[Hashable, Any]


_kept = _Kept("", {})
# Gives the state of the content; the room that notes its changes sets it, and until then nothing is kept.
_read_state: Callable[[], str] | None = None


def tell_state_by(read: Callable[[], str]) -> None:
    """From now on `read` is asked for the state of the content, a word that is another one after every change."""
    global _read_state
    _read_state = read


def remembered(request: HttpRequest | None, key: Hashable, make: Callable[[], Value]) -> Value:
    """What `make` gave the last time in this process, if no content has changed since; else what it gives now.

    The state of the content is read before `make` reads anything, so what is kept is never older than its state.
    """
    values = kept_for(request)
    value = values.get(key)
    if value is None:
        value = make()
        if value is not None:  # of what is nowhere there is no end
            keep(values, key, value)
    return value


def keep(values: dict[Hashable, Any], key: Hashable, value: Any) -> None:
    """Adds to what is kept; without room the oldest goes, else a flood of addresses would keep all others out."""
    while len(values) >= MOST:
        with suppress(RuntimeError, StopIteration):  # another thread was quicker
            values.pop(next(iter(values)), None)
    values[key] = value


def kept_for(request: HttpRequest | None) -> dict[Hashable, Any]:
    """Everything that is kept of the content as this request sees it; nothing, where there is no request."""
    global _kept
    if request is None or _read_state is None:
        return {}
    state = state_of_content(request)
    kept = _kept
    if kept.state != state:
        kept = _kept = _Kept(state, {})
    return kept.values


def state_of_content(request: Any) -> str:
    """The state of the content, asked once for each request."""
    if not hasattr(request, "state_of_content"):
        request.state_of_content = _read_state() if _read_state else ""
    return request.state_of_content


def forget() -> None:
    """Keeps nothing of what was kept, as in a process that has just been started."""
    global _kept
    _kept = _Kept("", {})
