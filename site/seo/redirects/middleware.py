"""Sends visitors of old addresses on, and counts the addresses that lead nowhere."""

from collections.abc import Callable

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from wagtail.models import Site

from seo.not_found.recording import record
from seo.redirects.addresses import normal_path, pages_at
from seo.redirects.lookup import target_of

FRESH = 3600  # seconds that others may keep a redirect


class OldAddressMiddleware:
    """Acts only where nothing answers, so that a redirect never hides a page.

    It stands above Django's CommonMiddleware, which sends `/x` to `/x/` before anybody looks whether that exists: an
    old address leads on in one step, however it was written. Wagtail's own middleware knows neither capitals nor what
    stands below a page that has moved.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return response
        is_missing = response.status_code == 404
        if is_missing and not response.get("Content-Type", "").startswith("text/html"):
            return response  # of an API: nobody's old page
        if not is_missing and not only_adds_a_slash(request, response):
            return response
        site = Site.find_for_request(request)
        if site is None or "\0" in request.path:
            return response
        target = target_of(request.get_full_path(), site)
        if target is None:
            if is_missing:
                record(request, site)
            return response
        if not is_missing and is_live(request.path, site):
            return response
        return moved_to(target.address, target.is_permanent)


def moved_to(address: str, is_permanent: bool) -> HttpResponse:
    """Without an end, a browser would keep a redirect for years, also one that she has taken back."""
    response = (HttpResponsePermanentRedirect if is_permanent else HttpResponseRedirect)(address)
    response.headers["Cache-Control"] = f"public, max-age={FRESH}"
    return response


def only_adds_a_slash(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the answer is Django's redirect from `/x` to `/x/`."""
    location = response.headers.get("Location", "").split("?")[0]
    return response.status_code == 301 and location == request.get_full_path().split("?")[0] + "/"


def is_live(path: str, site: Site) -> bool:
    address = normal_path(path)
    return address in pages_at([address], site)
