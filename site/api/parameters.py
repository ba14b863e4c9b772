"""What may stand in the query of a request; anything else is refused."""

from typing import Any

from django.http import HttpRequest
from ninja import Schema
from pydantic import ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from api.problems import unprocessable


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


def refuse_parameters(request: HttpRequest) -> None:
    """For an operation that has none: Ninja asks for a class of parameters with at least one."""
    for name in request.GET:
        raise unprocessable("query", name, "There is no parameter of this name; known here: none.")
