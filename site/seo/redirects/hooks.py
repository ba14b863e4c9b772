"""Redirects and addresses not found, in Wagtail's admin."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem

from seo.not_found.report import NotFoundReportView, dismiss, lead_on, may_redirect
from seo.redirects.import_views import RedirectImportView
from seo.redirects.views import RedirectCreateView, RedirectEditView, RedirectIndexView


@hooks.register("register_admin_urls", order=-1)
def redirect_urls() -> list[URLPattern | URLResolver]:
    """Our views at the addresses of Wagtail's, which come after these and keep their names."""
    redirects = [
        path("", RedirectIndexView.as_view()),
        path("results/", RedirectIndexView.as_view(results_only=True)),
        path("add/", RedirectCreateView.as_view()),
        path("<int:redirect_id>/", RedirectEditView.as_view()),
        path("import/", RedirectImportView.as_view()),
        path("import/process/", RedirectImportView.as_view()),
    ]
    not_found = [
        path("", NotFoundReportView.as_view(), name="report"),
        path("results/", NotFoundReportView.as_view(results_only=True), name="report_results"),
        path("<int:pk>/lead-on/", lead_on, name="lead_on"),
        path("<int:pk>/dismiss/", dismiss, name="dismiss"),
    ]
    return [
        *(
            path(f"redirects/{view.pattern}", require_admin_access(view.callback))
            for view in redirects
        ),
        path(
            "reports/not-found/",
            include(
                (
                    [
                        path(str(view.pattern), require_admin_access(view.callback), name=view.name)
                        for view in not_found
                    ],
                    "seo_not_found",
                )
            ),
        ),
    ]


class NotFoundMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_redirect(request.user)


@hooks.register("register_reports_menu_item")
def not_found_menu_item() -> MenuItem:
    return NotFoundMenuItem(
        _("Addresses not found"),
        reverse("seo_not_found:report"),
        name="addresses-not-found",
        icon_name="warning",
        order=750,
    )


@hooks.register("insert_global_admin_css")
def redirects_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/redirects.css"))
