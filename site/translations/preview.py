"""Previews a translation as publishing it now would show it.

wagtail-localize's preview fills what is not translated with Dutch, which visitors never see here.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.models import Page
from wagtail_localize.models import Translation

from translations.composition import compose
from translations.publication import lock, take_texts


@require_admin_access
def preview_translation(
    request: HttpRequest, translation_id: int, mode: str | None = None
) -> HttpResponse:
    translation = get_object_or_404(Translation, pk=translation_id)
    page = translation.get_target_instance()
    if not isinstance(page, Page):
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    mode = mode or page.default_preview_mode
    if mode not in dict(page.preview_modes):
        raise Http404
    return translated_draft(translation).make_preview_request(request, mode)


def translated_draft(translation: Translation) -> Any:
    """The page as publishing the translation now would make it; nothing of it is kept."""
    with transaction.atomic():
        lock(translation)
        take_texts(translation)
        page = compose(translation)
        transaction.set_rollback(True)
    return page


@hooks.register("register_admin_urls", order=-1)
def preview_urls() -> list[URLPattern]:
    """Stands before wagtail-localize's own, at the same addresses."""
    return [
        path("localize/translate/<int:translation_id>/preview/", preview_translation),
        path("localize/translate/<int:translation_id>/preview/<str:mode>/", preview_translation),
    ]
