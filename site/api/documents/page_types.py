"""Which types of pages there are."""

from typing import Literal

from wagtail.models import get_page_models

from core.models import BasePage


def page_types() -> list[type[BasePage]]:
    """Every page type of the site, in the order of their names."""
    found = [model for model in get_page_models() if issubclass(model, BasePage)]
    return sorted(found, key=lambda model: model._meta.label)


PageType = Literal[tuple(model._meta.label for model in page_types())]  # type: ignore[valid-type]
