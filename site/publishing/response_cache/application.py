"""The WSGI application (PEP 3333) around Django's."""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from publishing.response_cache.answers import Answer, Headers, kept
from publishing.response_cache.keys import Asked, asked_for
from publishing.response_cache.state import ContentState, DatabaseAwayError
from publishing.response_cache.storage import CacheAwayError, Storage

SECONDS_TO_WAIT = 10  # for who is making the same answer; then one makes it oneself

PASSING = ("304 ", "429 ", "5")  # says nothing of what is there for visitors

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]


class ResponseCache:
    """Answers what it has kept and still holds; has Django answer the rest, and keeps what may be kept."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.state, self.storage = ContentState(), Storage()
        self._being_made: dict[tuple[str, str], threading.Event] = {}
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        asked = asked_for(environ)
        if asked is None:
            return self.application(environ, start_response)
        try:
            state = self.state.read()
        except DatabaseAwayError:
            answer = self._last_good(asked.key)
        else:
            answer = self._kept(asked.key, state)
            if answer is None and environ["REQUEST_METHOD"] == "GET":
                return self._make(asked, state, environ, start_response)
        return self._give(answer, environ, start_response)

    def _give(
        self, answer: Answer | None, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        if answer is None:
            return self.application(environ, start_response)
        status, headers, body = answer.reply(environ)
        start_response(status, headers)
        return [body]

    def _kept(self, key: str, state: str) -> Answer | None:
        """What was made in this state; another process may have made it."""
        now = time.time()
        answer = self.storage.near(key)
        if answer is None or not answer.holds(state, now):
            answer = self._far(key)
        return answer if answer and answer.holds(state, now) else None

    def _far(self, key: str) -> Answer | None:
        try:
            return self.storage.far(key)
        except CacheAwayError:
            return None

    def _last_good(self, key: str) -> Answer | None:
        """The newest that any process has made; what one has dropped is good in none."""
        try:
            answer = self.storage.far(key)
        except CacheAwayError:
            answer = self.storage.near(key)
        return answer if answer and answer.is_good(time.time()) else None

    def _make(
        self, asked: Asked, state: str, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        """One makes it, whoever else asks in this state waits for it: once, since it may be nothing to keep."""
        turn = (asked.key, state)
        with self._lock:
            is_first = turn not in self._being_made
            made = self._being_made.setdefault(turn, threading.Event())
        if is_first:
            try:
                return self._ask_django(asked, state, environ, start_response)
            finally:
                with self._lock:
                    del self._being_made[turn]
                made.set()
        made.wait(SECONDS_TO_WAIT)
        answer = self._kept(asked.key, state)
        if answer is None:
            return self._ask_django(asked, state, environ, start_response)
        return self._give(answer, environ, start_response)

    def _ask_django(
        self, asked: Asked, state: str, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        """`state` was read before: before anything is read that the answer is made of."""
        # Without what nothing reads it is the same page, where there is one; an old address may be told by it.
        if not asked.is_plain and self._far(asked.key) is None:
            return self.application(environ, start_response)
        now = time.time()
        given: list[tuple[str, Headers]] = []

        def hear(status: str, headers: Headers, _exc_info: Any = None) -> None:
            given[:] = [(status, headers)]

        response = self.application(asked.without_the_rest(environ), hear)
        status, headers = given[0]
        if getattr(response, "streaming", True):
            start_response(status, headers)
            return response
        try:
            body = b"".join(response)
        finally:
            response.close()  # type: ignore[attr-defined]
        if status.startswith("503 ") and (good := self._good_while_away(asked.key)):
            return self._give(good, environ, start_response)
        answer = kept(status, headers, body, state, now)
        if answer is not None:
            self.storage.put(asked.key, answer)
            return self._give(answer, environ, start_response)
        if not status.startswith(PASSING):
            self.storage.drop(asked.key)
            if not asked.is_plain:
                return self.application(environ, start_response)
        start_response(status, headers)
        return [body]

    def _good_while_away(self, key: str) -> Answer | None:
        """The last good answer, where it is the database that went away while Django was asked."""
        try:
            self.state.read()
        except DatabaseAwayError:
            return self._last_good(key)
        return None
