"""What Wagtail asks every app at its start."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from core.chosen_pages import read_chosen_pages, register_link_editor
from core.models import PracticeWords
from core.models.pages import untitled
from core.recordings.files import RECORDING_TYPES
from core.rich_text import LocalePageLinkHandler
from core.viewsets import NeverDeletePolicy, PracticeWordsViewSet

register_permission_policy(PracticeWords, NeverDeletePolicy(PracticeWords))
register_snippet(PracticeWordsViewSet)


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features: FeatureRegistry) -> None:
    features.register_link_type(LocalePageLinkHandler)
    register_link_editor(features)


@hooks.register("construct_document_chooser_queryset")
def choose_among_recordings(documents: QuerySet, request: HttpRequest) -> QuerySet:
    """The only thing that documents are chosen for is a block that plays one."""
    endings = [Q(file__iendswith=f".{ending}") for ending in RECORDING_TYPES]
    return documents.filter(reduce(or_, endings))


@hooks.register("before_edit_page")
def read_pages_for_its_choosers(request: HttpRequest, page: Page) -> None:
    if request.method == "GET":
        read_chosen_pages(page)


@hooks.register("before_bulk_action")
def refuse_untitled_in_bulk(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Publishes none of several pages while one of them has no title; its form refuses that by itself."""
    if action_type != "publish":
        return None
    pages = [page for page in objects if isinstance(page, Page)]
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        pages += [child for page in pages for child in page.get_descendants().not_live()]
    refused = [page for page in pages if page.get_admin_display_title() in untitled()]
    for page in refused:
        messages.error(
            request,
            _(
                "“%(title)s” was not published: open it and publish it there. There is something to look at first."
            )
            % {"title": page.get_admin_display_title()},
        )
    return redirect(action.next_url) if refused else None
