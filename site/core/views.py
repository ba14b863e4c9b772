"""Answers that are not pages."""

import posixpath
import sys
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
)
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.views.static import serve
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve as serve_document

from core.languages import path_language
from core.recordings.byte_ranges import with_ranges
from core.recordings.files import is_recording

YEAR_IN_SECONDS = 31_536_000
SECONDS_TO_RETURN = 30  # what a database takes to start again


def media(request: HttpRequest, path: str) -> HttpResponse | FileResponse:
    """Uploaded pictures and their renditions.

    Only these: a document is served by Wagtail, which knows who may read it. A picture's name is never given out twice
    (`CustomImage.get_upload_to`), so browsers may keep it.
    """
    path = posixpath.normpath(path)  # as `serve` does, before anything is judged by its name
    if not path.startswith(("images/", "original_images/")):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Cache-Control"] = f"public, max-age={YEAR_IN_SECONDS}, immutable"
    return response


def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """A document, as Wagtail serves it to who may have it; of a recording also a part."""
    response = serve_document(request, document_id, document_filename)
    if response.status_code != HTTPStatus.OK or not is_recording(document_filename):
        return response
    recording = get_document_model().objects.get(pk=document_id)
    return with_ranges(request, response, recording.file)


def page_not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """404 in the language of the path."""
    with translation.override(path_language(request)):
        return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 where the database cannot be reached, in the language of the path.

    Needs neither database nor context processors. Django calls it while it handles the exception.
    """
    is_away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    context = {
        "is_away": is_away,
        "is_admin": request.path.startswith(reverse("wagtailadmin_home")),
        "was_sent": request.method == "POST",
    }
    language = path_language(request)
    with translation.override(language):
        text = render_to_string("500.html", context | {"language": language})
    if not is_away:
        return HttpResponse(text, status=HTTPStatus.INTERNAL_SERVER_ERROR)
    return HttpResponse(
        text,
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        headers={"Retry-After": str(SECONDS_TO_RETURN), "Cache-Control": "no-store"},
    )
