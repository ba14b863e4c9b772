"""A content API with an operation of each kind, in the place of the site's own: `pytest.mark.urls`."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from ninja import Query, Router, Schema
from pydantic import Field

from api.openapi import DocumentedAPI
from api.parameters import Parameters, refuse_all_where_none_is_known
from api.problems import answer_with_problems, not_found
from api.urls import nothing_here
from config.urls import urlpatterns as site_patterns

api = DocumentedAPI(title="Small", urls_namespace="small", docs_url=None)
api.add_decorator(refuse_all_where_none_is_known, mode="view")
answer_with_problems(api)
router = Router()
calls: list[str] = []


class Thing(Schema):
    name: str


class ListParameters(Parameters):
    limit: int = Field(20, ge=1, le=100)


@router.get("/things", response=list[Thing])
def list_things(request: HttpRequest, parameters: Query[ListParameters]) -> Any:
    calls.append("list_things")
    return [{"name": "thing " * 50}] * parameters.limit


@router.post("/things", response=Thing)
def make_thing(request: HttpRequest, thing: Thing) -> Any:
    return thing


@router.get("/things/{int:number}", response=Thing)
def get_thing(request: HttpRequest, number: int) -> Any:
    calls.append("get_thing")
    if number == 404:
        raise not_found("There is no such thing.")
    return {"name": str(number)}


@router.get("/failing", response=Thing)
def get_failing(request: HttpRequest) -> Any:
    raise RuntimeError("the secret reason")


@router.get("/draft", response=Thing)
def get_draft(request: HttpRequest, response: HttpResponse) -> Any:
    response.headers["Cache-Control"] = "private, no-store"
    return {"name": "draft"}


@router.get("/own", response=Thing)
def get_own(request: Any) -> Any:
    request.is_private = True
    return {"name": "own"}


api.add_router("", router)
urlpatterns = [
    path("api/v1/", nothing_here),
    path("api/v1/", api.urls),
    re_path("^api/", nothing_here),
    *site_patterns,
]
