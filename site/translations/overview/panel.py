"""The panel on the admin's home: what is behind, at a glance."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.functional import Promise
from wagtail.admin.ui.components import Component
from wagtail.models import Locale

from translations.overview.columns import state_label
from translations.overview.states import (
    State,
    language_name,
    other_locales,
    pages_with_states,
    snippets_behind,
)

SHOWN = 5


@dataclass(frozen=True)
class Total:
    """How many pages are in a state; `url` leads to the report of those."""

    state: str
    label: str | Promise
    number: int
    url: str


class TranslationsPanel(Component):
    """Totals for each language, and the pages that have been behind longest; then the snippets that are behind.

    Three queries for each language, and one more for each kind of snippet.
    """

    name = "translations"
    template_name = "translations/overview/panel.html"
    order = 20

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"languages": [self.language(locale) for locale in other_locales()]}

    def language(self, locale: Locale) -> dict[str, Any]:
        pages = pages_with_states(locale)
        counted = pages.order_by().values("translation_state").annotate(number=Count("pk"))
        numbers = {row["translation_state"]: row["number"] for row in counted}
        report = reverse("translations_overview:report")
        behind = pages.filter(translation_state=State.BEHIND).order_by("behind_since", "path")
        return {
            "name": language_name(locale),
            "totals": [
                Total(
                    state.value,
                    state.label,
                    numbers.get(state.value, 0),
                    f"{report}?language={locale.language_code}&state={state.value}",
                )
                for state in State
            ],
            "behind": [
                *(
                    (page.get_admin_display_title(), state_label(page, locale))
                    for page in behind[:SHOWN]
                ),
                *(
                    (str(snippet), state_label(snippet, locale))
                    for snippet in snippets_behind(locale)
                ),
            ],
        }
