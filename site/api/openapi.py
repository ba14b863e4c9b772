"""The OpenAPI document (3.1) of an API: what Ninja makes of its operations, and what holds for all of them."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import REF_TEMPLATE, OpenAPISchema
from ninja.operation import Operation

from api.problems import MEDIA_TYPE, Problem

BEARER = {"type": "http", "scheme": "bearer"}
# What any operation may answer, by status: the name among the document's responses, and when.
PROBLEMS = {
    401: ("Unauthorized", "The token is unknown, over or revoked."),
    404: ("NotFound", "There is nothing at this address that this request may see."),
    422: ("Unprocessable", "A parameter or field is unknown, missing or cannot be used."),
    429: (
        "TooManyRequests",
        "Too many requests in this minute; `Retry-After` says when to come again.",
    ),
    500: ("Failure", "The site failed to answer."),
}
# And those that read a body.
PROBLEMS_OF_BODIES = {
    400: ("BadRequest", "The body cannot be read."),
    403: (
        "Forbidden",
        "The token of a form is over or not its own, or the page that sends it is of an origin that may not.",
    ),
    413: ("TooLarge", "The body is too large."),
    415: ("UnsupportedMediaType", "The body is of another media type than the operation takes."),
}
HEADERS = {
    "ETag": "What to send as `If-None-Match` next time, to be told with a 304 that nothing has changed.",
    "Retry-After": "Seconds until the next request is answered.",
    "X-Request-ID": "The id of this request in the site's log: yours, if you sent one.",
}


# What is made for one reader, or dated, and has `no-store`.
NEVER_KEPT = {"get_form", "preview"}


def may_be_absent(schema: dict[str, Any]) -> None:
    """A `json_schema_extra` for fields that may be left out: generators of types take a default for always there."""
    for field in schema["properties"].values():
        field.pop("default", None)


class DocumentedAPI(NinjaAPI):
    """Names each operation after its function, and says once what all have in common."""

    _document: OpenAPISchema | None = None

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """Made once: the operations are fixed when their addresses are."""
        if self._document is None:
            self._document = super().get_openapi_schema(**kwargs)
            complete(self._document)
        return self._document


def complete(document: dict[str, Any]) -> None:
    """Adds the answers, headers and token that every operation has; what an operation says itself stands."""
    components = document["components"]
    problem = Problem.model_json_schema(ref_template=REF_TEMPLATE, mode="serialization")
    components["schemas"].update(problem.pop("$defs", {}) | {"Problem": problem})
    components["headers"] = {
        name: {"description": text, "schema": {"type": "string"}} for name, text in HEADERS.items()
    }
    components["responses"] = {
        name: _problem_response(status, text)
        for status, (name, text) in (PROBLEMS | PROBLEMS_OF_BODIES).items()
    }
    components["responses"]["NotModified"] = {
        "description": "What you have still holds.",
        "headers": _headers("ETag", "X-Request-ID"),
    }
    schemes = components.setdefault("securitySchemes", {})
    if not schemes:  # no operation has asked for a token by itself
        schemes["Bearer"] = BEARER
    document.setdefault("security", [{}, *({name: []} for name in schemes)])
    for operations in document["paths"].values():
        for method, operation in operations.items():
            _complete_operation(method, operation)


def _complete_operation(method: str, operation: dict[str, Any]) -> None:
    answers = operation["responses"]
    own = {str(status) for status in answers}
    is_kept = method == "get" and operation["operationId"] not in NEVER_KEPT
    for status, answer in answers.items():
        answer.setdefault("headers", {}).update(
            _headers("X-Request-ID", *(["ETag"] if is_kept and str(status) == "200" else []))
        )
    common = {status: name for status, (name, _text) in PROBLEMS.items()}
    if "requestBody" in operation:
        common |= {status: name for status, (name, _text) in PROBLEMS_OF_BODIES.items()}
    if is_kept:
        common[304] = "NotModified"
    for status, name in sorted(common.items()):
        if str(status) not in own:
            answers[status] = {"$ref": f"#/components/responses/{name}"}


def _problem_response(status: int, text: str) -> dict[str, Any]:
    schema = {"$ref": REF_TEMPLATE.format(model="Problem")}
    headers = ["X-Request-ID", *(["Retry-After"] if status == 429 else [])]
    return {
        "description": text,
        "headers": _headers(*headers),
        "content": {MEDIA_TYPE: {"schema": schema}},
    }


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
