"""Webhooks, and the log of what was delivered to them, in the admin."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies import ModelPermissionPolicy

from publishing.models import Webhook, WebhookDelivery
from publishing.models.webhooks import EventType
from publishing.webhooks.forms import WebhookForm
from publishing.webhooks.views import ConnectionView, DeliveryView


class StateColumn(Column):
    """Whether it works, in words."""

    cell_template_name = "publishing/admin/webhooks/state_cell.html"


class DeliveryStateColumn(Column):
    """How a delivery stands, the last answer, how many attempts there were and when the next one is."""

    cell_template_name = "publishing/admin/webhooks/delivery_state_cell.html"


def buttons_of(webhook: Webhook) -> list[Button]:
    """The ways to its secret and to what was sent to it."""
    connection = reverse("webhooks:connection", args=[webhook.pk])
    deliveries = f"{reverse('webhook_deliveries:index')}?webhook={webhook.pk}"
    return [
        Button(_("Secret and test"), url=connection, icon_name="key", priority=40),
        Button(_("Deliveries"), url=deliveries, icon_name="history", priority=50),
    ]


class WebhookIndexView(generic.IndexView):
    def get_list_more_buttons(self, instance: Webhook) -> list[Any]:
        return [
            *super().get_list_more_buttons(instance),
            *buttons_of(instance),
        ]

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        deliveries = reverse("webhook_deliveries:index")
        button = Button(_("Deliveries"), url=deliveries, icon_name="history", priority=10)
        return [*super().header_more_buttons, button]


class WebhookCreateView(generic.CreateView):
    def get_success_url(self) -> str:
        """To its secret, which the receiver needs next."""
        return reverse("webhooks:connection", args=[self.object.pk])


class WebhookEditView(generic.EditView):
    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return [*super().header_more_buttons, *buttons_of(self.object)]


class WebhookViewSet(ModelViewSet):
    """Who is told of changes."""

    model = Webhook
    name = "webhooks"
    url_prefix = "webhooks"
    icon = "resubmit"
    menu_label = gettext_lazy("Webhooks")
    menu_order = 900
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = WebhookIndexView
    add_view_class = WebhookCreateView
    edit_view_class = WebhookEditView
    list_display = [
        TitleColumn("name", label=gettext_lazy("Name"), url_name="webhooks:edit"),
        Column("url", label=gettext_lazy("Address"), classname="webhook__address"),
        StateColumn("state", label=gettext_lazy("State")),
    ]
    search_fields = ["name", "url"]

    def get_form_class(self, for_update: bool = False) -> type[WebhookForm]:
        return WebhookForm

    def get_urlpatterns(self) -> list[URLPattern]:
        connection = path("connection/<int:pk>/", ConnectionView.as_view(), name="connection")
        return [*super().get_urlpatterns(), connection]


class ReadPolicy(ModelPermissionPolicy):
    """Nobody, not even a superuser, writes the log."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return "view" in actions and super().user_has_permission(user, "view")


class DeliveryFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=WebhookDelivery.State.choices
    )
    webhook = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Webhook"), queryset=Webhook.objects.all()
    )
    type = django_filters.ChoiceFilter(
        field_name="event__type", label=gettext_lazy("Event"), choices=EventType.choices
    )

    class Meta:
        model = WebhookDelivery
        fields: list[str] = []


class DeliveryIndexView(generic.IndexView):
    def get_base_queryset(self) -> QuerySet:
        return WebhookDelivery.objects.select_related("webhook", "event")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        webhooks = {"url": reverse("webhooks:index"), "label": _("Webhooks")}
        return [*self.breadcrumbs_items, webhooks, {"url": "", "label": self.get_page_title()}]


class WebhookDeliveryViewSet(ModelViewSet):
    """What was sent, and how that went."""

    model = WebhookDelivery
    name = "webhook_deliveries"
    url_prefix = "webhooks/deliveries"
    icon = "history"
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = DeliveryIndexView
    filterset_class = DeliveryFilterSet
    list_per_page = 50
    list_display = [
        TitleColumn(
            "event.get_type_display",
            label=gettext_lazy("Event"),
            url_name="webhook_deliveries:delivery",
        ),
        Column("webhook", label=gettext_lazy("Webhook")),
        DeliveryStateColumn("state", label=gettext_lazy("State")),
        DateColumn("event.created_at", label=gettext_lazy("When")),
    ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Leaves out the addresses of views that do not exist here."""
        views = ["add", "edit", "delete", "history", "usage"]
        absent = dict.fromkeys(f"{view}_url_name" for view in views)
        return super().get_common_view_kwargs(**absent, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", DeliveryView.as_view(), name="delivery"),
        ]


def may_see_webhooks(request: HttpRequest) -> bool:
    return request.user.has_perm("publishing.view_webhook")
