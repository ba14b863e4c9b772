"""Pages in fewer bytes."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

COMPRESSIBLE = (
    "text/",
    "application/json",
    "application/problem+json",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
)


class PageGZipMiddleware(GZipMiddleware):
    """Compresses the text that visitors get.

    BREACH (https://www.breachattack.com/) reads a secret from the length of compressed answers that repeat something
    of the request beside it. A visitor's page holds no secret: the contact form's token is signed, the same kind for
    everybody, and worth nothing to who can ask for one too. What someone with a session gets stays as it is.
    Pictures are compressed already; static files come from WhiteNoise, which has them compressed on disk.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        if has_session or not response.headers.get("Content-Type", "").startswith(COMPRESSIBLE):
            return response
        return super().process_response(request, response)
