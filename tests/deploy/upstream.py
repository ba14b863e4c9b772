"""A stand-in for the application that counts what it is asked, and answers what a test wants."""

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Headers = dict[str, str]
KEPT = {
    "X-Accel-Expires": "60",  # longer than the application says, so that no test depends on the clock
    "Cache-Control": "public, no-cache",
    "Vary": "Accept, Accept-Encoding",
    "ETag": '"one"',
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'",
}


def kept_briefly() -> Headers:
    """As the application says it: until the running second of the clock is over.

    nginx counts in whole seconds: what may be kept for `1` is given for almost two.
    """
    return KEPT | {"X-Accel-Expires": f"@{int(time.time())}"}


class Upstream:
    """`answer` makes status, headers and body of a request's headers and of how often something was asked."""

    def __init__(self, port: int) -> None:
        self.asked: list[tuple[str, str, Headers]] = []  # method, path, headers
        self.answer: Callable[[Headers, int], tuple[int, Headers, str]] = lambda headers, count: (
            200,
            KEPT,
            f"answer {count}",
        )
        upstream = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                upstream.asked.append((self.command, self.path, headers))
                status, given, body = upstream.answer(headers, len(upstream.asked))
                self.send_response(status)
                self.send_header("Connection", "close")  # the next may be another test's
                self.close_connection = True
                for name, value in (given | {"Content-Length": str(len(body))}).items():
                    self.send_header(name, value)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body.encode())

            do_GET = do_HEAD = do_POST = handle_any  # noqa: N815 (names of the standard library)

            def log_message(self, *args: Any) -> None:
                """Nobody reads it."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

        self.server = Server(("127.0.0.1", port), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()

    def stop(self) -> None:
        """Safe to repeat."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
