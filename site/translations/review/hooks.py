"""What Wagtail asks this part at its start."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import Translation, TranslationSource

from translations.publication import is_behind, translation_of
from translations.review.views import ReviewView
from translations.sync import is_pending


@hooks.register("register_admin_urls")
def review_urls() -> list[URLPattern | URLResolver]:
    review = path(
        "<int:translation_id>/review/", require_admin_access(ReviewView.as_view()), name="segments"
    )
    return [path("translations/", include(([review], "translations_review")))]


@hooks.register("insert_global_admin_css")
def review_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/review.css"))


@hooks.register("after_publish_page")
def tell_what_is_behind(request: HttpRequest, page: Any) -> None:
    """After a publication in Dutch: what it means for the other languages."""
    source = TranslationSource.objects.get_for_instance_or_none(page)
    if source is None:
        return
    for translation in source.translations.filter(enabled=True):
        if is_pending(source, page):
            _link_to_review(
                request,
                translation,
                messages.error,
                _("The Dutch is published. The English could not follow and stays as it was."),
            )
        elif behind := is_behind(translation).count():
            _link_to_review(request, translation, messages.info, _behind(behind))


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def tell_what_is_behind_of_a_snippet(request: HttpRequest, snippet: Any) -> None:
    if isinstance(snippet, TranslatableMixin) and "action-publish" in request.POST:
        tell_what_is_behind(request, snippet)


@hooks.register("before_edit_page", order=-2)
def tell_in_the_translation_editor(request: HttpRequest, page: Page) -> None:
    translation = translation_of(page) if request.method == "GET" else None
    if translation is not None and (behind := is_behind(translation).count()):
        _link_to_review(request, translation, messages.info, _behind(behind))


def _behind(number: int) -> str:
    return ngettext(
        "%(number)d English text is behind the Dutch.",
        "%(number)d English texts are behind the Dutch.",
        number,
    ) % {"number": number}


def _link_to_review(
    request: HttpRequest, translation: Translation, add: Callable, text: str
) -> None:
    url = reverse("translations_review:segments", args=[translation.pk])
    add(request, text, buttons=[messages.button(url, _("Check them"), new_window=False)])
