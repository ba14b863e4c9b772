"""Where a page stands in the other languages, beside its editor."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.models import Page

from translations.overview.columns import state_label
from translations.overview.states import annotate_states, language_name, other_locales


class TranslationsSidePanel(BaseSidePanel):
    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle translations")
        icon_name = "wagtail-localize-language"

        def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"count": self.panel.texts_behind}

    name = "translations"
    title = _("Translations")
    template_name = "translations/overview/side_panel.html"
    order = 150

    def __init__(self, object: Page, request: Any) -> None:
        super().__init__(object, request)
        self.states = []
        for locale in other_locales():
            page = annotate_states(Page.objects.filter(pk=object.pk), locale).first()
            if page is not None and locale.pk != object.locale_id:
                self.states.append((language_name(locale), page, state_label(page, locale)))

    @property
    def texts_behind(self) -> int:
        return sum(page.texts_behind for _name, page, _label in self.states)

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return super().get_context_data(parent_context) | {"states": self.states}
