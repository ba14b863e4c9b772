"""HEAD: the headers of a GET, and no body (RFC 9110, 9.3.2)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase


class HeadMiddleware:
    """Leaves the body out, which a server would only drop, with a line in its log for each.

    It stands above what compresses, so that the headers are those of the answer to GET. How long a compressed one is
    differs each time (`GZipMiddleware.max_random_bytes`), and a length that need not be true must not be told (8.6).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method != "HEAD":
            return response
        if response.streaming:
            response.streaming_content = []  # type: ignore[attr-defined]
            return response
        if "Content-Encoding" in response.headers:
            response.headers.pop("Content-Length", None)
        else:
            response.headers.setdefault("Content-Length", str(len(response.content)))  # type: ignore[attr-defined]
        response.content = b""  # type: ignore[attr-defined]
        return response
