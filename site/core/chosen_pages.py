"""The pages that a page's blocks point at, read for its form all at once.

Wagtail's page chooser and its rich-text editor ask for each of them one by one, with its type and its parent
(`AdminPageChooser.get_value_data_from_instance`, `PageLinkElementHandler`): some three queries for every link.
"""

from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.models import Locale, Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from core.blocks.walk import walk
from core.fields import StreamField
from core.page_links import id_written, page_ids_among

_read: ContextVar[dict[int, Page] | None] = ContextVar("chosen_pages", default=None)


def read_chosen_pages(page: Page) -> None:
    """Reads what the blocks of `page` point at, for the rest of this request; a query for each type of page."""
    values = [
        value
        for field in page._meta.get_fields()
        if isinstance(field, StreamField)
        for _block, value in walk(getattr(page, field.name))
    ]
    found = _with_parents(page_ids_among(values))
    _read.set(found)
    for value in values:
        if isinstance(value, Page) and value.pk in found:
            known = found[value.pk]
            value.__dict__["specific"] = known  # Wagtail's cached property
            value._cached_parent_obj = known.get_parent()  # treebeard's


def forget_chosen_pages() -> None:
    """A thread serves many requests; each begins with none."""
    _read.set(None)


def _with_parents(ids: Iterable[int]) -> dict[int, Page]:
    found: dict[int, Any] = Page.objects.specific().in_bulk(ids) if ids else {}
    above = {pk: page._get_basepath(page.path, page.depth - 1) for pk, page in found.items()}
    parents = {page.path: page for page in Page.objects.filter(path__in=set(above.values()))}
    locales = Locale.objects.in_bulk({page.locale_id for page in found.values()})
    for pk, page in found.items():
        page._cached_parent_obj = parents.get(above[pk])
        page.locale = locales[page.locale_id]
    return found


class ReadPageLinkHandler(PageLinkElementHandler):
    """Wagtail's, of pages that have been read already."""

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        page = (_read.get() or {}).get(id_written(attrs.get("id", "")))
        if page is None:
            data: dict[str, Any] = super().get_attribute_data(attrs)
            return data
        parent = page.get_parent()
        return {"id": page.pk, "url": page.url, "parentId": parent.pk if parent else None}


def register_link_editor(features: FeatureRegistry) -> None:
    """Has the editor of rich text use it; Wagtail's own rules for links are there already."""
    rule = features.converter_rules_by_converter["contentstate"]["link"]
    handlers = rule["from_database_format"] | {'a[linktype="page"]': ReadPageLinkHandler("LINK")}
    features.register_converter_rule(
        "contentstate", "link", rule | {"from_database_format": handlers}
    )
