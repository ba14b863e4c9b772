"""Where a page is found: enough of it to be kept while the content is the same, and to fetch the page by."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from core.families import HOME_DEPTH
from core.models.pages import BasePage
from core.prepared_rows import prepared_row

# What is shown of a page beside its own row, in one query with it.
RELATED = ("hero_image", "share_image", "category")


@dataclass
class Place:
    """Which page it is: its number, its type, its language, and what it points at.

    `is_public` where it is known that neither the page nor one above it is kept from anybody.
    """

    pk: int
    model: type[BasePage]
    locale: Locale
    related: tuple[str, ...]
    is_public: bool = False

    def page(self) -> BasePage:
        """The page, of its own type, with what shows of the rows that it points at."""
        model: Any = self.model  # mypy takes it that only its instances can be hashed
        page = prepared_row(model, self.related).get(self.pk)
        page.locale = self.locale
        page.is_known_to_be_public = self.is_public
        page.known_addresses = {}
        # As long as this place is kept, the page points at nothing more: each name is one table in the query.
        self.related = tuple(
            name for name in self.related if getattr(page, f"{name}_id") is not None
        )
        return page


def place_of(pages: PageQuerySet) -> Place | None:
    """Of the one page of a queryset; None where there is none."""
    found = pages.select_related("locale").only("content_type", "locale", "depth").first()
    return None if found is None else place_at(found)


def place_at(found: Page) -> Place | None:
    """Of a page whose type, language and depth are known; None of the root and of what is no page of ours."""
    model: Any = found.specific_class
    if found.depth < HOME_DEPTH or model is None or not issubclass(model, BasePage):
        return None
    related = tuple(field.name for field in model._meta.concrete_fields if field.name in RELATED)
    return Place(found.pk, model, found.locale, related)
