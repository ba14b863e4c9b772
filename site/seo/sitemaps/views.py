"""Answers with the index of the sitemaps, and with each of them."""

import hashlib
from collections.abc import Callable
from urllib.parse import urljoin

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe
from wagtail.models import Site

from seo.listed import homes_of
from seo.sitemaps.entries import entries_of
from seo.sitemaps.parts import parts_of
from seo.sitemaps.remembered import remembered
from seo.sitemaps.xml import index_xml, urlset_xml

FRESH = 600  # seconds that others may keep an answer


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Where the parts are, of all languages; 404 where no language has a home page that visitors can reach."""
    site = _site(request)

    def build() -> bytes | None:
        parts = [part for home in homes_of(site) for part in parts_of(home, request)]
        addresses = [
            (_address(site, "sitemap_part", part.language, part.number), part.changed)
            for part in parts
        ]
        return index_xml(addresses) if addresses else None

    return _answer(request, f"{site.pk}:index", build)


@require_safe
def part(request: HttpRequest, language: str, number: int) -> HttpResponse:
    """The pages of one part of a language; 404 where there are none."""
    site = _site(request)

    def build() -> bytes | None:
        homes = homes_of(site)
        home = next((home for home in homes if home.locale.language_code == language), None)
        entries = entries_of(home, homes, number, request) if home else []
        return urlset_xml(entries) if entries else None

    return _answer(request, f"{site.pk}:{language}:{number}", build)


def _site(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


def _address(site: Site, name: str, *args: str | int) -> str:
    return urljoin(site.root_url, reverse(name, args=args))


def _answer(request: HttpRequest, name: str, build: Callable[[], bytes | None]) -> HttpResponse:
    xml = remembered(request, name, build)
    if xml is None:
        raise Http404
    etag = quote_etag(hashlib.sha256(xml).hexdigest()[:16])
    response = get_conditional_response(request, etag)
    if response is None:
        response = HttpResponse(xml, content_type="application/xml")
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = f"public, max-age={FRESH}"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
