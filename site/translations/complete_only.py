"""Publishes a translation only when every segment is translated.

wagtail-localize fills what is missing with the source text, and so would put Dutch on a live English page
(https://github.com/wagtail/wagtail-localize/issues/502). These hooks stop the translation editor's button, the bulk
action of the page explorer and copying a page into another language; `refused_actions.py` has the rest.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize.models import Translation


def untranslated_segments(page: Page) -> int:
    """How many segments of a synchronised translation have no text in its language; 0 for any other page."""
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    if translation is None:
        return 0
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    texts = segments.values_list("translation", flat=True)
    return sum(1 for text in texts if not (text or "").strip())


def refuse(request: HttpRequest, page: Page, missing: int) -> None:
    messages.error(
        request,
        ngettext(
            "“%(title)s” was not published: %(number)s text still has no translation. "
            "Visitors see what they saw before. Translate it, then publish.",
            "“%(title)s” was not published: %(number)s texts still have no translation. "
            "Visitors see what they saw before. Translate them, then publish.",
            missing,
        )
        % {"title": page.get_admin_display_title(), "number": missing},
    )


@hooks.register("before_edit_page", order=-1)
def refuse_incomplete_publication(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Stands before wagtail-localize's own hook, which would publish."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    if missing := untranslated_segments(page):
        refuse(request, page, missing)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_copy_page")
def refuse_copy_into_another_language(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A copy keeps its language: a Dutch page copied below an English one would be Dutch under `/en/`."""
    parent = Page.objects.filter(pk=request.POST.get("new_parent_page") or None).first()
    if parent is None or parent.locale_id == page.locale_id:
        return None
    messages.error(
        request,
        _(
            "“%(title)s” was not copied: “%(parent)s” is in another language. "
            "Choose a page in the same language, or translate the page."
        )
        % {"title": page.get_admin_display_title(), "parent": parent.get_admin_display_title()},
    )
    return redirect("wagtailadmin_pages:copy", page.pk)


@hooks.register("before_bulk_action")
def refuse_incomplete_bulk_publication(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    if action_type != "publish":
        return None
    pages = [page for page in objects if isinstance(page, Page)]
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        pages += [child for page in pages for child in page.get_descendants().not_live()]
    incomplete = [(page, missing) for page in pages if (missing := untranslated_segments(page))]
    for page, missing in incomplete:
        refuse(request, page, missing)
    return redirect(action.next_url) if incomplete else None
