"""What may stand in the query of a request; anything else is refused."""

import inspect
import re
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponseBase
from ninja import Schema
from ninja.operation import Operation
from pydantic import AwareDatetime, BeforeValidator, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from api.problems import problem_response, unprocessable


def written(value: Any) -> Any:
    """Refuses a bare number, which Pydantic takes for seconds since 1970."""
    if isinstance(value, str) and not re.match(r"\d{4}-\d\d-\d\d", value):
        raise ValueError("Write the year, month and day first: 2026-01-31.")
    return value


WrittenDate = Annotated[date, BeforeValidator(written)]
WrittenMoment = Annotated[AwareDatetime, BeforeValidator(written)]


class Parameters(Schema):
    """The query parameters of an operation: one argument `parameters: Query[…]` of every operation that reads.

    A parameter that is unknown, or given twice where one value is asked for, is a 422; Ninja would pass it over.
    """

    @model_validator(mode="before")
    @classmethod
    def refuse_others(cls, values: Any, info: ValidationInfo) -> Any:
        request = (info.context or {}).get("request")
        if request is None:
            return values
        known = {field.alias or name for name, field in cls.model_fields.items()}
        for name, given in request.GET.lists():
            if name not in known:
                raise PydanticCustomError(
                    "unknown_parameter",
                    "There is no parameter of this name; known here: {known}.",
                    {"unknown": name, "known": ", ".join(sorted(known)) or "none"},
                )
            if len(given) > 1:
                raise PydanticCustomError(
                    "repeated_parameter",
                    "Give this parameter once; separate several values by commas.",
                    {"unknown": name},
                )
        return values


def refuse_all_where_none_is_known(
    run: Callable[..., HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """The decorator of every operation: one that asks for no query parameter takes none; any is a 422."""
    operation: Operation = inspect.unwrap(run).__self__
    if any(model.__ninja_param_source__ == "query" for model in operation.models):
        return run

    @wraps(run)
    def refusing(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        for name in request.GET:
            error = unprocessable("query", name, "There are no parameters here.")
            return problem_response(operation.api, request, error)
        return run(request, **kwargs)

    return refusing
