"""What goes wrong, said in one shape: problem documents (RFC 9457, https://www.rfc-editor.org/rfc/rfc9457)."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field

MEDIA_TYPE = "application/problem+json"


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


def problem_response(error: ProblemError) -> HttpResponse:
    problem = Problem(
        title=error.status.phrase, status=error.status, detail=error.detail, errors=error.errors
    )
    return HttpResponse(
        problem.model_dump_json(),
        status=error.status,
        content_type=MEDIA_TYPE,
        headers=error.headers,
    )


def answer_with_problems(api: NinjaAPI) -> None:
    """Makes every error of `api` a problem document."""

    @api.exception_handler(ProblemError)
    def on_problem(request: HttpRequest, error: ProblemError) -> HttpResponse:
        return problem_response(error)

    @api.exception_handler(ValidationError)
    def on_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        errors = [_field_problem(each) for each in error.errors]
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return problem_response(ProblemError(status, "The request cannot be used.", errors))

    @api.exception_handler(Http404)
    def on_404(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem_response(not_found("There is nothing at this address."))

    @api.exception_handler(HttpError)
    def on_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
        status = HTTPStatus(error.status_code)
        return problem_response(ProblemError(status, str(error)))


def _field_problem(error: dict[str, Any]) -> FieldProblem:
    """From an error of Ninja: `loc` is the location, the name of the handler's argument, then the field."""
    location, *names = [str(part) for part in error["loc"]]
    unknown = error.get("ctx", {}).get("unknown")
    name = unknown or ".".join(names if location == "path" else names[1:])
    return FieldProblem(location=location, name=name, detail=error["msg"])
