"""What a page may load and run: one Content-Security-Policy for visitors, one for whoever edits.

The directives are those of CSP Level 3 (https://www.w3.org/TR/CSP3/). Neither policy lets in another host.
Where previews are shown on a front end, the admin may have that in a frame.
"""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from csp.constants import HEADER, NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

Directives = dict[str, list[str]]

# Nothing but our own stylesheet, script, pictures and recordings; no inline style or script, whatever a text may hold.
VISITORS: Directives = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "media-src": [SELF],
    "connect-src": [SELF],  # Lighthouse and link checkers ask for robots.txt as the page does
    "font-src": [NONE],
    "frame-src": [NONE],
    "object-src": [NONE],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [SELF],  # the admin shows pages in a frame
}

# Wagtail's admin and its user bar have styles and scripts in the page and know no nonces; the uploader shows a
# picture before it is sent (`blob:`), icons are addresses with their content (`data:`).
EDITORS: Directives = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "object-src": [NONE],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
}


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Gives every answer its policy, unless it brings one (Wagtail's documents do)."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """What visitors get is the same for all, and put together once."""
        has_its_own = hasattr(response, "_csp_update")
        if settings.DEBUG or has_its_own or is_for_editors(request):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, for_visitors())
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only:
            parts.config = for_editors() if is_for_editors(request) else VISITORS
        return parts


@cache
def for_visitors() -> str:
    """The policy for everybody else, as the header has it."""
    return build_policy(config=VISITORS)


def for_editors() -> Directives:
    """The policy for whoever edits, on a site with these settings."""
    front_ends = {
        "{0.scheme}://{0.netloc}".format(urlsplit(url))
        for url in settings.HEADLESS_PREVIEW_URLS.values()
    }
    return EDITORS | {"frame-src": [*EDITORS["frame-src"], *sorted(front_ends)]}


def is_for_editors(request: HttpRequest) -> bool:
    """Whether the answer is a page of the admin, or one that carries Wagtail's user bar."""
    return request.path.startswith(_admin()) or getattr(request, "has_editor_bar", False)


@cache
def _admin() -> str:
    return reverse("wagtailadmin_home")


def note_editor_bar(request: Any) -> None:
    """Tells the middleware that the page it will see holds Wagtail's user bar."""
    request.has_editor_bar = True
