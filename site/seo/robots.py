"""What crawlers are told: robots.txt (RFC 9309), and a header on a site that nobody should find."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from core.models import PracticeSettings
from seo.ai_crawlers import AI_CRAWLERS

HOUR = 3_600  # seconds


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Lets everybody in, AI services if she admits them; on a copy to try things on, nobody.

    The admin is not named: it asks for a login, and nothing links to it. Nor are the results of the search: they say
    `noindex` themselves, which a crawler has to fetch them to see.
    """
    if not settings.ADMITS_SEARCH_ENGINES:
        groups = [["User-agent: *", "Disallow: /"]]
    else:
        groups = [["User-agent: *", "Allow: /"]]
        if not PracticeSettings.for_request(request).admits_ai_crawlers:
            groups.append([*(f"User-agent: {name}" for name in AI_CRAWLERS), "Disallow: /"])
        groups.append([f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}"])
    text = "\n\n".join("\n".join(group) for group in groups) + "\n"
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = f"public, max-age={HOUR}"
    return response


class UnlistedMiddleware:
    """On a copy to try things on, also keeps out of lists what a crawler has got hold of by a link."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if settings.ADMITS_SEARCH_ENGINES:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response
