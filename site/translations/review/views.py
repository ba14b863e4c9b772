"""The review: each text that is behind, and what to do with it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance

from translations.checks.parity import mismatches
from translations.checks.publishing import may_publish
from translations.confirmation import confirm, confirm_edit
from translations.machine import service
from translations.machine.errors import MachineTranslationError
from translations.machine.views import tell
from translations.models import LiveSegment
from translations.overview.states import edit_url
from translations.review.cards import Card, cards_of
from translations.sync import follow_publication, is_pending


class ReviewView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the Dutch before and now, the English now, and three things to do with each text."""

    template_name = "translations/review/segments.html"
    page_title = gettext_lazy("Check the English")
    header_icon = "wagtail-localize-language"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.translation = get_object_or_404(
            Translation.objects.select_related(
                "source__specific_content_type", "source__locale", "target_locale"
            ),
            pk=kwargs["translation_id"],
            enabled=True,
        )
        self.page = self.translation.get_target_instance()
        if not user_can_edit_instance(request.user, self.page):
            raise PermissionDenied
        self.can_publish = may_publish(request.user, self.page)
        self.source_page = self.translation.source.get_source_instance()

    def get_page_subtitle(self) -> str:
        return getattr(self.page, "get_admin_display_title", self.page.__str__)()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        cards = context.get("cards") or cards_of(self.translation)
        waiting = [card for card in cards if not card.is_done]
        return context | {
            "page": self.page,
            "cards": cards,
            "waiting": len(waiting),
            "since": min(
                filter(None, (card.segment.behind_since for card in waiting)), default=None
            ),
            "is_pending": is_pending(self.translation.source, self.source_page),
            "can_translate": service.available(self.translation),
            "can_publish": self.can_publish,
            **self.urls(),
        }

    def urls(self) -> dict[str, str]:
        """Where to go on to: `edit_url`, `publish_url`, `live_url`. A snippet is published from its editor."""
        edit = edit_url(type(self.page), self.page.pk)
        if not isinstance(self.page, Page):
            return {"edit_url": edit, "publish_url": edit, "live_url": ""}
        return {
            "edit_url": edit,
            "publish_url": reverse("translations_publish:confirm", args=[self.translation.pk]),
            "live_url": (self.page.get_url(self.request) or "") if self.page.live else "",
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("action") == "follow":
            return self.try_again()
        cards = cards_of(self.translation)
        place = next(
            (
                index
                for index, card in enumerate(cards)
                if str(card.segment.pk) == request.POST.get("segment")
            ),
            None,
        )
        if place is None:
            return self.answer_to_nothing()
        card = cards[place]
        typed = request.POST.get("text", card.text)
        try:
            if request.POST.get("shown") != card.shown:
                raise LiveSegment.DoesNotExist
            self.act(card, typed)
        except LiveSegment.DoesNotExist:
            card.text = typed
            card.errors = [
                _(
                    "This text was changed while you were reading. Look again; what you typed is still here."
                )
            ]
        if card.errors or card.mismatches:
            response = self.render_to_response(self.get_context_data(cards=cards, tried=card))
            response.status_code = 422
            return response
        following = [other for other in cards[place + 1 :] + cards[:place] if not other.is_done]
        anchor = f"segment-{following[0].segment.pk}" if following else "done"
        if request.POST.get("action") == "translate":
            anchor = f"segment-{card.segment.pk}"
        return redirect(f"{request.path}#{anchor}")

    def act(self, card: Card, typed: str) -> None:
        """Does what was asked with one text; what stands in the way goes on the card."""
        action = self.request.POST.get("action")
        user = self.request.user
        try:
            if action in ("confirm", "confirm-anyway"):
                if not self.can_publish:
                    raise PermissionDenied
                if action == "confirm":
                    card.mismatches = mismatches(card.segment.string.data, card.segment.text)
                if not card.segment.text:
                    card.errors = [_("There is no English yet; write it.")]
                elif not card.mismatches:
                    confirm(card.segment, user)
                    messages.success(self.request, _("Kept as it was."))
            elif action == "edit":
                card.text = typed
                confirm_edit(card.segment, typed, user)
                messages.success(
                    self.request, _("Saved. Visitors see it once the English is published.")
                )
            elif action == "translate" and service.available(self.translation):
                tell(
                    self.request,
                    service.machine_translate(self.translation, [card.segment], user),
                )
            else:
                card.errors = [_("Choose one of the buttons below this text.")]
        except ValidationError as error:
            card.errors = error.messages
        except MachineTranslationError as error:
            card.text = typed
            card.errors = [str(error)]

    def answer_to_nothing(self) -> HttpResponse:
        """The text is not behind any more, or not there: what was typed is shown, so that it is not lost."""
        typed = self.request.POST.get("text", "").strip()
        message = _("That text is not behind any more; nothing was changed.")
        if typed and self.request.POST.get("action") == "edit":
            message += " " + _("You had typed: “%(text)s”") % {"text": typed}
        messages.warning(self.request, message)
        return redirect(self.request.path)

    def try_again(self) -> HttpResponse:
        if follow_publication(self.source_page):
            messages.success(self.request, _("The English follows the Dutch again."))
        else:
            messages.error(
                self.request,
                _(
                    "It did not work again. Visitors see what they saw before. Ask who looks after the site."
                ),
            )
        return redirect(self.request.path)
