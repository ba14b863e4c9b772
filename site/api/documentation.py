"""The documentation one can browse and try: Swagger UI, with the files that Ninja brings, from our own host."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.openapi.docs import Swagger


def only_read(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The decorator of the document and its documentation, which Ninja would answer a POST with, too."""
    return csrf_exempt(require_safe(view))


class Documentation(Swagger):
    template = "api/documentation.html"

    def __init__(self) -> None:
        # Without the last two it would ask another host whether the document is valid, and keep a token.
        super().__init__({"validatorUrl": None, "persistAuthorization": False})

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        """Its stylesheet holds its icons; that page alone may show them, and nothing else is let in."""
        response = super().render_page(request, api, **kwargs)
        # What django-csp's decorator does, which is for views alone.
        response._csp_update = {"img-src": ["data:"]}  # type: ignore[attr-defined]
        return response
