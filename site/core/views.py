"""Answers that are not pages."""

import posixpath
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseServerError,
)
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.views.static import serve
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve as serve_document

from core.languages import path_language
from core.recordings.byte_ranges import with_ranges
from core.recordings.files import is_recording

YEAR_IN_SECONDS = 31_536_000


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


def server_error(request: HttpRequest) -> HttpResponseServerError:
    """500 in the language of the path; needs neither database nor context processors."""
    language = path_language(request)
    with translation.override(language):
        return HttpResponseServerError(render_to_string("500.html", {"language": language}))
