"""The document of the API: what Ninja does not say by itself."""

import pytest
from django.test import Client

from api.documents import page_types
from api.router import api
from tests.api import small_api

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> dict:
    return small_api.api.get_openapi_schema(path_prefix="/api/v1/")


def refer(document: dict, reference: dict) -> dict:
    found = document
    for part in reference["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    return found


def test_it_is_served_as_openapi_3_1(client: Client):
    response = client.get("/api/v1/openapi.json")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/json"
    assert response.json()["openapi"].startswith("3.1")


@pytest.mark.parametrize("path", ["/api/v1/openapi.json", "/api/v1/docs/"])
def test_it_can_only_be_read(path, client: Client):
    assert client.head(path).status_code == 200
    response = client.post(path)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert client.options(path).status_code == 204


def test_operations_are_called_by_their_own_names(document):
    names = [
        operation["operationId"]
        for path in document["paths"].values()
        for operation in path.values()
    ]
    assert sorted(names) == [
        "get_draft",
        "get_failing",
        "get_own",
        "get_thing",
        "list_things",
        "make_thing",
    ]


def test_no_two_operations_of_the_site_have_one_name():
    document = api.get_openapi_schema()
    names = [
        operation["operationId"]
        for path in document["paths"].values()
        for operation in path.values()
    ]
    assert len(names) == len(set(names))
    assert all(name.isidentifier() for name in names)


def test_every_operation_says_how_it_may_fail(document):
    for path in document["paths"].values():
        for method, operation in path.items():
            answers = {str(status): answer for status, answer in operation["responses"].items()}
            expected = {"200", "401", "404", "422", "429", "500"}
            expected |= {"304"} if method == "get" else {"400", "403", "413", "415"}
            assert set(answers) == expected
            for status in expected - {"200", "304"}:
                answer = refer(document, answers[status])
                (media_type,) = answer["content"]
                assert media_type == "application/problem+json"
                schema = refer(document, answer["content"][media_type]["schema"])
                assert {"type", "title", "status", "detail"} <= set(schema["properties"])


def test_headers_are_declared(document):
    ok = document["paths"]["/api/v1/things"]["get"]["responses"][200]
    assert set(ok["headers"]) == {"ETag", "X-Request-ID"}
    assert refer(document, ok["headers"]["ETag"])["schema"] == {"type": "string"}
    refused = refer(document, document["paths"]["/api/v1/things"]["get"]["responses"][429])
    assert set(refused["headers"]) == {"Retry-After", "X-Request-ID"}


def test_what_no_cache_keeps_promises_no_etag(client: Client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    for path, is_kept in {
        "/pages/{page_id}": True,
        "/pages/{page_id}/form": False,
        "/preview": False,
    }.items():
        answers = paths[f"/api/v1{path}"]["get"]["responses"]
        assert ("304" in answers) is is_kept
        assert ("ETag" in answers["200"]["headers"]) is is_kept


def test_a_link_names_one_of_the_types_of_pages(client: Client):
    schemas = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    assert schemas["PageLink"]["properties"]["type"]["enum"] == [
        model._meta.label for model in page_types()
    ]


def test_a_token_may_be_given_and_need_not(document):
    assert document["security"] == [{}, {"Bearer": []}]
    assert document["components"]["securitySchemes"]["Bearer"]["scheme"] == "bearer"
    assert {} in api.get_openapi_schema()["security"]
