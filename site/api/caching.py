"""Who may keep an answer of the API, and the answer 304 that costs a query instead of a document.

What reads without a token is public. `no-cache` lets browsers and proxies keep it, and has them ask each time whether
it still holds: a price that was changed is never shown again, and asking costs next to nothing. What a token opened, a
draft, whatever a view itself marks `no-store`, and everything that is not a 200, is kept by nobody.

The ETag is made of what an answer follows from, not of the answer, so that it is known before any work is done:
the state of the content (`publishing.generation`), the address, the code, and the hour, which finds out what changes
with time alone. It is a weak one (RFC 9110, 8.8.1), since compression gives the same document other bytes.
"""

import hashlib
import time

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from core.remembered import state_of_content
from publishing.code_version import code_version

PUBLIC = "public, no-cache"
PRIVATE = "private, no-store"
HOUR = 3600  # seconds
# `Origin` is added by the middleware for other sites, where an answer depends on it.
VARIES_BY = ("Accept-Encoding", "Authorization")


def etag_of(request: HttpRequest) -> str | None:
    """The ETag of a 200 to this request, were it answered now; None where nobody may keep the answer.

    Ask before the work begins: an answer made while content changes then has an ETag that holds no longer.
    """
    if request.method != "GET" or "HTTP_AUTHORIZATION" in request.META:
        return None
    facts = (
        state_of_content(request),
        code_version(),
        str(int(time.time() // HOUR)),
        request.scheme or "",
        request.META.get("HTTP_HOST", ""),
        request.path,
        request.META.get("QUERY_STRING", ""),
    )
    digest = hashlib.blake2b("\0".join(facts).encode(), digest_size=16)
    return f'W/"{digest.hexdigest()}"'


def not_modified(request: HttpRequest, etag: str | None) -> HttpResponse | None:
    """A 304 for who has the answer with this ETag already."""
    given = request.META.get("HTTP_IF_NONE_MATCH")
    if not given or not etag or _opaque(etag) not in map(_opaque, parse_etags(given)):
        return None
    response = HttpResponseNotModified()
    keepable(response, etag)
    return response


def mark(request: HttpRequest, response: HttpResponseBase, etag: str | None) -> None:
    """Says on an answer who may keep it."""
    is_private = getattr(request, "is_private", False) or "no-store" in response.get(
        "Cache-Control", ""
    )
    if etag and response.status_code == 200 and not is_private:
        keepable(response, etag)
    else:
        patch_vary_headers(response, VARIES_BY)
        response.headers["Cache-Control"] = PRIVATE


def keepable(response: HttpResponseBase, etag: str) -> None:
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = PUBLIC
    patch_vary_headers(response, VARIES_BY)


def _opaque(etag: str) -> str:
    return etag.removeprefix("W/")
