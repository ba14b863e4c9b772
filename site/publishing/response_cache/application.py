"""The WSGI application (PEP 3333) around Django's."""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from publishing.response_cache.answers import Answer, Headers, kept
from publishing.response_cache.keys import Asked, asked_for
from publishing.response_cache.state import ContentState, DatabaseAwayError
from publishing.response_cache.storage import Storage

SECONDS_TO_WAIT = 10  # for who is making the same answer; then one makes it oneself

GONE = ("301 ", "302 ", "401 ", "403 ", "404 ", "410 ")

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]


class ResponseCache:
    """Answers what it has kept and still holds; has Django answer the rest, and keeps what may be kept."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.state, self.storage = ContentState(), Storage()
        self._being_made: dict[str, threading.Event] = {}
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        asked = asked_for(environ)
        if asked is None:
            return self.application(environ, start_response)
        try:
            state = self.state.read()
        except DatabaseAwayError:
            answer = self._last_good(asked.key)
            return self._give(answer, environ, start_response)
        answer = self._kept(asked.key, state)
        if answer is None:
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
            answer = self.storage.far(key)
        return answer if answer and answer.holds(state, now) else None

    def _last_good(self, key: str) -> Answer | None:
        """The newest there is, whoever made it."""
        now = time.time()
        both = [self.storage.near(key), self.storage.far(key)]
        good = [answer for answer in both if answer and answer.is_good(now)]
        return max(good, key=lambda answer: answer.made, default=None)

    def _make(
        self, asked: Asked, state: str, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        """One makes it, whoever else asks meanwhile waits for it."""
        with self._lock:
            is_first = asked.key not in self._being_made
            made = self._being_made.setdefault(asked.key, threading.Event())
        if is_first:
            try:
                return self._ask_django(asked, state, environ, start_response)
            finally:
                with self._lock:
                    del self._being_made[asked.key]
                made.set()
        made.wait(SECONDS_TO_WAIT)
        # What was begun before a change that this request came after has another state, and is not given.
        answer = self._kept(asked.key, state)
        if answer is None:
            return self._ask_django(asked, state, environ, start_response)
        return self._give(answer, environ, start_response)

    def _ask_django(
        self, asked: Asked, state: str, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        """`state` was read before: before anything is read that the answer is made of."""
        is_to_keep = environ["REQUEST_METHOD"] == "GET"
        if is_to_keep and not asked.is_plain:
            # Without what nothing reads it is the same page, where there is one; an old address may be told by it.
            is_to_keep = self.storage.far(asked.key) is not None
            if is_to_keep:
                environ = environ | {"QUERY_STRING": asked.query}
        if not is_to_keep:
            return self.application(environ, start_response)
        given: list[tuple[str, Headers]] = []

        def hear(status: str, headers: Headers, _exc_info: Any = None) -> None:
            given[:] = [(status, headers)]

        response = self.application(environ, hear)
        status, headers = given[0]
        if getattr(response, "streaming", True):
            start_response(status, headers)
            return response
        try:
            body = b"".join(response)
        finally:
            response.close()  # type: ignore[attr-defined]
        if status.startswith("503 ") and (good := self._last_good(asked.key)):
            return self._give(good, environ, start_response)
        answer = kept(status, headers, body, state)
        if answer is not None:
            self.storage.put(asked.key, answer)
            return self._give(answer, environ, start_response)
        if status.startswith(GONE):
            self.storage.drop(asked.key)
        start_response(status, headers)
        return [body]
