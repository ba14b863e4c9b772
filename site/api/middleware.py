"""What holds for every answer of the API, around whatever makes it."""

import contextlib
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from api import caching, problems, rate_limit
from core import request_ids
from publishing.code_version import code_version

API = "/api/"
CONTENT = "/api/v1/"


class ApiMiddleware:
    """Gives each request under `/api/` an id, a limit and an answer in the API's own words.

    It stands above sessions, languages and all that pages need: a 304 and a 429 pass none of it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        code_version()  # now, so that no client waits for it

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(API):
            return self.get_response(request)
        # Nothing here is said by a cookie, so that none is looked at, answered with another, or a reason to keep apart.
        request.META.pop("HTTP_COOKIE", None)
        known = request_ids.request_id(request.headers.get(request_ids.HEADER))
        request.request_id = known  # type: ignore[attr-defined]
        method = request.method
        if method == "HEAD":
            request.method = "GET"  # Ninja knows no HEAD by itself
        try:
            response = self._answer(request)
        finally:
            request.method = method
        response.headers[request_ids.HEADER] = known
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        if wait := rate_limit.seconds_to_wait(request):
            response: HttpResponseBase = problems.too_many_requests(request, wait)
            caching.mark(request, response, None)
            return response
        etag = None
        if request.path_info.startswith(CONTENT):
            with contextlib.suppress(DatabaseError):  # what is asked for will say it
                etag = caching.etag_of(request)
            if kept := caching.not_modified(request, etag):
                return kept
        response = self.get_response(request)
        if request.method == "OPTIONS" and response.status_code == 405:
            response = _allowed(response)
        elif response.status_code >= 400:
            problems.make_problem(request, response)
        if "Content-Language" in response.headers:  # of the address, which has none here
            del response.headers["Content-Language"]
        caching.mark(request, response, etag)
        return response


def _allowed(refusal: HttpResponseBase) -> HttpResponse:
    """What an address takes, for who asks just that."""
    return HttpResponse(status=204, headers={"Allow": problems.methods_of(refusal)})
