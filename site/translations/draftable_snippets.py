"""Asks that snippets in several languages can be drafts.

wagtail-localize makes a translation of a snippet without drafts live at once, while it is still in the source language
(https://github.com/wagtail/wagtail-localize/issues/463).
"""

from typing import Any

from django.core import checks
from wagtail.models import DraftStateMixin, TranslatableMixin
from wagtail.snippets.models import get_snippet_models


@checks.register(checks.Tags.models)
def check_translatable_snippets(**kwargs: Any) -> list[checks.CheckMessage]:
    return [
        checks.Error(
            f"{model._meta.label} is translatable, but cannot be a draft.",
            hint="Add DraftStateMixin and RevisionMixin to it, so that a translation is live only once it is made.",
            obj=model,
            id="translations.E001",
        )
        for model in get_snippet_models()
        if issubclass(model, TranslatableMixin) and not issubclass(model, DraftStateMixin)
    ]
