"""The pages that stand before a publication: what to look at first."""

from abc import abstractmethod
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.models import Translation

from translations.checks.claims import keep, open_claims, texts_of
from translations.checks.digests import draft_digest
from translations.checks.gate import Problems, problems
from translations.checks.publishing import publish_and_tell, refuse_invalid
from translations.publication import translation_of


class BeforePublishingView(WagtailAdminTemplateMixin, TemplateView):
    """Shows what somebody has to see before a page goes live, and publishes once it is settled."""

    page_title = gettext_lazy("Before you publish")
    header_icon = "upload"
    page: Page
    problems: Problems

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.load(**kwargs)
        permissions = self.page.permissions_for_user(request.user)
        if not permissions.can_publish() or permissions.page_locked():
            raise PermissionDenied

    @abstractmethod
    def load(self, **kwargs: Any) -> None:
        """Sets `page` and `problems`; raises Http404."""

    @abstractmethod
    def publish(self) -> HttpResponse:
        """Puts the page live; everything is settled."""

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        answers = self.request.POST
        errors = kwargs.get("errors", {})
        return super().get_context_data(**kwargs) | {
            "page": self.page,
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            "pairs": [
                (pair, bool(answers.get(f"seen-{pair.digest}")), errors.get(pair.digest))
                for pair in self.problems.pairs
            ],
            "claims": [
                (claim, answers.get(f"reason-{claim.digest}", ""), errors.get(claim.digest))
                for claim in self.problems.claims
            ],
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if errors := self.problems.unanswered(request.POST):
            response = self.render_to_response(self.get_context_data(errors=errors))
            response.status_code = 422
            return response
        for claim in self.problems.claims:
            reason = request.POST[f"reason-{claim.digest}"].strip()
            keep(self.page, claim, reason, request.user)
        return self.publish()


class PublishTranslationView(BeforePublishingView):
    """Before a page in another language goes live."""

    template_name = "translations/checks/publish_translation.html"

    def load(self, **kwargs: Any) -> None:
        self.translation = get_object_or_404(
            Translation.objects.select_related("source", "target_locale"),
            pk=kwargs["translation_id"],
            enabled=True,
        )
        self.page = self.translation.get_target_instance()
        if not isinstance(self.page, Page):
            raise Http404
        self.problems = problems(self.translation)

    def publish(self) -> HttpResponse:
        publish_and_tell(self.request, self.translation)
        return redirect("wagtailadmin_pages:edit", self.page.pk)


class PublishWithClaimsView(BeforePublishingView):
    """Before a page with words that promise a cure goes live, as it was when the page editor was asked to publish it.

    `?draft=` names that draft: the editor has checked it, which it does not do with drafts that are saved meanwhile.
    """

    template_name = "translations/checks/publish_with_claims.html"

    def load(self, **kwargs: Any) -> None:
        page = get_object_or_404(Page, pk=kwargs["page_id"])
        self.revision = page.get_latest_revision()
        if self.revision is None:
            raise Http404
        self.page = page.get_latest_revision_as_object()
        self.problems = Problems(claims=open_claims(self.page, texts_of(self.page)))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        translation = translation_of(self.page)
        if translation is not None:
            return redirect("translations_publish:confirm", translation.pk)
        if request.GET.get("draft") != draft_digest(self.revision):
            messages.warning(
                request,
                _("“%(title)s” has been changed since. Look at it here, then publish it.")
                % {"title": self.page.get_admin_display_title()},
            )
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        return super().dispatch(request, *args, **kwargs)

    def publish(self) -> HttpResponse:
        try:
            PublishPageRevisionAction(self.revision, user=self.request.user).execute()
        except ValidationError as error:
            refuse_invalid(self.request, self.page, error)
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        page = Page.objects.get(pk=self.page.pk).specific
        for follow in hooks.get_hooks("after_publish_page"):
            response = follow(self.request, page)
            if isinstance(response, HttpResponse):
                return response
        text = _("“%(title)s” is published.")
        if self.page.go_live_at and self.page.go_live_at > timezone.now():
            text = _("“%(title)s” will be published at the time you have set.")
        messages.success(self.request, text % {"title": page.get_admin_display_title()})
        return redirect("wagtailadmin_pages:edit", page.pk)
