"""The report of addresses that visitors ask for and that lead nowhere."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.auth import permission_denied
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from seo.models import NotFoundAddress
from seo.not_found.purging import SHOWN_FROM
from seo.not_found.suggestions import Suggestions
from seo.redirects.destinations import lead_along
from seo.redirects.forms import RedirectForm


def may_redirect(user: Any) -> bool:
    return policy_registry.get_by_type(Redirect).user_has_permission(user, "add")


class AddressColumn(Column):
    """The address; below it a button that leads it on to the page it may have meant, and the ways to the form and off
    the list.
    """

    cell_template_name = "seo/not_found/address.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.suggestions = Suggestions()  # for all lines of one answer

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        return super().get_cell_context_data(instance, parent_context) | {
            "address": instance,
            "redirect_url": f"{reverse('wagtailredirects:add')}?{urlencode({'old_path': instance.path})}",
            "suggestion": self.suggestions.best(instance.path),
            "csrf_token": get_token(parent_context["request"]),  # Wagtail gives a cell no request
        }


class NotFoundReportView(ReportView):
    """What was asked for a few times, or is linked to from this site, most often first."""

    page_title = gettext_lazy("Addresses not found")
    header_icon = "warning"
    model = NotFoundAddress
    results_template_name = "seo/not_found/results.html"
    index_url_name = "seo_not_found:report"
    index_results_url_name = "seo_not_found:report_results"
    any_permission_required = ["add"]
    default_ordering = "-times"
    is_searchable = False
    list_export = ["path", "times", "last_asked", "linked_from"]
    export_headings = {
        "path": gettext_lazy("Address"),
        "times": gettext_lazy("Times"),
        "last_asked": gettext_lazy("Last time"),
        "linked_from": gettext_lazy("Link on this page"),
    }

    @cached_property
    def columns(self) -> list[Column]:
        return [
            AddressColumn("path", label=_("Address"), sort_key="path"),
            Column("times", label=_("Times"), sort_key="times"),
            Column("last_day", label=_("Last time"), sort_key="last_asked"),
            Column("linked_from", label=_("Link on this page"), sort_key="linked_from"),
        ]

    @property
    def permission_policy(self) -> Any:
        return policy_registry.get_by_type(Redirect)

    def get_base_queryset(self) -> QuerySet:
        return NotFoundAddress.objects.filter(
            Q(times__gte=SHOWN_FROM) | ~Q(linked_from=""), is_dismissed=False
        )


@require_POST
def lead_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Makes the redirect to the page on the button at once; what stands in its way is said. The line goes by itself."""
    if not may_redirect(request.user):
        return permission_denied(request)
    address = get_object_or_404(NotFoundAddress, pk=pk)
    form = RedirectForm(
        {"old_path": address.path, "redirect_page": request.POST.get("page", "")},
        for_user=request.user,
    )
    if form.is_valid():
        made = form.save()
        lead_along([made])
        log(instance=made, action="wagtail.create")
        text = _("“%(path)s” leads to “%(title)s” now.")
        messages.success(request, text % {"path": address.path, "title": made.redirect_page})
    else:
        for error in (error for errors in form.errors.values() for error in errors):
            messages.error(request, error)
    return redirect("seo_not_found:report")


@require_POST
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a line off the list for good."""
    if not may_redirect(request.user):
        return permission_denied(request)
    address = get_object_or_404(NotFoundAddress, pk=pk)
    address.is_dismissed = True
    address.save(update_fields=["is_dismissed"])
    messages.success(request, _("“%(path)s” is off the list.") % {"path": address.path})
    return redirect("seo_not_found:report")
