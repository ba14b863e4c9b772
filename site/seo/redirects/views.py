"""Redirects in the admin, at the addresses of Wagtail's own views."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy
from wagtail.admin.ui.tables import DateColumn, TitleColumn
from wagtail.admin.widgets.button import Button
from wagtail.contrib.redirects import views
from wagtail.contrib.redirects.models import Redirect

from seo.not_found.suggestions import suggested_page
from seo.redirects.addresses import normal
from seo.redirects.destinations import lead_along
from seo.redirects.forms import RedirectForm


class RedirectIndexView(views.IndexView):
    """The list, without what is the same for all: one site, and for good."""

    filterset_class = None
    columns = [
        TitleColumn(
            "old_path",
            label=gettext_lazy("Old address"),
            url_name="wagtailredirects:edit",
            sort_key="old_path",
        ),
        views.RedirectTargetColumn("redirect_page", label=gettext_lazy("Leads to")),
        DateColumn("created_at", label=gettext_lazy("Since"), sort_key="created_at"),
    ]
    list_export = ["old_path", "link", "created_at"]
    export_headings = {
        "old_path": gettext_lazy("Old address"),
        "link": gettext_lazy("Leads to"),
        "created_at": gettext_lazy("Since"),
    }

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return [
            Button(
                gettext("Old addresses from a file"),
                url=reverse("wagtailredirects:start_import"),
                icon_name="upload",
                priority=50,
            ),
            Button(
                gettext("Addresses not found"),
                url=reverse("seo_not_found:report"),
                icon_name="warning",
                priority=60,
            ),
        ]


class RedirectCreateView(views.CreateView):
    """`?old_path=` fills in the old address, and the page that it may have meant."""

    form_class = RedirectForm

    def get_initial_form_instance(self) -> Redirect:
        redirect = Redirect()
        try:
            redirect.old_path = normal(self.request.GET["old_path"])
        except (KeyError, ValueError):
            return redirect
        redirect.redirect_page = suggested_page(redirect.old_path)
        return redirect

    def get_success_url(self) -> str:
        """Back to where it was begun."""
        if "old_path" in self.request.GET:
            return reverse("seo_not_found:report")
        return super().get_success_url()

    def get_add_url(self) -> str:
        return self.request.get_full_path()

    def save_instance(self) -> Redirect:
        redirect = super().save_instance()
        lead_along([redirect])
        return redirect


class RedirectEditView(views.EditView):
    form_class = RedirectForm

    def save_instance(self) -> Redirect:
        redirect = super().save_instance()
        lead_along([redirect])
        return redirect
