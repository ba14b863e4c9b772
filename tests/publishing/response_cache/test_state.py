"""The question to the database that every request asks."""

import contextlib
import os
import signal
import time
from collections.abc import Iterator

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


def _backend_of(state: ContentState) -> int:
    found: int = state._connection.connection.info.backend_pid
    return found
