"""The cache around Django's own application, asked as a server asks it."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
import redis
from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from home.models import HomePage, StandardPage
from publishing import generation
from publishing.response_cache import ResponseCache
from tests.factories.tree import make_page


@dataclass
class Reply:
    """What a client gets, and what nginx in front of it takes out: how long that may keep it."""

    status: int
    headers: dict[str, str]
    body: bytes
    microcache: str | None = field(compare=False)


class StateHere:
    """The state as the test's own connection sees it, which is in a transaction that nobody else sees into."""

    def read(self) -> str:
        return generation.current()


class Asked:
    """A cache; `asked` has what it let Django answer."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.django = WSGIHandler()
        self.cache = self.another_process()

    def another_process(self) -> ResponseCache:
        cache = ResponseCache(self.application)
        cache.state = StateHere()  # type: ignore[assignment]
        return cache

    def application(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        self.asked.append(environ["PATH_INFO"])
        return self.django(environ, start_response)

    def get(
        self, path: str, method: str = "GET", cache: ResponseCache | None = None, **headers: str
    ) -> Reply:
        """Header names with `_` for `-`, as in `if_none_match`."""
        request = RequestFactory().generic(
            method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        environ = request.META | {"HTTP_HOST": headers.get("host", "testserver")}
        given: list[Any] = []
        response = (cache or self.cache)(environ, lambda *told: given.append(told))
        body = b"".join(response)
        if hasattr(response, "close"):
            response.close()
        status, fields = given[0][:2]
        found = dict(fields)
        microcache = found.pop("X-Accel-Expires", None)
        return Reply(int(status.split()[0]), found, body, microcache)


@pytest.fixture
def site() -> Any:
    """Requests as they come in, without closing the connection that the test's transaction is on."""
    with contextlib.suppress(redis.ConnectionError):
        caches["responses"].clear()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield Asked()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def about(home: HomePage) -> StandardPage:
    return make_page(StandardPage, home, title="Over mij", slug="over-mij")
