"""What Wagtail asks every app at its start."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies import ModelPermissionPolicy

from search.models import MissedTerm
from search.report import MissedTermsView
from search.viewsets import PromotedResultViewSet


@hooks.register("register_admin_viewset")
def register_promoted_results() -> PromotedResultViewSet:
    return PromotedResultViewSet()


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern | URLResolver]:
    results = MissedTermsView.as_view(results_only=True)
    urls = [
        path("", require_admin_access(MissedTermsView.as_view()), name="report"),
        path("results/", require_admin_access(results), name="report_results"),
    ]
    return [path("reports/searched-in-vain/", include((urls, "search_missed")))]


class ReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return ModelPermissionPolicy(MissedTerm).user_has_any_permission(request.user, ["view"])


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return ReportMenuItem(
        _("Searched in vain"),
        reverse("search_missed:report"),
        name="searched-in-vain",
        icon_name="search",
        order=200,
    )
