"""Where the picture for a link to a page is."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from core.models import BasePage, PracticeSettings
from core.renditions import shared_of
from seo.site_pictures.looks import ShareLook, language_look, page_look, version
from seo.site_pictures.share import SIZE


@dataclass(frozen=True)
class SharePicture:
    """`url` is absolute, sizes are pixels, `alt` says what is written on it or which page it is of."""

    url: str
    alt: str
    kind: str = "image/png"  # a media type
    width: int = SIZE[0]
    height: int = SIZE[1]


def picture_for(page: BasePage, home: Page, request: HttpRequest) -> SharePicture | None:
    """The picture for a link to `page`, whose language begins at `home`; None for a page that has no address.

    It is the one she chose; where there is none, the one that is drawn of the page. The home page has that of its
    language, and so has a page whose photo is not cut to size yet.
    """
    address = page.get_url_parts(request)
    if address is None:
        return None
    _site_id, root_url, _path = address
    practice = PracticeSettings.for_request(request)
    if page.share_image is not None:
        if photo := shared_of(page.share_image):
            url = urljoin(root_url, photo.url)
            return SharePicture(url, page.title, "image/jpeg", photo.width, photo.height)
    elif page.pk != home.pk:
        path = page_picture_address(page.pk, page_look(practice, page.title))
        return SharePicture(root_url + path, f"{page.title} — {practice.practice_name}")
    look = language_look(practice, home)
    path = language_picture_address(page.locale.language_code, look)
    alt = " — ".join(filter(None, [look.title, look.strapline]))
    return SharePicture(root_url + path, alt)


def language_picture_address(language: str, look: ShareLook) -> str:
    """The path of a language's picture; another look, another query."""
    return f"{reverse('share_picture', args=[language])}?v={version(look)}"


def page_picture_address(pk: int, look: ShareLook) -> str:
    """The path of the picture that is drawn of a page; another look, another path."""
    return _address(pk, version(look))


@lru_cache(1_000)
def _address(pk: int, look_version: str) -> str:
    return reverse("page_picture", args=[pk, look_version, "png"])
