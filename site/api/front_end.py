"""Previewing on a front end: the admin's previews go there, with a token that opens the draft for a while.

wagtail-headless-preview would do part of it. It knows Wagtail up to 7, asks each page type to inherit from it, tells
drafts by an API of its own, and takes one and the same address for a page whoever looks; what is left is this module.
"""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from api.models import PreviewSnapshot
from publishing.periodic import periodic


def preview_on_front_end(page: Any, request: HttpRequest, mode: str) -> HttpResponse | None:
    """Leads a preview of the admin to the front end of the page's site; None where there is none.

    A page that has not been kept yet has no number and is shown as the site would show it; the editor keeps it by
    itself as she begins to write. Other modes, such as the thanks for a message, are pages of the site alone.
    """
    if page.pk is None or mode != page.default_preview_mode:
        return None
    address = front_end_of(page)
    if address is None:
        return None
    separator = "&" if urlsplit(address).query else "?"
    token = PreviewSnapshot.of(page, request.user).token
    response = HttpResponseRedirect(address + separator + urlencode({"token": token}))
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def front_end_of(page: Any) -> str | None:
    """The address that shows drafts of the site which a page belongs to."""
    site = page.get_site()
    urls = settings.HEADLESS_PREVIEW_URLS
    return (urls.get(site.hostname.lower()) if site is not None else None) or urls.get("")


@periodic(minutes=10)
def delete_expired_previews(now: datetime | None = None) -> int:
    """Deletes the drafts that no token opens any longer; returns how many."""
    deleted, _ = PreviewSnapshot.objects.expired(now).delete()
    return deleted
