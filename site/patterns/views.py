"""The pattern page: everything at once, or one pattern alone; `?content=short` and `?content=long` change its words."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core.languages import path_language
from patterns.block_patterns import block_patterns
from patterns.component_patterns import component_patterns
from patterns.content import LENGTHS, Sample, newest_picture
from patterns.page_patterns import page_patterns
from patterns.pattern import Pattern

LENGTH_NAMES = {"short": _("Short"), "normal": _("Normal"), "long": _("Long")}


def all_patterns() -> list[Pattern]:
    """Every pattern in the order of the page; no two have the same name."""
    return [*component_patterns(), *block_patterns(), *page_patterns()]


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """All parts one below the other, and links to the whole pages."""
    return _show(request, all_patterns())


@require_safe
def one(request: HttpRequest, name: str) -> HttpResponse:
    """One part alone below its bar; a whole page just as a visitor would get it."""
    chosen = [pattern for pattern in all_patterns() if pattern.name == name]
    if not chosen:
        raise Http404
    return _show(request, chosen, name)


def _show(request: HttpRequest, patterns: list[Pattern], name: str = "") -> HttpResponse:
    length = request.GET.get("content", "normal")
    if length not in LENGTHS:
        raise Http404
    sample = Sample(path_language(request), length, picture=newest_picture())
    if name and patterns[0].is_page:
        response = HttpResponse(patterns[0].render(request, sample))
    else:
        parts = [
            (pattern, pattern.render(request, sample.at(number)).strip())
            for number, pattern in enumerate(patterns)
            if not pattern.is_page
        ]
        context = {
            "parts": parts,
            "pages": [pattern for pattern in patterns if pattern.is_page],
            "length": length,
            "length_links": [(key, LENGTH_NAMES[key]) for key in LENGTHS],
            "language_links": _language_links(name),
            "is_alone": bool(name),
        }
        response = render(request, "patterns/patterns.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _language_links(name: str) -> list[dict[str, Any]]:
    """This address in every language."""
    links = []
    for code, language in settings.LANGUAGES:
        with translation.override(code):
            url = reverse("patterns:one", args=[name]) if name else reverse("patterns:overview")
        links.append({"code": code, "name": language, "url": url})
    return links
