"""What goes wrong, said in one shape: problem documents (RFC 9457, https://www.rfc-editor.org/rfc/rfc9457)."""

from http import HTTPStatus
from typing import Any, Never

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field

MEDIA_TYPE = "application/problem+json"
NOTHING_HERE = "There is nothing at this address."
DETAILS = {
    HTTPStatus.BAD_REQUEST: "The request cannot be read.",
    HTTPStatus.NOT_FOUND: NOTHING_HERE,
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take this method; the header Allow names those it takes.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The site failed to answer; its log says why, under the id of this request.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The database does not answer; come again in half a minute.",
}


class FieldProblem(Schema):
    """What is wrong with one part of a request."""

    location: str = Field(description="Where it stands: query, path, header or body.")
    name: str = Field(description="The name of the parameter or field; empty for the whole.")
    detail: str = Field(description="What is wrong with it, and what would be right.")


class Problem(Schema):
    """A problem document; `errors` has an entry for each part of the request that is wrong."""

    type: str = Field(
        default="about:blank", description="Always about:blank: the status says which kind."
    )
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []
    request_id: str = Field(
        default="", description="What our log calls this request; name it when you ask."
    )


class ProblemError(Exception):
    """Raised anywhere below an operation to answer with a problem document."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        errors: list[FieldProblem] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.errors = status, detail, errors or []
        self.headers = headers or {}


def not_found(detail: str) -> ProblemError:
    return ProblemError(HTTPStatus.NOT_FOUND, detail)


def unprocessable(location: str, name: str, detail: str) -> ProblemError:
    """For one part of a request that cannot be used."""
    error = FieldProblem(location=location, name=name, detail=detail)
    return ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "The request cannot be used.", [error])


def documented(problems: dict[HTTPStatus, str]) -> dict[str, Any]:
    """The `openapi_extra` of an operation that answers with these problems besides those that every one may have."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "responses": {
            int(status): {"description": text, "content": content}
            for status, text in problems.items()
        }
    }


def require_json(request: HttpRequest) -> None:
    """Raises a 415 for a body of another media type, which a browser may send from anywhere without asking."""
    if request.content_type != "application/json":
        raise ProblemError(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            "Send it as application/json.",
            headers={"Accept-Post": "application/json"},
        )


def nothing_of(name: str, detail: str) -> ProblemError:
    """For a value that the schema allows and that could name something, and names nothing that visitors may see."""
    error = FieldProblem(location="query", name=name, detail=detail)
    return ProblemError(HTTPStatus.NOT_FOUND, "A parameter names nothing that is here.", [error])


def problem_response(api: NinjaAPI, request: HttpRequest, error: ProblemError) -> HttpResponse:
    """`api` is not needed to write one, and may be left to the handler that knows it."""
    return problem_document(request, error)


def problem_document(request: HttpRequest, error: ProblemError) -> HttpResponse:
    problem = Problem(
        title=error.status.phrase,
        status=error.status,
        detail=error.detail,
        errors=error.errors,
        request_id=getattr(request, "request_id", ""),
    )
    response = HttpResponse(problem.model_dump_json(), status=error.status, content_type=MEDIA_TYPE)
    response.headers["Content-Length"] = str(len(response.content))
    for name, value in error.headers.items():
        response.headers[name] = value
    return response


def too_many_requests(request: HttpRequest, wait: int) -> HttpResponse:
    """`wait`: seconds until the next request is answered."""
    detail = f"Too many requests in this minute; come again in {wait} seconds."
    error = ProblemError(HTTPStatus.TOO_MANY_REQUESTS, detail, headers={"Retry-After": str(wait)})
    response = problem_document(request, error)
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django would write a line for each
    return response


def make_problem(request: HttpRequest, response: HttpResponseBase) -> None:
    """Turns an error that Django or Ninja made a page of into a problem document; others stay as they are.

    It stays the same response, which Django has noted as logged.
    """
    is_page = response.get("Content-Type", "").startswith(("text/html", "text/plain"))
    if not is_page or not isinstance(response, HttpResponse):
        return
    status = HTTPStatus(response.status_code)
    detail = DETAILS.get(status, status.description or status.phrase)
    problem = problem_document(request, ProblemError(status, detail))
    response.content = problem.content
    response.headers["Content-Type"] = MEDIA_TYPE
    response.headers["Content-Length"] = str(len(response.content))
    if "Allow" in response.headers:
        response.headers["Allow"] = methods_of(response)


def methods_of(refusal: HttpResponseBase) -> str:
    """What may be done at the address of a 405, HEAD and OPTIONS included."""
    methods = {method.strip() for method in refusal.headers.get("Allow", "").split(",")} - {""}
    return ", ".join(sorted(methods | {"OPTIONS"} | ({"HEAD"} if "GET" in methods else set())))


def answer_with_problems(api: NinjaAPI) -> None:
    """Makes every error of `api` a problem document."""

    @api.exception_handler(ProblemError)
    def on_problem(request: HttpRequest, error: ProblemError) -> HttpResponse:
        return problem_response(api, request, error)

    @api.exception_handler(ValidationError)
    def on_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        errors = [_field_problem(each) for each in error.errors]
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return problem_response(
            api, request, ProblemError(status, "The request cannot be used.", errors)
        )

    @api.exception_handler(Http404)
    def on_404(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem_response(api, request, not_found(NOTHING_HERE))

    @api.exception_handler(RequestDataTooBig)
    def on_too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return problem_response(api, request, ProblemError(status, "The body is too large."))

    @api.exception_handler(Exception)
    def on_failure(request: HttpRequest, error: Exception) -> Never:
        """Django logs it and tells whoever listens; `ApiMiddleware` makes its page a problem document."""
        raise error

    @api.exception_handler(HttpError)
    def on_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
        status = HTTPStatus(error.status_code)
        return problem_response(api, request, ProblemError(status, str(error)))


def _field_problem(error: dict[str, Any]) -> FieldProblem:
    """From an error of Ninja: `loc` is the location, the name of the handler's argument, then the field."""
    location, *names = [str(part) for part in error["loc"]]
    unknown = error.get("ctx", {}).get("unknown")
    is_named_first = len(names) > 1 or location == "body"
    name = unknown or ".".join(names[1:] if is_named_first else names)
    detail = error["msg"].removeprefix(
        "Value error, "
    )  # pydantic's, before what a check of ours says
    return FieldProblem(location=location, name=name, detail=detail)
