"""Answers with the drawn pictures that are there; none is drawn while somebody waits.

The address that a page gives has the picture's version in it, and may be kept for good; without it, or with an old one,
the picture of today is kept for an hour. Until it is drawn, a page's picture is that of its language.
"""

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotFound,
    HttpResponseRedirect,
)
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe
from wagtail.models import Site

from core.models import PracticeSettings
from seo.listed import homes_of, listed_pages
from seo.site_pictures import files
from seo.site_pictures.addresses import (
    language_picture_address,
    page_picture_address,
    picture_for,
)
from seo.site_pictures.icons import icon_svg
from seo.site_pictures.looks import IconLook, Look, icon_look, language_look, page_look, version

HOUR, YEAR = 3_600, 31_536_000  # seconds
KEEP = f"public, max-age={YEAR}, immutable"
SOON = f"public, max-age={HOUR}"


@require_safe
def favicon_svg(request: HttpRequest) -> HttpResponse:
    look = _icon_look(request)
    picture = icon_svg(look.accent)  # a text
    return _of_today(request, look, HttpResponse(picture, content_type="image/svg+xml"))


@require_safe
def favicon_ico(request: HttpRequest) -> HttpResponse:
    return _answer(request, "favicon.ico", _icon_look(request), "image/x-icon")


@require_safe
def touch_icon(request: HttpRequest) -> HttpResponse:
    return _answer(request, "apple-touch-icon.png", _icon_look(request), "image/png")


@require_safe
def share_picture(request: HttpRequest, language: str) -> HttpResponse:
    """The picture of a language; 404 for one that has no home page that visitors may see."""
    homes = homes_of(_site(request))
    home = next((home for home in homes if home.locale.language_code == language), None)
    if home is None:
        raise Http404
    look = language_look(PracticeSettings.for_request(request), home)
    response = _answer(request, files.language_picture(language), look, "image/png")
    response.headers["Content-Language"] = language
    return response


@require_safe
def page_picture(request: HttpRequest, pk: int, version: str, ending: str) -> HttpResponse:
    """The picture that is drawn of a page that visitors may see; any other address of it leads to that of today."""
    homes = homes_of(_site(request))
    found = ((home, page) for home in homes for page in listed_pages(home).filter(pk=pk).specific())
    home, page = next(found, (None, None))
    if home is None or page is None:
        raise Http404
    practice = PracticeSettings.for_request(request)
    language = page.locale.language_code
    if page.share_image_id or page.pk == home.pk:
        current = picture_for(page, home, request)
        return _redirect(current.url if current else "/", SOON)
    look = page_look(practice, page.title)
    address = page_picture_address(pk, look)
    if request.path != address:
        return _redirect(address, SOON)
    picture = files.read(files.page_picture(pk), look)
    if picture is None:
        return _redirect(
            language_picture_address(language, language_look(practice, home)), "no-store"
        )
    response = HttpResponse(picture, content_type="image/png")
    response.headers["Cache-Control"] = KEEP
    response.headers["Content-Language"] = language
    return response


def _site(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


def _icon_look(request: HttpRequest) -> IconLook:
    _site(request)
    return icon_look(PracticeSettings.for_request(request))


def _redirect(address: str, cache_control: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.headers["Cache-Control"] = cache_control
    return response


def _answer(request: HttpRequest, name: str, look: Look, content_type: str) -> HttpResponse:
    """The picture of this look; until it is drawn, the one of the look before, or 404 where there is none."""
    picture = files.read(name, look)
    if picture is not None:
        return _of_today(request, look, HttpResponse(picture, content_type=content_type))
    older = files.read_older(name)
    headers = {"Cache-Control": "no-store"}
    if older is None:
        return HttpResponseNotFound(content_type="text/plain", headers=headers)
    return HttpResponse(older, content_type=content_type, headers=headers)


def _of_today(request: HttpRequest, look: Look, whole: HttpResponse) -> HttpResponse:
    """With what says for how long it may be kept; a 304 for who has it."""
    current = version(look)
    etag = quote_etag(current)
    response = get_conditional_response(request, etag) or whole
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = KEEP if request.GET.get("v") == current else SOON
    return response
