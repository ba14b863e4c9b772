"""Two pages of the admin: how a receiver is connected, and how one delivery went."""

import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from publishing.models import Webhook, WebhookDelivery
from publishing.webhooks.outbox import send
from publishing.webhooks.payloads import WebhookName, WebhookTest

MAY_VIEW, MAY_CHANGE = "publishing.view_webhookdelivery", "publishing.change_webhook"


def _require(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied


class ConnectionView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the secret once, makes a new one, sends a test; for who may change webhooks."""

    template_name = "publishing/admin/webhooks/connection.html"
    page_title = gettext_lazy("Secret and test")
    header_icon = "key"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        _require(request, MAY_CHANGE)
        self.webhook = get_object_or_404(Webhook, pk=kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.webhook.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("webhooks:index"), "label": _("Webhooks")},
            {"url": reverse("webhooks:edit", args=[self.webhook.pk]), "label": self.webhook.name},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deliveries = f"{reverse('webhook_deliveries:index')}?webhook={self.webhook.pk}"
        changing_until = self.webhook.previous_until
        return super().get_context_data(**kwargs) | {
            "webhook": self.webhook,
            "deliveries_url": deliveries,
            "edit_url": reverse("webhooks:edit", args=[self.webhook.pk]),
            "changing_until": changing_until
            if changing_until and changing_until > timezone.now()
            else None,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """`action` is `show`, `rotate` or `test`. A secret is in this one answer, which nothing keeps."""
        action = request.POST.get("action")
        if action == "test":
            send(self.webhook, WebhookTest(data=WebhookName(webhook=self.webhook.name)))
            text = _("The test is on its way; how it went stands among the deliveries in a moment.")
            messages.success(request, text)
        elif action == "rotate":
            self.webhook.rotate_secret(timezone.now())
            log(instance=self.webhook, action="wagtail.edit")
            return self.show_secret()
        elif action == "show" and not self.webhook.is_secret_shown:
            self.webhook.is_secret_shown = True
            self.webhook.save(update_fields=["is_secret_shown"])
            return self.show_secret()
        return redirect("webhooks:connection", self.webhook.pk)

    def show_secret(self) -> HttpResponse:
        context = self.get_context_data(secret=self.webhook.secret)
        response = self.render_to_response(context)
        add_never_cache_headers(response)
        return response


class DeliveryView(WagtailAdminTemplateMixin, TemplateView):
    """What was sent, what came back, and a button that sends it again."""

    template_name = "publishing/admin/webhooks/delivery.html"
    page_title = gettext_lazy("Delivery")
    header_icon = "history"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        _require(request, MAY_VIEW)
        rows = WebhookDelivery.objects.select_related("webhook", "event")
        self.delivery = get_object_or_404(rows, pk=kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.delivery)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("webhooks:index"), "label": _("Webhooks")},
            {"url": reverse("webhook_deliveries:index"), "label": _("Deliveries")},
            {"url": "", "label": self.delivery.event.get_type_display()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        payload = json.loads(self.delivery.event.payload)
        return super().get_context_data(**kwargs) | {
            "delivery": self.delivery,
            "payload": json.dumps(payload, indent=2, ensure_ascii=False),
            "may_send": self.request.user.has_perm(MAY_CHANGE),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _require(request, MAY_CHANGE)
        self.delivery.send_again(timezone.now())
        if self.delivery.waits_for_webhook:
            text = _("The webhook is off: this is sent as soon as you turn it on.")
            edit = reverse("webhooks:edit", args=[self.delivery.webhook_id])
            messages.warning(request, text, buttons=[messages.button(edit, _("Webhook"))])
        else:
            messages.success(request, _("It is on its way again."))
        return redirect("webhook_deliveries:delivery", self.delivery.pk)
