"""Reading and deleting messages in the admin; nobody writes or changes one there."""

from collections.abc import Collection
from typing import Any
from urllib.parse import quote, urlencode

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import linebreaksbr
from django.urls import URLPattern, path
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn, StatusFlagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from contact.models import ContactMessage


class ReadAndDeletePolicy(ModelPermissionPolicy):
    """Allows nobody, not even a superuser, more than to read and to delete."""

    actions = frozenset({"view", "delete"})

    def user_has_permission(self, user: AbstractBaseUser | AnonymousUser, action: str) -> bool:
        return action in self.actions and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions: Collection[str]) -> QuerySet:
        return super().users_with_any_permission(self.actions.intersection(actions))


class MessageIndexView(generic.IndexView):
    def get_base_queryset(self) -> QuerySet:
        return ContactMessage.objects.kept()


class MessageInspectView(generic.InspectView):
    """Shows a message, which makes it read."""

    page_title = _("Read")

    def get_object(self, queryset: QuerySet | None = None) -> ContactMessage:
        return get_object_or_404(ContactMessage.objects.kept(), pk=self.pk)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        ContactMessage.objects.unread().filter(pk=self.pk).update(read_at=timezone.now())
        return super().get(request, *args, **kwargs)

    def get_email_display_value(self) -> SafeString:
        """A link that begins an answer, with a subject in the language of the message."""
        with translation.override(self.object.language):
            query = urlencode({"subject": gettext("Your message")}, quote_via=quote)
        return format_html(
            '<a href="mailto:{}?{}">{}</a>',
            quote(self.object.email, safe="@"),
            query,
            self.object.email,
        )

    def get_message_display_value(self) -> SafeString:
        return linebreaksbr(self.object.message)


class MessageDeleteView(generic.DeleteView):
    def get_queryset(self) -> QuerySet:
        return ContactMessage.objects.kept()


class ContactMessageViewSet(ModelViewSet):
    """Lists messages, newest first; opening one marks it as read."""

    model = ContactMessage
    name = "contact_messages"
    url_prefix = "messages"
    icon = "mail"
    menu_order = 250
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = MessageIndexView
    inspect_view_class = MessageInspectView
    delete_view_class = MessageDeleteView
    list_display = [
        "name",
        StatusFlagColumn("is_unread", label=_("Status"), true_label=_("unread")),
        DateColumn("created_at", label=_("Received"), sort_key="created_at"),
        "language",
    ]
    inspect_view_fields = ["name", "email", "created_at", "language", "message"]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Leaves out the addresses of views that do not exist here."""
        absent = dict.fromkeys(
            ["add_url_name", "edit_url_name", "history_url_name", "usage_url_name"]
        )
        return super().get_common_view_kwargs(**absent, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
            path("<int:pk>/delete/", self.delete_view, name="delete"),
        ]
