"""One answer of a server, as it comes over the wire."""

import http.client
from dataclasses import dataclass
from urllib.parse import urlsplit

COMPRESSED = {"Accept-Encoding": "br, gzip"}


@dataclass(frozen=True)
class Answer:
    """`encoding` is that of the body: `br`, `gzip`, or nothing."""

    body: bytes
    encoding: str
    etag: str


def ask(url: str, headers: dict[str, str] | None = None) -> Answer:
    """One GET; RuntimeError unless it is answered with a 200."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=60)
    try:
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request("GET", path, headers=headers or {})
        response = connection.getresponse()
        body = response.read()
    finally:
        connection.close()
    if response.status != 200:
        raise RuntimeError(f"{url} answered {response.status}.")
    return Answer(body, response.getheader("Content-Encoding", ""), response.getheader("ETag", ""))
