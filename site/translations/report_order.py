"""Gives wagtail-localize's report of translations an order.

wagtail-localize 1.14.5 pages through an unordered list, so that a row may show twice or not at all; Django warns of it
(`UnorderedObjectListWarning`). Delete this module, and its line in `wagtail_hooks.py`, once upstream orders it.
"""

from django.db.models import QuerySet
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail_localize.views.report import TranslationsReportView


class OrderedTranslationsReportView(TranslationsReportView):
    def get_queryset(self) -> QuerySet:
        return super().get_queryset().order_by("source__object_repr", "pk")


@hooks.register("register_admin_urls", order=-1)
def ordered_report_urls() -> list[URLPattern]:
    """Stands before wagtail-localize's own, at the same addresses."""
    return [
        path("localize/reports/translations/", OrderedTranslationsReportView.as_view()),
        path(
            "localize/reports/translations/results/",
            OrderedTranslationsReportView.as_view(results_only=True),
        ),
    ]
