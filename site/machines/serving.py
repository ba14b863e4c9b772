"""Pages as Markdown: at an address of their own, and for who asks for it at the page's."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from core.models import PracticeSettings
from core.routing import serve as serve_at
from machines.addresses import ENDING, markdown_address, page_path
from machines.document import to_markdown
from machines.negotiation import MARKDOWN, prefers_markdown
from seo.redirects.lookup import target_of
from seo.redirects.middleware import moved_to

ServeChain = Callable[[Page, HttpRequest, Any, Any], HttpResponse]


def is_offered(request: HttpRequest) -> bool:
    return PracticeSettings.for_request(request).offers_markdown


@require_safe
def markdown_page(request: HttpRequest, path: str) -> HttpResponse:
    """`/about.md`: what is at `/about/`, or 404; search engines are told to list the page itself instead."""
    if not is_offered(request):
        raise Http404
    request.is_for_markdown = True  # type: ignore[attr-defined]
    try:
        response = serve_at(request, page_path(path))
    except Http404:
        moved = moved_markdown(request)
        if moved is None:
            raise
        return moved
    if response.headers.get("Content-Type", "").split(";")[0] != MARKDOWN:
        raise Http404  # a feed, or the form that asks for a password
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def moved_markdown(request: HttpRequest) -> HttpResponse | None:
    """The way to the Markdown of a page that has moved."""
    site = Site.find_for_request(request)
    target = target_of(request.path.removesuffix(ENDING) + "/", site) if site else None
    if target is None or not target.address.startswith("/") or not target.address.endswith("/"):
        return None
    return moved_to(markdown_address(target.address), target.is_permanent)


def in_markdown(serve: ServeChain) -> ServeChain:
    """Wagtail's `on_serve_page`: gives a page in the form that was asked for, and tells it where its Markdown is."""

    def serve_page(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        is_asked_for = getattr(request, "is_for_markdown", False)
        if not is_asked_for and (request.method not in ("GET", "HEAD") or not is_offered(request)):
            return serve(page, request, args, kwargs)
        if not is_asked_for:
            request.markdown_url = request.build_absolute_uri(  # type: ignore[attr-defined]
                markdown_address(request.path)
            )
        response = serve(page, request, args, kwargs)
        if not is_page(response):
            return response
        if not is_asked_for:
            patch_vary_headers(response, ["Accept"])
            if not prefers_markdown(request):
                return response
        return as_markdown(response, page, request)

    return serve_page


def is_page(response: HttpResponse) -> bool:
    return (
        response.status_code == HTTPStatus.OK
        and response.headers.get("Content-Type", "").startswith("text/html")
        and hasattr(response, "render")
    )


def as_markdown(response: Any, page: Page, request: HttpRequest) -> HttpResponse:
    html = response.render().content.decode()
    text, canonical = to_markdown(
        html, request.build_absolute_uri(page.get_url(request)), page.last_published_at
    )
    answer = HttpResponse(text, content_type=f"{MARKDOWN}; charset=utf-8")
    if vary := response.headers.get("Vary"):
        answer.headers["Vary"] = vary
    answer.headers["Content-Language"] = page.locale.language_code
    answer.headers["Link"] = f'<{canonical}>; rel="canonical"'
    return answer
