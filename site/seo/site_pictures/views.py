"""Answers with the drawn pictures.

The address that a page gives has the picture's version in it (`?v=`), and may be kept for good; without it, or with an
old one, the picture of today is kept for an hour.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe
from wagtail.models import Site

from core.models import PracticeSettings
from core.visibility import visible
from seo.site_pictures.icons import icon_ico, icon_svg, touch_icon_png
from seo.site_pictures.looks import IconLook, ShareLook, drawn, icon_look, share_look, version
from seo.site_pictures.share import share_png

HOUR, YEAR = 3_600, 31_536_000  # seconds


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
    """The picture in a language; 404 for one that has no home page that visitors may see."""
    site = _site(request)
    homes = visible(site.root_page.get_translations(inclusive=True))
    home = homes.filter(locale__language_code=language).first()
    if home is None or language not in dict(settings.LANGUAGES):
        raise Http404
    look = share_look(PracticeSettings.for_request(request), home)
    response = _answer(request, f"share-{language}.png", look, share_png, "image/png")
    response.headers["Content-Language"] = language
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
    return _answer(request, name, look, draw, content_type)


def _answer(
    request: HttpRequest,
    name: str,
    look: IconLook | ShareLook,
    draw: Callable[..., bytes],
    content_type: str,
) -> HttpResponse:
    current = version(look)
    etag = quote_etag(current)
    response = get_conditional_response(request, etag)
    if response is None:
        response = HttpResponse(drawn(name, look, draw), content_type=content_type)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = (
        f"public, max-age={YEAR}, immutable"
        if request.GET.get("v") == current
        else f"public, max-age={HOUR}"
    )
    return response
