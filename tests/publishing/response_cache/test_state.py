"""The question to the database that every request asks."""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from django.db import connection

from publishing import generation
from publishing.response_cache.state import ContentState, DatabaseAwayError


@pytest.fixture
def state() -> Iterator[ContentState]:
    asked = ContentState()
    yield asked
    asked.close()


@pytest.mark.django_db
def test_it_is_the_state_of_the_content(state: ContentState) -> None:
    if connection.vendor == "postgresql":  # on its own connection, which sees what is committed
        assert state.read() == state.read() != ""
        return
    before = state.read()
    generation.changed()
    assert state.read() == generation.current() != before


@pytest.mark.django_db
def test_a_connection_that_broke_is_made_anew(state: ContentState) -> None:
    before = state.read()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [_backend_of(state)])
    assert state.read() == before


@pytest.mark.django_db
def test_a_database_that_hangs_is_away_within_seconds(state: ContentState) -> None:
    """On SQLite nothing can hang: whoever reads waits for nobody."""
    state.read()
    if connection.vendor != "postgresql":
        return
    backend = _backend_of(state)
    try:
        os.kill(backend, signal.SIGSTOP)
    except (ProcessLookupError, PermissionError):  # a server on another machine, or another's
        return
    try:
        began = time.monotonic()
        with contextlib.suppress(DatabaseAwayError):  # a new connection may be answered
            state.read()
        assert time.monotonic() - began < 8
    finally:
        os.kill(backend, signal.SIGCONT)


class CountedDoor:
    """A lock that tells how often somebody has come through."""

    def __init__(self) -> None:
        self.lock, self.passed = threading.Lock(), 0

    def __enter__(self) -> None:
        self.lock.acquire()

    def __exit__(self, *_error: object) -> None:
        self.passed += 1
        self.lock.release()


def test_who_comes_while_it_is_asked_shares_the_next_question(
    state: ContentState, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = CountedDoor()
    monkeypatch.setattr(state, "_door", door)
    monkeypatch.setattr(
        "publishing.response_cache.state.connection", SimpleNamespace(vendor="postgresql")
    )
    may_end, asked = threading.Event(), []

    def ask() -> str:
        asked.append(len(asked) + 1)
        assert may_end.wait(10)
        return f"answer {asked[-1]}"

    monkeypatch.setattr(state, "_read", ask)
    with ThreadPoolExecutor(4) as pool:
        first = pool.submit(state.read)
        _wait_until(lambda: len(asked) == 1)
        late = [pool.submit(state.read) for _number in range(3)]
        _wait_until(lambda: door.passed == 5)  # the first one twice
        may_end.set()
        assert first.result(10) == "answer 1"
        assert [each.result(10) for each in late] == ["answer 2"] * 3


def _wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.005)


def _backend_of(state: ContentState) -> int:
    found: int = state._connection.connection.info.backend_pid
    return found
