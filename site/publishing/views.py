"""A draft, for a reader outside who was given its address."""

from http import HTTPStatus
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from core.languages import path_language
from publishing.models import DraftLink, key_in
from translations.preview import translated_draft
from translations.publication import translation_of

# Nobody but this reader: no cache, no search engine, and no site that a link in the draft leads to.
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


@require_safe
def draft(request: Any, token: str) -> HttpResponse:
    """The newest draft of the page that a link leads to; 410 where the link was revoked or is over."""
    key = key_in(token)
    if key is None:
        raise Http404
    request.COOKIES = {}  # whoever is logged in sees what the reader sees, without Wagtail's user bar
    request.user = AnonymousUser()
    link = DraftLink.objects.working().select_related("page__locale").filter(key=key).first()
    if link is None:
        response = render(request, "publishing/draft_over.html", status=HTTPStatus.GONE)
    elif link.page.locale.language_code != path_language(request):
        raise Http404
    else:
        response = _show(request, link)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def _show(request: Any, link: DraftLink) -> HttpResponse:
    page = newest_draft(link.page)
    request.draft_link = link  # for the notice at the top
    request.is_preview = True
    request.preview_mode = page.default_preview_mode
    response = page.serve_preview(request, page.default_preview_mode)
    if hasattr(response, "render"):
        response.render()
    return response


def newest_draft(page: Page) -> Page:
    """What publishing the page now would show, of the type that it is."""
    translation = translation_of(page)
    if translation is not None:
        return translated_draft(translation)
    return page.get_latest_revision_as_object()
