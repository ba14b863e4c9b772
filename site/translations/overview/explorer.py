"""The page explorer and editor, with the state of the translations."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.query import PageQuerySet

from translations.overview.columns import StateColumn
from translations.overview.side_panel import TranslationsSidePanel
from translations.overview.states import annotate_states, other_locales


class ExplorerWithStatesView(ExplorableIndexView):
    """Shows the state of one language, the first, so that the table stays readable."""

    @cached_property
    def explorable_columns(self) -> list[BaseColumn]:
        *columns, navigate = super().explorable_columns
        return [*columns, *(StateColumn(locale) for locale in other_locales()[:1]), navigate]

    def annotate_queryset(self, pages: PageQuerySet) -> PageQuerySet:
        pages = super().annotate_queryset(pages)
        for locale in other_locales()[:1]:
            pages = annotate_states(pages, locale)
        return pages


class EditWithStatesView(EditView):
    def get_side_panels(self) -> Any:
        panels = list(super().get_side_panels())
        if not self.expects_json_response:
            panels.append(TranslationsSidePanel(self.page, self.request))
        return MediaContainer(panels)
