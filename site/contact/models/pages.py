"""The page with the form."""

from http import HTTPMethod, HTTPStatus
from typing import Any, ClassVar

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import Page
from wagtail.search import index

from contact.forms import ContactForm
from contact.models.settings import ContactSettings
from contact.origin import is_same_origin
from contact.sending import send, too_much
from contact.tokens import make_token
from contact.wording import Thanks, form_words, words_of_thanks
from core.models import BasePage

THANKS = "thanks"


class ContactPage(BasePage):
    """A form that sends a message without setting a cookie; the only page that takes a POST."""

    introduction = models.TextField(_("introduction"), blank=True)
    thank_you_heading = models.CharField(
        _("heading after sending"),
        max_length=120,
        blank=True,
        help_text=_("Leave empty for “Thank you for your message”."),
    )
    thank_you_text = models.TextField(
        _("text after sending"),
        blank=True,
        help_text=_("For instance, within how many days you usually answer."),
    )

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    allowed_http_methods = [*BasePage.allowed_http_methods, HTTPMethod.POST]
    navigation_role = "contact"
    schema_type = "ContactPage"
    template = "contact/contact_page.html"

    api_fields = [APIField("introduction")]  # the thanks are part of the form
    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        MultiFieldPanel(
            [FieldPanel("thank_you_heading"), FieldPanel("thank_you_text")],
            heading=_("After sending"),
        ),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    page_description = _("A form to write to you. There is one for each language.")

    class Meta:
        verbose_name = _("contact page")

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return [("", _("The form")), (THANKS, _("After sending"))]

    @property
    def thanks(self) -> Thanks:
        """What is said after sending, in the language that is active."""
        return words_of_thanks(self.thank_you_heading, self.thank_you_text)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `form`, its `token` and `words`, `sent` (True: thank instead of ask) and `thanks`."""
        is_thanks_preview = getattr(request, "preview_mode", None) == THANKS
        return super().get_context(request, *args, **kwargs) | {
            "form": kwargs.get("form") or ContactForm(),
            "token": make_token(self),
            "sent": request.GET.get("sent") == "1" or is_thanks_preview,
            "words": form_words(ContactSettings.for_visit(request).retention_days),
            "thanks": self.thanks,
        }

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Shows the form or the thanks; a POST is answered and kept by no cache."""
        if request.method != "POST":
            return super().serve(request, *args, **kwargs)
        response = self._answer(request)
        response.headers["Cache-Control"] = "no-store"
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        try:
            form = ContactForm(request.POST)
        except (SuspiciousOperation, BadRequest, MultiPartParserError):
            return self._show_again(request, too_much(), HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        token = request.POST.get("token", "")
        refusal = send(self, form, token=token, is_welcome=is_same_origin(request))
        return self._show_again(request, form, refusal) if refusal else self._thank(request)

    def _show_again(
        self, request: HttpRequest, form: ContactForm, status: HTTPStatus
    ) -> HttpResponse:
        request.is_preview = False  # type: ignore[attr-defined]
        context = self.get_context(request, form=form) | {"sent": False}
        return TemplateResponse(request, self.get_template(request), context, status=status)

    def _thank(self, request: HttpRequest) -> HttpResponse:
        """A redirect, so that reloading the thanks sends nothing again."""
        return HttpResponse(
            status=HTTPStatus.SEE_OTHER, headers={"Location": f"{self.get_url(request)}?sent=1"}
        )
