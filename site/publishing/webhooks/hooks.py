"""What Wagtail asks this part at its start."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from publishing.models import WebhookDelivery
from publishing.webhooks.outbox import tell_site_changed
from publishing.webhooks.panel import FailingWebhooksPanel
from publishing.webhooks.viewsets import (
    ReadPolicy,
    WebhookDeliveryViewSet,
    WebhookViewSet,
    may_see_webhooks,
)

register_permission_policy(WebhookDelivery, ReadPolicy(WebhookDelivery))


@hooks.register("register_admin_viewset")
def register_webhooks() -> list[Any]:
    return [WebhookViewSet(), WebhookDeliveryViewSet()]


@hooks.register("construct_homepage_panels")
def add_failing_webhooks(request: HttpRequest, panels: list[Any]) -> None:
    if may_see_webhooks(request):
        panels.append(FailingWebhooksPanel())


@hooks.register("after_bulk_action")
def tell_of_files_that_moved(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Wagtail puts them in another collection in one statement, of which no signal is sent."""
    if action_type == "add_to_collection" and objects:
        tell_site_changed(action.model._meta.label)


@hooks.register("insert_global_admin_css")
def webhooks_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/webhooks.css"))
