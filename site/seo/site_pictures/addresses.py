"""Where the picture for a link to a page is."""

from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from core.models import BasePage, PracticeSettings
from seo.site_pictures.looks import PhotoLook, ShareLook, language_look, page_look, version
from seo.site_pictures.share import SIZE


@dataclass(frozen=True)
class SharePicture:
    """`url` is absolute, sizes are pixels, `alt` says what is written on it or which page it is of."""

    url: str
    alt: str
    kind: str  # a media type
    width: int = SIZE[0]
    height: int = SIZE[1]


def picture_for(page: BasePage, home: Page, request: HttpRequest) -> SharePicture | None:
    """The picture for a link to `page`, whose language begins at `home`; None for a page that has no address.

    A home page without a picture of its own has that of its language.
    """
    address = page.get_url_parts(request)
    if address is None:
        return None
    _site_id, root_url, _path = address
    practice = PracticeSettings.for_request(request)
    if page.pk == home.pk and page.share_image_id is None:
        look = language_look(practice, home)
        path = reverse("share_picture", args=[page.locale.language_code])
        alt = " — ".join(filter(None, [look.title, look.strapline]))
        return SharePicture(f"{root_url}{path}?v={version(look)}", alt, "image/png")
    of_page = page_look(practice, page)
    is_photo = isinstance(of_page, PhotoLook)
    return SharePicture(
        root_url + page_picture_address(page, of_page),
        page.title if is_photo else f"{page.title} — {practice.practice_name}",
        "image/jpeg" if is_photo else "image/png",
    )


def page_picture_address(page: Page, look: ShareLook | PhotoLook) -> str:
    """The path of a page's picture; another look, another path."""
    ending = "jpg" if isinstance(look, PhotoLook) else "png"
    return _address(page.pk, version(look), ending)


@lru_cache(1_000)
def _address(pk: int, look_version: str, ending: str) -> str:
    return reverse("page_picture", args=[pk, look_version, ending])
