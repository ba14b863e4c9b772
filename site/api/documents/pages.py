"""Pages as documents: one type for each page type, told apart by `type`.

What a type has is named by Wagtail's `api_fields` on its model, and typed by the model's fields; what its page shows
besides is an extra (`page_extras.py`), and the words that the site itself adds are its labels (`labels.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Literal

from django.db import models
from django.http import HttpRequest
from django.utils.translation import override
from ninja import Schema
from pydantic import Field, create_model
from wagtail.fields import StreamField

from api.documents.blocks import NoShapeError, stream_shape
from api.documents.labels import LABELS
from api.documents.languages import (
    Alternate,
    Fallback,
    LanguageSwitch,
    Translation,
    TranslationState,
    languages,
)
from api.documents.links import Language, PageLink, type_of
from api.documents.making import Making
from api.documents.page_extras import PAGE_EXTRAS
from api.documents.page_types import page_types
from api.documents.search_engines import SearchEngines, search_engines
from core.families import lineage
from core.models import BasePage
from core.page_links import use_page_links


class BaseDocument(Schema):
    """What every page has."""

    id: int
    type: str
    locale: Language  # type: ignore[valid-type]
    title: str
    slug: str
    path: str = Field(description="Where it is on this site, from the root on: `/en/treatments/`.")
    url: str
    api_url: str
    first_published_at: datetime | None
    last_published_at: datetime | None
    show_in_menus: bool
    parent: PageLink | None
    ancestors: list[PageLink] = Field(description="From the home page down, without the page.")
    translation_state: TranslationState
    translations: list[Translation] = Field(description="One for each other language.")
    language_links: list[LanguageSwitch] = Field(
        description="One for each other language that visitors have a home page in."
    )
    alternates: list[Alternate]
    fallback: Fallback | None = Field(description="Null unless a fallback was asked and needed.")
    seo: SearchEngines


@dataclass(frozen=True)
class DocumentType:
    """The schema of one page type, and what makes the fields that are its own."""

    name: str
    schema: type[Schema]
    represent: Callable[[Any, Making], dict[str, Any]]


@cache
def document_type(model: Any) -> DocumentType:
    """Raises `NoShapeError` for a field that this module cannot type."""
    with override("en"):  # descriptions are for developers
        return _document_type(model)


def _document_type(model: type[BasePage]) -> DocumentType:
    name = model.__name__
    makers: dict[str, Callable[[Any, Making], Any]] = {}
    fields: dict[str, Any] = {"type": (Literal[model._meta.label], ...)}
    for api_field in model.api_fields:
        field = model._meta.get_field(api_field.name)
        type_, makers[api_field.name] = _model_field(name, field)
        fields[api_field.name] = (type_, Field(description=str(field.verbose_name)))
    for ancestor in reversed(model.__mro__):
        for extra_name, extra in PAGE_EXTRAS.get(ancestor, {}).items():
            fields[extra_name] = (extra.type, Field(description=extra.description))
            makers[extra_name] = extra.make
    labels = LABELS.get(model, {})
    labels_type = create_model(
        f"{name}Labels",
        __base__=Schema,
        __doc__="Words that the site itself puts on such a page, in its language; `{number}` is to be filled in.",
        **dict.fromkeys(labels, (str, ...)),  # type: ignore[call-overload]
    )
    fields["labels"] = (labels_type, ...)

    @cache
    def worded(language: str) -> dict[str, str]:
        """The same for every page; that language is active."""
        return {label: str(text) for label, text in labels.items()}

    def represent(page: Any, making: Making) -> dict[str, Any]:
        made = {field_name: make(page, making) for field_name, make in makers.items()}
        return made | {"labels": worded(making.locale.language_code)}

    schema = create_model(name, __base__=BaseDocument, __doc__=model.__doc__, **fields)
    return DocumentType(model._meta.label, schema, represent)


def page_document_type() -> Any:
    """The union of all page types' schemas, told apart by `type`."""
    schemas = tuple(document_type(model).schema for model in page_types())  # type: ignore[arg-type]
    return Annotated[reduce(or_, schemas), Field(discriminator="type")]


def document_of(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """The document of a page, which must be of its own type: live, or a draft made of a revision."""
    with override(page.locale.language_code):
        making = Making(page, request)
        use_page_links(making.links.pages)
        link = making.own_link
        # Of a page above that is not live, visitors know nothing.
        above = [making.page_link(each) for each in reversed(lineage(page)[1:]) if each.live]
        document = {
            "id": page.pk,
            "type": type_of(page),
            "locale": link["locale"],
            "title": page.title,
            "slug": page.slug,
            "path": link["path"],
            "url": link["url"],
            "api_url": link["api_url"],
            "first_published_at": page.first_published_at,
            "last_published_at": page.last_published_at,
            "show_in_menus": page.show_in_menus,
            "parent": above[-1] if above else None,
            "ancestors": above,
            "fallback": None,
        }
        document |= languages(making, link["url"])
        document |= document_type(type(page)).represent(page, making)  # type: ignore[arg-type]
        # Last: it names a picture as it has been made for the page.
        return document | {"seo": search_engines(making, link["url"])}


def _model_field(owner: str, field: Any) -> tuple[Any, Callable[[Any, Making], Any]]:
    name = field.name
    if isinstance(field, StreamField):
        shape = stream_shape(field.stream_block, owner)
        return shape.type, lambda page, making: shape.represent(getattr(page, name), making)
    if isinstance(field, models.CharField | models.TextField):
        return str, lambda page, making: getattr(page, name) or ""
    if isinstance(field, models.BooleanField):
        return bool, lambda page, making: getattr(page, name)
    raise NoShapeError(f"{owner}.{name} has no type yet: give it a line here, or an extra")
