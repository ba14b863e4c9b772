"""The state of the content, asked of the database by every request, for next to nothing."""

import os
import threading
import time
from typing import Any

from django.db import DatabaseError, connection, connections

from publishing import generation

SECONDS_TO_WAIT = 1  # before a database that was away is asked again


class DatabaseAwayError(Exception):
    """Nobody can say in which state the content is."""


class ContentState:
    """Asks on a connection of its own, one for all threads of the process.

    On PostgreSQL that takes a tenth of the time that a query through Django does, and is the same query. It commits by
    itself, so that each reading sees all that was committed before it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: Any = None
        self._process = 0
        self._away_until = 0.0

    def read(self) -> str:
        """`publishing.generation.current()`; raises DatabaseAwayError."""
        if connection.vendor != "postgresql":
            try:
                return generation.current()
            except DatabaseError as error:
                raise DatabaseAwayError from error
        with self._lock:
            if self._process != os.getpid():  # a fork must not speak on its parent's connection
                self._connection, self._process = None, os.getpid()
            if time.monotonic() < self._away_until:
                raise DatabaseAwayError
            state = self._ask() if self._connection else None
            if state is None:  # no connection yet, or one that broke
                self._connect()
                state = self._ask()
            if state is None:
                self._away_until = time.monotonic() + SECONDS_TO_WAIT
                raise DatabaseAwayError
            return state

    def close(self) -> None:
        with self._lock:
            self._drop()

    def _connect(self) -> None:
        own = connections["default"].copy()
        own.inc_thread_sharing()
        try:
            own.ensure_connection()  # raises Django's own errors
        except DatabaseError as error:
            self._away_until = time.monotonic() + SECONDS_TO_WAIT
            raise DatabaseAwayError from error
        self._connection = own

    def _ask(self) -> str | None:
        """None where the connection is broken, which is dropped."""
        import psycopg

        try:
            result = self._connection.connection.pgconn.exec_(generation.READ.encode())
        except psycopg.Error:
            self._drop()
            return None
        if result.status != psycopg.pq.ExecStatus.TUPLES_OK:
            self._drop()
            return None
        value = result.get_value(0, 0)
        return value.decode() if value else "0"

    def _drop(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None
