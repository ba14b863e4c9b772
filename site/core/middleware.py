"""Middleware that every room relies on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from core.chosen_pages import forget_chosen_pages
from core.languages import path_language
from core.page_links import use_page_links


class PathLocaleMiddleware:
    """Activates the language that the path names: `/en/…` is English, everything else Dutch.

    Unlike Django's LocaleMiddleware it never looks at cookies or `Accept-Language`, so an address always gives the
    same page and no `Vary: Accept-Language` splits a cache.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = path_language(request)
        translation.activate(language)
        use_page_links({})  # a thread serves many requests; each starts with none resolved
        forget_chosen_pages()
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
