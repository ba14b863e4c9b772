"""Under `/api/` every error is a problem document, never a page."""

import json
from typing import Any

import pytest
from django.test import Client

from seo.models import NotFoundAddress

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.small_api")]


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


def problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    found = json.loads(response.content)
    assert found["status"] == status
    assert found["detail"]
    assert found["request_id"] == response.headers["X-Request-ID"]
    return found


@pytest.mark.parametrize(
    "path",
    ["/api/", "/api/v1/", "/api/v1/nothing", "/api/v1/things/", "/api/nothing", "/api/v2/x/"],
)
def test_an_unknown_address_is_nowhere_else_either(path, home, client: Client):
    found = problem(client.get(path), 404)
    assert found["title"] == "Not Found"
    assert ("slash" in found["detail"]) == path.endswith("/")
    assert not NotFoundAddress.objects.exists()  # that is for pages


def test_what_a_view_does_not_find_keeps_its_words(client: Client):
    assert problem(client.get("/api/v1/things/404"), 404)["detail"] == "There is no such thing."


def test_a_method_that_is_not_taken_says_which_are(client: Client):
    response = client.delete("/api/v1/things")
    problem(response, 405)
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert client.put("/api/v1/things/1").headers["Allow"] == "GET, HEAD, OPTIONS"


def test_options_says_what_an_address_takes(client: Client):
    response = client.options("/api/v1/things")
    assert response.status_code == 204
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert response.content == b""


def test_head_is_a_get_without_its_body(client: Client):
    got, asked = client.get("/api/v1/things"), client.head("/api/v1/things")
    assert asked.status_code == 200
    assert asked.content == b""
    assert asked.headers["Content-Length"] == str(len(got.content))
    assert asked.headers["ETag"] == got.headers["ETag"]
    assert client.head("/api/v1/nothing").status_code == 404


@pytest.mark.parametrize("debug", [False, True])
def test_a_failure_tells_its_request_and_nothing_of_the_code(debug, home, client, settings, caplog):
    settings.DEBUG = debug
    response = client.get("/api/v1/failing")
    found = problem(response, 500)
    assert "secret" not in response.content.decode()
    assert "Traceback" not in response.content.decode()
    (logged,) = [record for record in caplog.records if record.name == "django.request"]
    assert logged.request.request_id == found["request_id"]
    assert "the secret reason" in caplog.text


def test_a_body_that_is_no_json(client: Client):
    problem(client.post("/api/v1/things", "{", "application/json"), 400)


def test_a_body_that_lacks_a_field(client: Client):
    (error,) = problem(client.post("/api/v1/things", {}, "application/json"), 422)["errors"]
    assert (error["location"], error["name"]) == ("body", "name")


def test_a_body_that_is_too_large(client: Client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    problem(client.post("/api/v1/things", {"name": "x" * 20}, "application/json"), 413)


def test_a_host_that_is_not_ours(client: Client):
    problem(client.get("/api/v1/things", headers={"host": "elsewhere.example"}), 400)


def test_a_problem_is_compressed_for_who_can_read_it(client: Client):
    path = f"/api/v1/things?{'x' * 300}=1"
    response = client.get(path, headers={"accept-encoding": "gzip"})
    assert response.status_code == 422
    assert response.headers["Content-Encoding"] == "gzip"


def test_other_addresses_keep_their_pages(home, client: Client):
    response = client.get("/nergens/")
    assert response.status_code == 404
    assert response.headers["Content-Type"].startswith("text/html")
    assert NotFoundAddress.objects.exists()
