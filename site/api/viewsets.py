"""Tokens in the admin: making one, which shows it once, and revoking one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from api.models import ApiToken
from api.token_form import ApiTokenForm


def _last_day(token: ApiToken) -> str:
    return date_format(localtime(token.expires_at), "DATE_FORMAT")


class TokenIndexView(generic.IndexView):
    """Each token, what it may do and until when; its title leads to revoking it while it works."""

    page_title = gettext_lazy("Access tokens")

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("purpose", label=_("Purpose"), get_url=self.get_revoke_url),
            Column("beginning", label=_("Begins with")),
            Column("scope_labels", label=_("What it may do")),
            Column("user", label=_("Writes as")),
            Column("state", label=_("State")),
            # Wagtail's column of dates says how long ago, and of all that is to come “just now”.
            Column("expires_at", label=_("Works until"), accessor=_last_day),
            DateColumn("last_used_at", label=_("Last used")),
            Column("created_by", label=_("Made by")),
        ]

    def get_revoke_url(self, token: ApiToken) -> str | None:
        return self.get_delete_url(token) if token.revoked_at is None else None

    def get_base_queryset(self) -> Any:
        return ApiToken.objects.select_related("user", "created_by")


class TokenCreateView(generic.CreateView):
    """Makes a token, and shows its secret in the answer, which no cache keeps."""

    page_title = gettext_lazy("New access token")

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {name: value for name, value in kwargs.items() if name != "instance"} | {
            "for_user": self.request.user
        }

    def form_valid(self, form: ApiTokenForm) -> HttpResponse:
        answers = form.cleaned_data
        token, secret = ApiToken.make(
            answers["purpose"],
            answers["scopes"],
            days=answers["days"],
            created_by=self.request.user,
            user=answers["user"],
        )
        self.object = token
        context = self.get_context_data(form=form) | {
            "token": token,
            "secret": secret,
            "index_url": self.get_success_url(),
            "page_title": _("The token is ready"),
            "header_title": _("The token is ready"),
            "api_url": self.request.build_absolute_uri("/api/v1/"),
            "writing_url": self.request.build_absolute_uri("/api/v3-preview/"),
        }
        response = TemplateResponse(self.request, "api/admin/token_made.html", context)
        response.headers["Cache-Control"] = "private, no-store"
        return response


class TokenRevokeView(generic.DeleteView):
    """Revokes after a question; the row stays, to be looked at."""

    page_title = gettext_lazy("Revoke")
    template_name = "api/admin/revoke_token.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object.revoke()
        messages.success(request, _("“%(purpose)s” works no longer.") % {"purpose": self.object})
        return redirect(self.get_success_url())


class ApiTokenViewSet(ModelViewSet):
    """In the settings menu, for superusers and whoever was given these permissions."""

    model = ApiToken
    name = "api_tokens"
    url_prefix = "access-tokens"
    icon = "key"
    menu_label = gettext_lazy("Access tokens")
    menu_order = 650
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = ["purpose", "scopes", "user"]
    index_view_class = TokenIndexView
    add_view_class = TokenCreateView
    delete_view_class = TokenRevokeView

    def get_form_class(self, for_update: bool = False) -> type[ApiTokenForm]:
        return ApiTokenForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Leaves out the addresses of views that do not exist here."""
        absent = dict.fromkeys(["edit_url_name", "history_url_name", "usage_url_name"])
        return super().get_common_view_kwargs(**absent, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("<int:pk>/revoke/", self.delete_view, name="delete"),
        ]
