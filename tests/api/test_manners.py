"""What holds for every operation that the site's API has."""

import re
from typing import Any

import pytest
from django.test import Client

from api.router import api
from home.models import HomePage

pytestmark = pytest.mark.django_db

METHODS = {"get", "post", "put", "patch", "delete"}
PATHS: dict[str, dict[str, Any]] = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
READING = sorted(path for path, operations in PATHS.items() if "get" in operations)


def address(path: str) -> str:
    """An address of this shape; whether anything is there does not matter."""
    return re.sub(r"\{[^}]+\}", "1", path)


@pytest.mark.parametrize("path", READING)
def test_a_parameter_that_nobody_knows_is_refused(path: str, home: HomePage, client: Client):
    response = client.get(address(path), {"nobody_knows_this": "1"})
    assert response.status_code == 422
    assert "nobody_knows_this" in [error["name"] for error in response.json()["errors"]]


@pytest.mark.parametrize("path", READING)
def test_head_is_answered_as_get_is(path: str, home: HomePage, client: Client):
    client.get(address(path))  # the first visit ever makes the row of settings
    got, asked = client.get(address(path)), client.head(address(path))
    assert asked.status_code == got.status_code
    assert asked.content == b""
    assert asked.headers.get("ETag") == got.headers.get("ETag")


@pytest.mark.parametrize("path", sorted(PATHS))
def test_other_methods_are_refused_and_those_it_takes_are_named(path: str, client: Client):
    taken = METHODS & PATHS[path].keys()
    for method in METHODS - taken:
        response = getattr(client, method)(address(path))
        assert response.status_code == 405
        named = {name.lower() for name in response.headers["Allow"].split(", ")}
        assert named - {"head", "options"} == taken


def test_a_page_that_is_known_costs_one_query_until_it_changes(
    home: HomePage, client: Client, django_assert_num_queries
):
    path = f"/api/v1/pages/{home.pk}"
    client.get(path)  # the first visit ever makes the row of settings
    first = client.get(path)
    asked = {"if-none-match": first.headers["ETag"]}
    with django_assert_num_queries(1):
        assert client.get(path, headers=asked).status_code == 304
    home.title = "Welkom"
    home.save_revision().publish()
    changed = client.get(path, headers=asked)
    assert changed.status_code == 200
    assert changed.json()["title"] == "Welkom"
