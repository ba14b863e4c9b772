"""What leaves the site for HEAD, as a server gets it; Django's test client empties answers itself."""

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from api import caching

pytestmark = pytest.mark.django_db

Asked = Callable[..., tuple[int, dict[str, str], bytes]]


@pytest.fixture
def ask(home: Any) -> Iterator[Asked]:
    """Gives status, headers and body of what a server is handed."""
    handler = WSGIHandler()
    signals = (
        request_started,
        request_finished,
    )  # at which Django would close the test's own connection
    for signal in signals:
        signal.disconnect(close_old_connections)

    def answered(method: str, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        environ = RequestFactory().generic(method, path, headers=headers).environ
        told: list[Any] = []
        response = handler(environ, lambda status, given: told.extend((status, dict(given))))
        with closing(response):
            return int(told[0].split()[0]), told[1], b"".join(response)

    yield answered
    for signal in signals:
        signal.connect(close_old_connections)


def test_a_failure_before_any_view_has_no_body_either(
    ask: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(request: Any) -> str:
        raise RuntimeError

    monkeypatch.setattr(caching, "etag_of", fail)
    status, _headers, body = ask("HEAD", "/api/v1/pages")
    assert (status, body) == (500, b"")


@pytest.mark.parametrize(
    "path", ["/", "/nergens/", "/api/v1/pages", "/api/v1/nothing", "/robots.txt"]
)
def test_head_has_the_length_of_get_and_no_body(path: str, ask: Asked) -> None:
    ask("GET", path)  # the first visit ever makes the row of settings
    got, asked = ask("GET", path), ask("HEAD", path)
    assert got[2]
    assert asked[2] == b""
    assert asked[0] == got[0]
    assert asked[1]["Content-Length"] == str(len(got[2]))
    assert asked[1].get("ETag") == got[1].get("ETag")


@pytest.mark.parametrize("path", ["/", "/api/v1/pages"])
def test_compressed_it_tells_no_length_that_may_be_wrong(path: str, ask: Asked) -> None:
    ask("GET", path)
    got, asked = (ask(method, path, accept_encoding="gzip") for method in ("GET", "HEAD"))
    assert asked[2] == b""
    assert got[1]["Content-Encoding"] == asked[1]["Content-Encoding"] == "gzip"
    assert asked[1]["Vary"] == got[1]["Vary"]
    assert "Content-Length" not in asked[1]


def test_a_file_is_not_sent_along(ask: Asked, recording: Any) -> None:
    got, asked = ask("GET", recording.url), ask("HEAD", recording.url)
    assert got[2]
    assert asked[2] == b""
    assert asked[1].keys() == got[1].keys()
