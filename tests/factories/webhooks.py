"""Webhooks, what they are told, and a receiver that listens on this machine."""

import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import factory
from factory.django import DjangoModelFactory

from publishing.models import Webhook, WebhookDelivery, WebhookEvent

Answering = Callable[[BaseHTTPRequestHandler], None]


class WebhookFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Bouwer {number}")
    url = "https://builder.example/hook"

    class Meta:
        model = Webhook


def told(*types: str) -> list[dict[str, Any]]:
    """The events in the outbox in the order of their deliveries, of these types or all."""
    rows = WebhookDelivery.objects.order_by("pk").values_list("event__payload", flat=True)
    events = [json.loads(payload) for payload in dict.fromkeys(rows)]
    return [event for event in events if not types or event["type"] in types]


def told_of_pages() -> list[tuple[str, str]]:
    """What was told of pages, and where they are."""
    events = told("page.published", "page.unpublished", "page.moved", "page.deleted")
    return [(event["type"], event["data"]["page"]["path"]) for event in events]


def forget_told() -> None:
    WebhookEvent.objects.all().delete()


@dataclass
class Request:
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def event(self) -> dict[str, Any]:
        return json.loads(self.body)


@dataclass
class Receiver:
    """`requests` is what came in; `answers` are given one a request, then 204."""

    url: str = ""
    requests: list[Request] = field(default_factory=list)
    answers: list[Answering] = field(default_factory=list)

    @property
    def address(self) -> tuple[str, int]:
        host, port = urlsplit(self.url).netloc.split(":")
        return host, int(port)

    @property
    def types(self) -> list[str]:
        return [request.event["type"] for request in self.requests]


def answers(status: int, text: str = "", **headers: str) -> Answering:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(text.encode())))
        handler.end_headers()
        handler.wfile.write(text.encode())

    return answer


def hangs(handler: BaseHTTPRequestHandler) -> None:
    """Longer than any test lets it."""
    handler.connection.settimeout(10)
    handler.connection.recv(1)  # until whoever asked gives up
    handler.close_connection = True


def drips(handler: BaseHTTPRequestHandler) -> None:
    """Begins an answer and never ends it, a byte at a time, so that no timeout between bytes is reached."""
    handler.close_connection = True
    for _turn in range(200):
        try:
            handler.wfile.write(b"H")
        except OSError:
            return
        time.sleep(0.05)


def drips_headers(handler: BaseHTTPRequestHandler) -> None:
    """Says that it went well, and never comes to the end of the headers."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    drips(handler)


def floods(handler: BaseHTTPRequestHandler) -> None:
    """Goes on and on before its answer, as fast as it is read."""
    handler.close_connection = True
    with suppress(OSError):
        for _turn in range(1_000_000):
            handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def breaks_off(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True
    handler.connection.close()


@contextmanager
def receiving(certificate: Path | None = None) -> Iterator[Receiver]:
    """By HTTPS with a certificate, which has its key in the same file."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *args: Any) -> None: ...

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            receiver.requests.append(Request(self.path, dict(self.headers), body))
            (receiver.answers.pop(0) if receiver.answers else answers(204))(self)

    class Server(ThreadingHTTPServer):
        def handle_error(self, *args: Any) -> None: ...  # whoever asked went away

    http = Server(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        http.socket = context.wrap_socket(http.socket, server_side=True)
    scheme = "https" if certificate else "http"
    receiver.url = f"{scheme}://127.0.0.1:{http.server_port}/hook"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield receiver
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
