"""Addresses of the drawn pictures, and the colours that go with them, for the head of a page."""

from typing import Any

from django import template
from django.urls import reverse

from core.colours import PAPER, PAPER_DARK
from core.models import PracticeSettings
from core.remembered import remembered
from core.sites import host_of
from seo.site_pictures.addresses import SharePicture, picture_for
from seo.site_pictures.looks import icon_look, version

register = template.Library()


@register.simple_tag(takes_context=True)
def site_icon(context: dict[str, Any], name: str) -> str:
    """The address of an icon with its version; `name` is that of its route."""
    request = context["request"]

    def read() -> str:
        return f"{reverse(name)}?v={version(icon_look(PracticeSettings.for_request(request)))}"

    return remembered(request, ("icon", name, host_of(request)), read)


@register.simple_tag
def theme_colours() -> dict[str, str]:
    """The ground of the page, by colour scheme."""
    return {"light": PAPER, "dark": PAPER_DARK}


@register.simple_tag(takes_context=True)
def share_picture(context: dict[str, Any]) -> SharePicture | None:
    """The picture for a link to `page`; None for a page that has no address."""
    page, home = context["page"], context["navigation"].home
    return picture_for(page, home, context["request"]) if home and page.pk else None
