"""The column that tells where a page or snippet stands in another language, wherever the admin lists some."""

from typing import Any

from django.template.loader import render_to_string
from wagtail.admin.ui.tables import Column
from wagtail.models import Locale

from translations.overview.states import language_name, next_step_url


class StateColumn(Column):
    """Reads the annotations of `annotate_states` for `locale`; leads on to what is to be done."""

    def __init__(self, locale: Locale, **kwargs: Any) -> None:
        super().__init__(
            "translation_state",
            label=language_name(locale),
            classname="translation-state",
            **kwargs,
        )
        self.locale = locale

    def get_value(self, instance: Any) -> str:
        return state_label(instance, self.locale)


def state_label(page: Any, locale: Locale) -> str:
    """A short HTML text that links to what is to be done; `""` where there is nothing to say."""
    if not getattr(page, "translation_state", None):
        return ""
    return render_to_string(
        "translations/overview/state.html", {"page": page, "url": next_step_url(page, locale)}
    )
