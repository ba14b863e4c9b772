"""Which requests may be given a kept answer, and under which key it is kept.

A key has what an answer of this site may depend on: scheme, host, path, and those parameters that are read there.
Others neither split the cache nor reach what is kept. Cookies are not in it: who has a session is never given a kept
answer, and nothing else of a cookie is looked at by any page.
"""

from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from django.conf import settings

API = "/api/"
# Each of these answers for itself: what is private, and files that lie ready already.
NEVER = ("/admin/", settings.STATIC_URL, settings.MEDIA_URL, "/documents/")
# Read by a page: the contact page thanks whoever comes back from sending.
READ = {"sent": "1"}
# Read by an answer that is not kept: what a visitor looks for is nobody else's, and of addresses with a version
# there is no end.
UNKEPT = {"q", "page", "v"}
# With these Django might say 304, which is nothing to keep, so that it would make the same answer for each who asks.
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
# Answered with another form of the same page, or a part of it.
OTHER_FORMS = "text/markdown"


class Asked(NamedTuple):
    """`key` is where the answer is kept; `query` the part of the query string that it depends on."""

    key: str
    query: str
    is_plain: bool  # the query string has nothing else in it
    is_admitted: bool  # asked by a page of another site that may read the answer

    def without_the_rest(self, environ: dict[str, Any]) -> dict[str, Any]:
        """The request, without what is not in the key, and without conditions: those are judged of what is kept."""
        request = environ | {"QUERY_STRING": self.query}
        for name in CONDITIONS:
            request.pop(name, None)
        if not self.is_admitted:
            request.pop("HTTP_ORIGIN", None)
        return request


def asked_for(environ: dict[str, Any]) -> Asked | None:
    """None for a request that must be answered anew."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in environ:
        return None
    path, host = environ.get("PATH_INFO", ""), environ.get("HTTP_HOST")
    cookies = environ.get("HTTP_COOKIE")
    if not host or path.startswith(NEVER) or (cookies and _is_somebody(cookies)):
        return None
    if "HTTP_RANGE" in environ or OTHER_FORMS in environ.get("HTTP_ACCEPT", "").lower():
        return None
    given = environ.get("QUERY_STRING", "")
    query = given
    origin = ""
    if path.startswith(API):  # reads all its parameters, and refuses others
        origin = _admitted(environ.get("HTTP_ORIGIN", ""))
    elif given:
        parameters = dict(parse_qsl(given, keep_blank_values=True))
        if UNKEPT & parameters.keys():
            return None
        read = {name: value for name, value in READ.items() if parameters.get(name) == value}
        query = "&".join(f"{name}={value}" for name, value in read.items())
    key = "\0".join((_scheme(environ), host.lower(), path, query, origin))
    return Asked(key, query, query == given, bool(origin))


def _is_somebody(cookies: str) -> bool:
    """Whether a session, or a message to one visitor, comes with the request."""
    return f"{settings.SESSION_COOKIE_NAME}=" in cookies or "messages=" in cookies


def _scheme(environ: dict[str, Any]) -> str:
    """As `HttpRequest.scheme` has it."""
    if settings.SECURE_PROXY_SSL_HEADER:
        header, secure = settings.SECURE_PROXY_SSL_HEADER
        nearest = str(environ.get(header, "")).partition(",")[0].strip()
        return "https" if nearest == secure else "http"
    return str(environ["wsgi.url_scheme"])


def _admitted(origin: str) -> str:
    """The other site whose page asks, where that changes the answer (`CORS_ALLOWED_ORIGINS`)."""
    return origin if origin in settings.CORS_ALLOWED_ORIGINS else ""
