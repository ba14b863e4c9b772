"""Pages: one by its number or by its path."""

from http import HTTPStatus
from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from api.answers import answer
from api.documents import document_of, page_document_type
from api.documents.links import Language, PageLink
from api.drafts import draft_numbered
from api.lookup import Lookup, page_at, page_numbered
from api.parameters import Parameters
from api.problems import documented, unprocessable

router = Router(tags=["pages"])
PageDocument = page_document_type()


class Redirect(Schema):
    """The path has moved. `page` is null where it leads to something else than a page that visitors may see."""

    type: Literal["redirect"]
    path: str
    permanent: bool
    url: str
    page: PageLink | None


class InLanguage(Parameters):
    locale: Language | None = Field(  # type: ignore[valid-type]
        None, description="Ask for the page in this language instead of its own."
    )
    fallback: Language | None = Field(  # type: ignore[valid-type]
        None,
        description="The language to take where there is no translation; the document says which it is in.",
    )


class Numbered(InLanguage):
    draft: bool = Field(
        False, description="The draft instead of what is live; needs a token that reads drafts."
    )


class AtPath(InLanguage):
    path: str = Field(
        description="A path of the site, from the root on: `/en/treatments/psoas-release/`.",
        max_length=500,
        json_schema_extra={"pattern": "^/"},
    )


@router.get(
    "/pages/by-path",
    response=PageDocument | Redirect,
    operation_id="get_page_by_path",
    summary="The page at a path",
)
def get_page_by_path(request: HttpRequest, parameters: Query[AtPath]) -> HttpResponse:
    """An old path that leads to a page, or elsewhere, gives a `redirect`."""
    if not parameters.path.startswith("/"):
        raise unprocessable("query", "path", "Begin the path with a slash: /en/treatments/.")
    found = page_at(parameters.path, request)
    if isinstance(found, Lookup):
        return _document(found, parameters, request)
    return answer(found | {"type": "redirect"})


@router.get(
    "/pages/{int:page_id}",
    response=PageDocument,
    operation_id="get_page",
    url_name="get_page",
    summary="A page by its number",
    openapi_extra=documented({HTTPStatus.FORBIDDEN: "The token does not read drafts."}),
)
def get_page(request: HttpRequest, page_id: int, parameters: Query[Numbered]) -> HttpResponse:
    """With `draft`, what publishing it now would show; for that a token must have the scope `drafts:read`."""
    if parameters.draft:
        draft = draft_numbered(page_id, request)
        if parameters.locale or parameters.fallback:
            raise unprocessable("query", "draft", "Ask for a draft by the number of its own page.")
        return answer(document_of(draft, request))
    return _document(page_numbered(page_id, request), parameters, request)


def _document(found: Lookup, parameters: InLanguage, request: HttpRequest) -> HttpResponse:
    page, asked = found.in_language(parameters.locale, parameters.fallback)
    document = document_of(page, request)
    if asked:
        document["fallback"] = {"asked": asked, "locale": document["locale"]}
    return answer(document)
