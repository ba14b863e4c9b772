"""A draft as it was just previewed in the admin, in exactly the published shape."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from api.answers import answer
from api.documents import document_of, page_document_type
from api.models.previews import PreviewOverError, snapshot_of
from api.parameters import Parameters
from api.problems import ProblemError, documented

router = Router(tags=["pages"])
PageDocument = page_document_type()

# For this reader alone: no cache, no search engine, and no site that a link in the draft leads to.
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


class PreviewParameters(Parameters):
    token: str = Field(
        max_length=200, description="What the admin added to the address of the front end."
    )


@router.get(
    "/preview",
    response=PageDocument,
    operation_id="preview",
    summary="A draft that is being previewed",
    openapi_extra=documented({HTTPStatus.GONE: "The preview is over."}),
)
def preview(request: HttpRequest, parameters: Query[PreviewParameters]) -> HttpResponse:
    """The draft as the editor had it, saved or not; for an hour after it was previewed."""
    request.is_private = True  # type: ignore[attr-defined]
    try:
        snapshot = snapshot_of(parameters.token)
    except PreviewOverError as error:
        detail = "This preview is over. Preview the page again in the admin."
        raise ProblemError(HTTPStatus.GONE, detail, headers=HEADERS) from error
    if snapshot is None:
        detail = "This site has made no preview with this token."
        raise ProblemError(HTTPStatus.NOT_FOUND, detail, headers=HEADERS)
    response = answer(document_of(snapshot.draft(), request))
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response
