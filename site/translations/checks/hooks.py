"""What Wagtail asks this part at its start."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page

from translations.checks.claims import open_claims, texts_of
from translations.checks.digests import draft_digest
from translations.checks.gate import problems
from translations.checks.publishing import (
    publish_and_tell,
    refuse_before_dutch,
    refuse_incomplete,
)
from translations.checks.views import PublishTranslationView, PublishWithClaimsView
from translations.checks.viewsets import WordsViewSetGroup
from translations.publication import missing_texts, translation_of


@hooks.register("register_admin_urls")
def check_urls() -> list[URLPattern | URLResolver]:
    confirm = path(
        "<int:translation_id>/publish/",
        require_admin_access(PublishTranslationView.as_view()),
        name="confirm",
    )
    claims = path(
        "claims/<int:page_id>/",
        require_admin_access(PublishWithClaimsView.as_view()),
        name="claims",
    )
    return [
        path("translations/", include(([confirm, claims], "translations_publish"))),
    ]


@hooks.register("register_admin_viewset")
def words_viewsets() -> WordsViewSetGroup:
    return WordsViewSetGroup()


@hooks.register("before_edit_page", order=-1)
def publish_translation_with_checks(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Stands before wagtail-localize's editor, which would fill what is missing with Dutch.

    https://github.com/wagtail/wagtail-localize/issues/502
    """
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(page)
    if translation is None:
        return None
    permissions = page.permissions_for_user(request.user)
    if not permissions.can_publish() or permissions.page_locked():
        raise PermissionDenied
    missing = missing_texts(translation)
    if missing and not page.live:
        refuse_incomplete(request, page, missing)
    elif problems(translation):
        return redirect("translations_publish:confirm", translation.pk)
    else:
        publish_and_tell(request, translation)
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_publish_page")
def ask_about_claims(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The draft is saved already; it waits until she has looked at each word that promises a cure."""
    if not open_claims(page, texts_of(page)):
        return None
    if request.resolver_match and request.resolver_match.view_name == "wagtailadmin_pages:add":
        # A page that has just been made calls itself live before it is published.
        Page.objects.filter(pk=page.pk).update(live=False, has_unpublished_changes=True)
    messages.warning(request, _("Your text is saved as a draft. Look at this before it goes live."))
    draft = page.get_latest_revision()
    return redirect(
        reverse("translations_publish:claims", args=[page.pk]) + f"?draft={draft_digest(draft)}"
    )


@hooks.register("before_bulk_action")
def publish_in_bulk_with_checks(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Publishing many at once skips the pages that ask; here they are opened one by one."""
    if action_type != "publish":
        return None
    pages = [page for page in objects if isinstance(page, Page)]
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        pages += [child for page in pages for child in page.get_descendants().not_live()]
    refused = [page for page in pages if _refuse_in_bulk(request, page)]
    return redirect(action.next_url) if refused else None


def _refuse_in_bulk(request: HttpRequest, page: Page) -> bool:
    translation = translation_of(page)
    missing = missing_texts(translation) if translation is not None else 0
    if missing and not page.live:
        refuse_incomplete(request, page, missing)
        return True
    if translation is not None and refuse_before_dutch(request, page):
        return True
    draft = page.get_latest_revision_as_object()
    if problems(translation) if translation is not None else open_claims(draft, texts_of(draft)):
        messages.error(
            request,
            _(
                "“%(title)s” was not published: open it and publish it there. There is something to look at first."
            )
            % {"title": page.get_admin_display_title()},
        )
        return True
    return False


@hooks.register("register_log_actions")
def claim_log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action("translations.keep_claim")
    class KeepClaimFormatter(LogFormatter):
        label = gettext_lazy("Keep a word that promises a cure")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            data = log_entry.data or {}
            return format_html(
                _("Kept “{}” in “{}”: {}"),
                data.get("word", ""),
                data.get("sentence", ""),
                data.get("reason", ""),
            )
