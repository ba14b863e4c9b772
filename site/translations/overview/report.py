"""The report of what is translated and what is behind."""

from typing import Any

import django_filters
from django.db.models import F, QuerySet
from django.forms import RadioSelect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from translations.overview.columns import StateColumn
from translations.overview.states import State, other_locales, pages_with_states


class TranslationReportFilterSet(WagtailFilterSet):
    state = django_filters.MultipleChoiceFilter(
        field_name="translation_state", label=_("State"), choices=State.choices
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"),
        choices=lambda: [(locale.language_code, str(locale)) for locale in other_locales()],
        method="keep_all",
        empty_label=None,
        widget=RadioSelect,
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def keep_all(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """The language chooses what is annotated (`TranslationReportView.locale`), not which pages."""
        return queryset


class TranslationReportView(ReportView):
    """Every page that is live in Dutch, or translated already, with its state in one language."""

    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    model = Page
    index_url_name = "translations_overview:report"
    index_results_url_name = "translations_overview:report_results"
    filterset_class = TranslationReportFilterSet
    permission_policy = PagePermissionPolicy()
    any_permission_required = ["add", "change", "publish"]
    default_ordering = "behind_since"
    is_searchable = False
    list_export = [
        "title",
        "translation_state",
        "texts_behind",
        "behind_since",
        "last_published_at",
    ]
    export_headings = {
        "title": _("Page"),
        "translation_state": _("State"),
        "texts_behind": _("Texts behind"),
        "behind_since": _("Behind since"),
        "last_published_at": _("Dutch published"),
    }

    @cached_property
    def locale(self) -> Locale | None:
        """The language asked for, or the first there is; None on a site in one language."""
        locales = other_locales()
        wanted = self.request.GET.get("language")
        return next(
            (locale for locale in locales if locale.language_code == wanted),
            locales[0] if locales else None,
        )

    def get_base_queryset(self) -> QuerySet:
        if self.locale is None:
            return Page.objects.none()
        explorable = self.permission_policy.explorable_instances(self.request.user)
        return pages_with_states(self.locale).filter(pk__in=explorable.order_by().values("pk"))

    def get_queryset(self) -> QuerySet:
        return self.order_queryset(self.get_base_queryset())

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """What has been behind longest comes first, unless another order is asked for."""
        if self.locale is None:
            return queryset
        if self.ordering in self.get_valid_orderings():
            return queryset.order_by(self.ordering, "path")
        return queryset.order_by(F("behind_since").asc(nulls_last=True), "path")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        url = reverse("translations_po:import")
        return [HeaderButton(_("For a translator outside"), url, icon_name="download")]

    @cached_property
    def columns(self) -> list[Column]:
        columns: list[Column] = [
            TitleColumn("title", label=_("Page"), get_url=self.edit_url, sort_key="title"),
            DateColumn(
                "last_published_at", label=_("Dutch published"), sort_key="last_published_at"
            ),
        ]
        if self.locale is not None:
            columns.append(StateColumn(self.locale, sort_key="translation_state"))
        return columns

    def edit_url(self, page: Page) -> str:
        return reverse("wagtailadmin_pages:edit", args=[page.pk])

    def get_table_kwargs(self) -> dict[str, Any]:
        return super().get_table_kwargs() | {"attrs": {"data-translations": ""}}
