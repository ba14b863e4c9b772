"""What Wagtail asks this part at its start."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.generic import RedirectView
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem

from translations.overview.buttons import replace_buttons
from translations.overview.panel import TranslationsPanel
from translations.overview.report import TranslationReportView

replace_buttons()


@hooks.register("register_admin_urls", order=-1)
def overview_urls() -> list[URLPattern | URLResolver]:
    """Ours, and wagtail-localize's own report, which shows neither what is behind nor an order, led to ours.

    https://github.com/wagtail/wagtail-localize/issues/832
    """
    urls = [
        path("", require_admin_access(TranslationReportView.as_view()), name="report"),
        path(
            "results/",
            require_admin_access(TranslationReportView.as_view(results_only=True)),
            name="report_results",
        ),
    ]
    to_ours = require_admin_access(
        RedirectView.as_view(pattern_name="translations_overview:report")
    )
    return [
        path("reports/translation-states/", include((urls, "translations_overview"))),
        path("localize/reports/translations/", to_ours),
        path("localize/reports/translations/results/", to_ours),
    ]


@hooks.register("construct_homepage_panels")
def add_translations_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(TranslationsPanel())


@hooks.register("construct_reports_menu")
def replace_report(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    theirs = reverse("wagtail_localize:translations_report")
    menu_items[:] = [item for item in menu_items if item.url != theirs]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return MenuItem(
        _("Translations"),
        reverse("translations_overview:report"),
        name="translation-states",
        icon_name="wagtail-localize-language",
        order=100,
    )


@hooks.register("insert_global_admin_css")
def overview_css() -> str:
    return format_html(
        '<link rel="stylesheet" href="{}">', static("css/admin/translation_states.css")
    )
