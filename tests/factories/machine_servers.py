"""Translation servers that speak the documented protocols over HTTP, faults included.

A text is “translated” by putting `EN ` before it; tags stay as they are.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

DEEPL_KEY = "0123-secret:fx"
LIBRE_KEY = "libre-secret"
MOST_TEXTS, MOST_BYTES = 50, 128 * 1024


@dataclass
class Server:
    """`requests` is what came in as `(method, path, headers, body)`; `faults` are answered first, one a request."""

    url: str = ""
    requests: list[tuple[str, str, dict[str, str], Any]] = field(default_factory=list)
    faults: list[Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=list)
    glossaries: dict[str, dict[str, Any]] = field(default_factory=dict)

    def bodies(self, path: str) -> list[Any]:
        """The bodies posted to a path."""
        return [
            body
            for method, asked, _headers, body in self.requests
            if (method, asked) == ("POST", path)
        ]


def answer(
    handler: BaseHTTPRequestHandler, status: int, content: Any = None, **headers: str
) -> None:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(data)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(data)


def refuses(status: int, content: Any = None, **headers: str) -> Callable:
    return lambda handler: answer(handler, status, content or {"message": "no"}, **headers)


def is_slow(seconds: float) -> Callable:
    def wait(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        answer(handler, 200, {})

    return wait


def hangs_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True
    handler.connection.close()


def translate(text: str) -> str:
    return "EN " + text


@contextmanager
def serving(
    respond: Callable[[BaseHTTPRequestHandler, Server, str, Any], None],
) -> Iterator[Server]:
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *args: Any) -> None: ...

        def handle_request(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            raw = self.rfile.read(length)
            body = json.loads(raw) if raw else None
            server.requests.append((self.command, self.path, dict(self.headers), body))
            if server.faults and self.path.endswith("/translate"):
                server.faults.pop(0)(self)
                return
            respond(self, server, self.path, body)

        do_GET = do_POST = do_DELETE = handle_request  # noqa: N815

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.url = f"http://127.0.0.1:{http.server_port}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def deepl(handler: BaseHTTPRequestHandler, server: Server, path: str, body: Any) -> None:
    """DeepL's API, version 2: `/v2/translate` and `/v2/glossaries`."""
    if handler.headers.get("Authorization") != f"DeepL-Auth-Key {DEEPL_KEY}":
        return answer(handler, 403, {"message": "Wrong endpoint or key"})
    if path == "/v2/translate":
        texts = body["text"]
        if not isinstance(texts, list) or len(texts) > MOST_TEXTS:
            return answer(handler, 400, {"message": "Too many texts"})
        if len(json.dumps(body).encode()) > MOST_BYTES:
            return answer(handler, 413, {"message": "Payload Too Large"})
        if body.get("source_lang") != "NL" or body.get("target_lang") != "EN-GB":
            return answer(handler, 400, {"message": "Value for 'target_lang' not supported"})
        terms = {}
        if glossary_id := body.get("glossary_id"):
            if glossary_id not in server.glossaries:
                return answer(handler, 404, {"message": "Glossary not found"})
            entries = server.glossaries[glossary_id]["entries"]
            terms = dict(line.split("\t") for line in entries.splitlines())
        translations = []
        for text in texts:
            for term, translation in terms.items():
                text = text.replace(term, translation)
            translations.append({"detected_source_language": "NL", "text": translate(text)})
        return answer(handler, 200, {"translations": translations})
    if path == "/v2/glossaries" and handler.command == "GET":
        listed = [{"glossary_id": key} | value for key, value in server.glossaries.items()]
        return answer(handler, 200, {"glossaries": listed})
    if path == "/v2/glossaries" and body.get("entries_format") == "tsv":
        glossary_id = f"glossary-{len(server.requests)}"
        server.glossaries[glossary_id] = body
        return answer(handler, 201, {"glossary_id": glossary_id, "ready": True} | body)
    if path.startswith("/v2/glossaries/") and handler.command == "DELETE":
        server.glossaries.pop(path.rsplit("/", 1)[1], None)
        handler.send_response(204)
        handler.end_headers()
        return None
    return answer(handler, 404, {"message": "Not found"})


def libretranslate(handler: BaseHTTPRequestHandler, server: Server, path: str, body: Any) -> None:
    """LibreTranslate's `/translate`, with a key asked for."""
    if path != "/translate":
        return answer(handler, 404, {"error": "Not found"})
    if body.get("api_key") != LIBRE_KEY:
        return answer(handler, 403, {"error": "Invalid API key"})
    if (body.get("source"), body.get("target"), body.get("format")) != ("nl", "en", "html"):
        return answer(handler, 400, {"error": "nl is not supported"})
    if sum(len(text) for text in body["q"]) > 10_000:
        return answer(handler, 400, {"error": "Invalid request: request exceeds text limit"})
    return answer(handler, 200, {"translatedText": [translate(text) for text in body["q"]]})
