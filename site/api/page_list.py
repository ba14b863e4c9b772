"""The list of pages: what a front end walks to build a site, or to find what has changed."""

from datetime import UTC, datetime
from functools import partial
from typing import Any, Literal

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field
from wagtail.models import Page
from wagtail.query import PageQuerySet

from api.access import access_of, reachable
from api.documents.languages import Translation, TranslationState, states_of
from api.documents.links import Language
from api.documents.making import Surroundings
from api.documents.page_types import PageType, page_types
from api.listing import Listed, Part, chosen_fields, listed, pattern_of
from api.openapi import may_be_absent
from api.parameters import WrittenMoment
from api.problems import nothing_of
from core.families import HOME_DEPTH

router = Router(tags=["pages"])

# No page was published before or will be after; databases know fewer moments and offsets than RFC 3339.
EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)
ALWAYS = ("id", "type", "locale", "api_url")
Order = Literal[
    "path",
    "title",
    "first_published_at",
    "last_published_at",
    "-path",
    "-title",
    "-first_published_at",
    "-last_published_at",
]


class PageItem(Schema):
    """A page in the list; its whole document is at `api_url`. What `fields` leaves out is absent."""

    model_config = ConfigDict(json_schema_extra=may_be_absent)

    id: int
    type: PageType  # type: ignore[valid-type]
    locale: Language  # type: ignore[valid-type]
    api_url: str
    title: str = ""
    slug: str = ""
    path: str = ""
    url: str = ""
    description: str = Field("", description="What she wrote for search engines, if anything.")
    first_published_at: datetime | None = None
    last_published_at: datetime | None = None
    show_in_menus: bool = False
    parent: int | None = Field(
        None, description="The number of the page above it; null at the top."
    )
    translation_state: TranslationState | None = None
    translations: list[Translation] = []


class PageListParameters(Part):
    type: PageType | None = Field(None, description="Pages of this type.")  # type: ignore[valid-type]
    locale: Language | None = Field(None, description="Pages in this language.")  # type: ignore[valid-type]
    parent: int | None = Field(
        None, ge=1, description="Pages directly below this one, by its number."
    )
    translation_of: int | None = Field(
        None, ge=1, description="The translations of this page, by its number; without itself."
    )
    changed_since: WrittenMoment | None = Field(
        None,
        description="Pages published since, such as 2026-01-31T00:00:00Z; with an offset. Not those that have "
        "only moved, or below a page that has: of these the webhooks tell.",
    )
    order: Order = Field("path", description="`path` is the order of the tree; `-` turns it round.")
    fields: str | None = Field(
        None,
        description=f"Only these fields, separated by commas; {', '.join(ALWAYS)} are always there.",
        max_length=500,
        json_schema_extra={"pattern": pattern_of(PageItem)},
    )


@router.get(
    "/pages",
    response=Listed[PageItem],
    operation_id="list_pages",
    summary="All pages",
)
def list_pages(request: HttpRequest, parameters: Query[PageListParameters]) -> HttpResponse:
    """The pages that visitors may see, in every language."""
    fields = chosen_fields(parameters.fields, PageItem, ALWAYS)
    found = _filtered(_all_pages(request), parameters, request)
    order = parameters.order
    found = found.order_by(order, "pk").select_related("locale", "content_type")
    return listed(found, parameters, request, partial(_items, fields=fields, request=request))


def _all_pages(request: HttpRequest) -> PageQuerySet:
    """Those that this request may see and that have a document."""
    types = ContentType.objects.get_for_models(*page_types()).values()
    pages = reachable(Page.objects.all(), access_of(request))
    return pages.filter(content_type__in=types, alias_of=None)


def _filtered(
    pages: PageQuerySet, parameters: PageListParameters, request: HttpRequest
) -> PageQuerySet:
    if parameters.type:
        types = {model._meta.label: model for model in page_types()}
        pages = pages.filter(content_type=ContentType.objects.get_for_model(types[parameters.type]))
    if parameters.locale:
        pages = pages.filter(locale__language_code=parameters.locale)
    if parameters.parent:
        pages = pages.child_of(_named(parameters.parent, "parent", request))
    if parameters.translation_of:
        page = _named(parameters.translation_of, "translation_of", request)
        pages = pages.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    if parameters.changed_since:
        since = min(max(parameters.changed_since, EARLIEST), LATEST).astimezone(UTC)
        pages = pages.filter(last_published_at__gte=since)
    return pages


def _named(pk: int, parameter: str, request: HttpRequest) -> Page:
    page = _all_pages(request).filter(pk=pk).first()
    if page is None:
        raise nothing_of(parameter, "Visitors may see no page with this number.")
    return page


def _items(pages: list[Page], *, fields: list[str], request: HttpRequest) -> list[dict[str, Any]]:
    if not pages:
        return []
    around = Surroundings(pages[0].locale, request)
    states = states_of(pages, around) if {"translations", "translation_state"} & {*fields} else {}
    parents = _parents(pages) if "parent" in fields else {}
    items = []
    for page in pages:
        link = around.page_link(page)
        item = link | {
            "slug": page.slug,
            "description": page.search_description,
            "first_published_at": page.first_published_at,
            "last_published_at": page.last_published_at,
            "show_in_menus": page.show_in_menus,
            "parent": parents.get(page.path),
            **states.get(page.pk, {}),
        }
        items.append({name: item[name] for name in fields})
    return items


def _parents(pages: list[Page]) -> dict[str, int | None]:
    """The nearest live page above each, as its document has it: by the path in the tree of the page itself."""
    step, top = Page.steplen, HOME_DEPTH * Page.steplen
    above = {
        page.path: [page.path[:end] for end in range(len(page.path) - step, top - 1, -step)]
        for page in pages
    }
    asked = {path for paths in above.values() for path in paths}
    live = dict(Page.objects.live().filter(path__in=asked).values_list("path", "pk"))
    return {
        path: next((live[each] for each in paths if each in live), None)
        for path, paths in above.items()
    }
