"""Caches of others are emptied after a change; a receiver on this machine stands in for Cloudflare."""

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace
from typing import Any

import pytest

from publishing import edge_caches, generation
from publishing.edge_caches import purge_edge_caches

ZONE = "0123456789abcdef" * 2


class Receiver:
    """Keeps what it is sent, and answers with `status`."""

    def __init__(self) -> None:
        self.status, self.requests = 200, []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                receiver.requests.append((self.path, self.headers["Authorization"], body))
                self.send_response(receiver.status)
                self.end_headers()
                self.wfile.write(b'{"success": true}')

            def log_message(self, *args: Any) -> None:
                """Nobody reads it."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    found = Receiver()
    yield found
    found.server.shutdown()
    found.server.server_close()
    found.thread.join()


@pytest.fixture
def cloudflare(db, receiver, settings, monkeypatch) -> Receiver:
    monkeypatch.setattr(edge_caches, "_purged", {})
    settings.WAGTAILFRONTENDCACHE = {
        "cloudflare": {
            "BACKEND": "publishing.edge_caches.Cloudflare",
            "ZONEID": ZONE,
            "BEARER_TOKEN": "token",
            "ENDPOINT": receiver.url,
        }
    }
    return receiver


def test_everything_is_purged_once_after_each_change(cloudflare, home):
    purge_edge_caches()
    purge_edge_caches()
    everything = (f"/zones/{ZONE}/purge_cache", "Bearer token", {"purge_everything": True})
    assert cloudflare.requests == [everything]
    generation.changed()
    purge_edge_caches()
    purge_edge_caches()
    assert cloudflare.requests == [everything] * 2


def test_what_was_refused_is_told_and_tried_again(cloudflare, caplog):
    cloudflare.status = 500
    purge_edge_caches()
    assert "did not empty its cache: 500" in caplog.text
    cloudflare.status = 200
    purge_edge_caches()
    purge_edge_caches()
    assert len(cloudflare.requests) == 2


def test_one_cache_that_refuses_stops_no_other(cloudflare, settings, monkeypatch):
    asked: list[dict[str, Any]] = []
    client = SimpleNamespace(create_invalidation=lambda **given: asked.append(given))
    monkeypatch.setitem(sys.modules, "boto3", SimpleNamespace(client=lambda *_, **__: client))
    settings.WAGTAILFRONTENDCACHE = settings.WAGTAILFRONTENDCACHE | {
        "cloudfront": {
            "BACKEND": "publishing.edge_caches.CloudFront",
            "DISTRIBUTION_ID": "E2QWRUHA",
        }
    }
    cloudflare.status = 500
    purge_edge_caches()
    assert len(asked) == 1


def test_nothing_is_asked_or_sent_where_no_cache_is_chosen(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        purge_edge_caches()


def test_all_paths_of_a_distribution_are_invalidated(db, settings, monkeypatch):
    asked: list[dict[str, Any]] = []
    client = SimpleNamespace(create_invalidation=lambda **given: asked.append(given))
    monkeypatch.setitem(sys.modules, "boto3", SimpleNamespace(client=lambda *_, **__: client))
    monkeypatch.setattr(edge_caches, "_purged", {})
    settings.WAGTAILFRONTENDCACHE = {
        "cloudfront": {
            "BACKEND": "publishing.edge_caches.CloudFront",
            "DISTRIBUTION_ID": "E2QWRUHA",
        }
    }
    purge_edge_caches()
    [invalidation] = asked
    assert invalidation["DistributionId"] == "E2QWRUHA"
    assert invalidation["InvalidationBatch"]["Paths"] == {"Quantity": 1, "Items": ["/*"]}
