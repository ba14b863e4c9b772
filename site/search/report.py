"""The report of what visitors looked for in vain."""

from datetime import date
from typing import Any

import django_filters
from django.conf import settings
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from search.missed_terms import SHOWN_FROM
from search.models import MissedTerm


class MonthColumn(Column):
    def get_value(self, instance: MissedTerm) -> str:
        return month_name(instance.month)


def month_name(month: date) -> str:
    return date_format(month, "YEAR_MONTH_FORMAT")


class MissedTermFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = MissedTerm
        fields: list[str] = []


class MissedTermsView(ReportView):
    """What was looked for `SHOWN_FROM` times or more in a month, newest month first."""

    page_title = _("Searched in vain")
    header_icon = "search"
    model = MissedTerm
    index_url_name = "search_missed:report"
    index_results_url_name = "search_missed:report_results"
    filterset_class = MissedTermFilterSet
    permission_policy = ModelPermissionPolicy(MissedTerm)
    any_permission_required = ["view"]
    default_ordering = ["-month", "-times", "term"]
    is_searchable = False
    list_export = ["month", "term", "language", "times"]
    export_headings = {
        "month": _("Month"),
        "term": _("Looked for"),
        "language": _("Language"),
        "times": _("Times"),
    }
    results_template_name = "search/admin/missed_terms_results.html"

    def get_base_queryset(self) -> QuerySet[MissedTerm]:
        return MissedTerm.objects.filter(times__gte=SHOWN_FROM)

    @cached_property
    def columns(self) -> list[Column]:
        return [
            MonthColumn("month", label=_("Month"), sort_key="month"),
            Column("term", label=_("Looked for"), sort_key="term"),
            Column("get_language_display", label=_("Language")),
            Column("times", label=_("Times"), sort_key="times"),
        ]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(*args, **kwargs) | {"shown_from": SHOWN_FROM}
