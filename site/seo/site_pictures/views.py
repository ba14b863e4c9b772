"""Answers with the drawn pictures.

The address that a page gives has the picture's version in it, and may be kept for good; without it, or with an old one,
the picture of today is kept for an hour.
"""

from collections.abc import Callable
from dataclasses import asdict

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe
from wagtail.models import Site

from core.models import PracticeSettings
from seo.listed import homes_of, listed_pages
from seo.site_pictures.addresses import page_picture_address
from seo.site_pictures.icons import icon_ico, icon_svg, touch_icon_png
from seo.site_pictures.looks import (
    Look,
    PhotoLook,
    drawn,
    icon_look,
    language_look,
    page_look,
    version,
)
from seo.site_pictures.share import photo_jpeg, share_png

HOUR, YEAR = 3_600, 31_536_000  # seconds
KEEP = f"public, max-age={YEAR}, immutable"


@require_safe
def favicon_svg(request: HttpRequest) -> HttpResponse:
    return _icon(request, "favicon.svg", icon_svg, "image/svg+xml")


@require_safe
def favicon_ico(request: HttpRequest) -> HttpResponse:
    return _icon(request, "favicon.ico", icon_ico, "image/x-icon")


@require_safe
def touch_icon(request: HttpRequest) -> HttpResponse:
    return _icon(request, "apple-touch-icon.png", touch_icon_png, "image/png")


@require_safe
def share_picture(request: HttpRequest, language: str) -> HttpResponse:
    """The picture of a language; 404 for one that has no home page that visitors may see."""
    homes = homes_of(_site(request))
    home = next((home for home in homes if home.locale.language_code == language), None)
    if home is None:
        raise Http404
    look = language_look(PracticeSettings.for_request(request), home)
    response = _answer(
        request, f"share-{language}.png", look, lambda: share_png(**asdict(look)), "image/png"
    )
    response.headers["Content-Language"] = language
    return response


@require_safe
def page_picture(request: HttpRequest, pk: int, version: str, ending: str) -> HttpResponse:
    """The picture of one page that visitors may see; an address with another version leads to that of today.

    So there is one picture to keep for each page and no more, whatever addresses are asked for.
    """
    page = next(
        (
            page
            for home in homes_of(_site(request))
            for page in listed_pages(home).filter(pk=pk).specific()
        ),
        None,
    )
    if page is None:
        raise Http404
    look = page_look(PracticeSettings.for_request(request), page)
    address = page_picture_address(page, look)
    if request.path != address:
        response: HttpResponse = HttpResponseRedirect(address)
        response.headers["Cache-Control"] = f"public, max-age={HOUR}"
        return response
    name = f"share-{pk}.{ending}"
    if isinstance(look, PhotoLook):
        picture = drawn(name, look, lambda: photo_jpeg(page.share_image))
        response = HttpResponse(picture, content_type="image/jpeg")
    else:
        picture = drawn(name, look, lambda: share_png(**asdict(look)))
        response = HttpResponse(picture, content_type="image/png")
    response.headers["Cache-Control"] = KEEP
    response.headers["Content-Language"] = page.locale.language_code
    return response


def _site(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


def _icon(
    request: HttpRequest, name: str, draw: Callable[..., bytes], content_type: str
) -> HttpResponse:
    _site(request)
    look = icon_look(PracticeSettings.for_request(request))
    return _answer(request, name, look, lambda: draw(look.accent), content_type)


def _answer(
    request: HttpRequest, name: str, look: Look, draw: Callable[[], bytes], content_type: str
) -> HttpResponse:
    current = version(look)
    etag = quote_etag(current)
    response = get_conditional_response(request, etag)
    if response is None:
        response = HttpResponse(drawn(name, look, draw), content_type=content_type)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = (
        KEEP if request.GET.get("v") == current else f"public, max-age={HOUR}"
    )
    return response
