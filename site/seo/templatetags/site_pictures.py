"""Addresses of the drawn pictures, and the colours that go with them, for the head of a page."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from core.colours import PAPER, PAPER_DARK
from core.models import PracticeSettings
from seo.site_pictures.looks import icon_look, share_look, version
from seo.site_pictures.share import SIZE

register = template.Library()


@dataclass(frozen=True)
class SharePicture:
    """`url` is absolute, sizes are pixels, `alt` says what is written on it."""

    url: str
    alt: str
    width: int = SIZE[0]
    height: int = SIZE[1]


@register.simple_tag(takes_context=True)
def site_icon(context: dict[str, Any], name: str) -> str:
    """The address of an icon with its version; `name` is that of its route."""
    look = icon_look(PracticeSettings.for_request(context["request"]))
    return f"{reverse(name)}?v={version(look)}"


@register.simple_tag
def theme_colours() -> dict[str, str]:
    """The ground of the page, by colour scheme."""
    return {"light": PAPER, "dark": PAPER_DARK}


@register.simple_tag(takes_context=True)
def share_picture(context: dict[str, Any]) -> SharePicture | None:
    """The picture for a link to `page`, in its language; None for a page that has no address."""
    request, page, home = context["request"], context["page"], context["navigation"].home
    address = page.get_url_parts(request)
    if home is None or address is None:
        return None
    _site_id, root_url, _path = address
    look = share_look(PracticeSettings.for_request(request), home)
    url = reverse("share_picture", args=[get_language()])
    alt = " — ".join(filter(None, [look.name, look.strapline]))
    return SharePicture(f"{root_url}{url}?v={version(look)}", alt)
