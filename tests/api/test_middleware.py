"""Ids of requests, and which other sites may read."""

import logging
import re

import pytest
from django.test import Client, RequestFactory

from core.request_ids import RequestIdFormatter

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.small_api")]

THING = "/api/v1/things/1"
FRIEND = "https://www.example.nl"


@pytest.fixture
def friendly(settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = [FRIEND]


def test_a_request_keeps_the_id_it_comes_with(client: Client):
    response = client.get(THING, headers={"x-request-id": "front-end-0001"})
    assert response.headers["X-Request-ID"] == "front-end-0001"


@pytest.mark.parametrize("given", ["", "short", "x" * 65, "with space and\tmore", "écrit-par-moi"])
def test_an_id_that_is_not_fit_for_a_log_is_replaced(given, client: Client):
    response = client.get(THING, headers={"x-request-id": given} if given else {})
    assert re.fullmatch("[0-9a-f]{32}", response.headers["X-Request-ID"])
    assert response.headers["X-Request-ID"] != client.get(THING).headers["X-Request-ID"]


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/x", "/api/v1/openapi.json"])
def test_every_answer_has_one(path, client: Client):
    assert client.get(path).headers["X-Request-ID"]


def test_the_log_names_the_request():
    request = RequestFactory().get(THING)
    record = logging.LogRecord("django.request", logging.ERROR, "", 1, "Failed: %s", ("x",), None)
    assert RequestIdFormatter().format(record) == "Failed: x"
    record.request = request
    assert RequestIdFormatter().format(record) == "Failed: x"
    request.request_id = "front-end-0001"  # type: ignore[attr-defined]
    assert RequestIdFormatter().format(record) == "Failed: x (request front-end-0001)"


def test_a_site_on_the_list_may_read(friendly, client: Client):
    response = client.get(THING, headers={"origin": FRIEND})
    assert response.headers["Access-Control-Allow-Origin"] == FRIEND
    exposed = set(response.headers["Access-Control-Expose-Headers"].split(", "))
    assert {"ETag", "Link", "Retry-After", "X-Request-ID"} <= exposed
    assert "origin" in response.headers["Vary"]
    assert "Access-Control-Allow-Credentials" not in response.headers


def test_it_may_read_that_nothing_changed_and_what_went_wrong(
    friendly, client: Client, settings, tmp_path
):
    tag = client.get(THING).headers["ETag"]
    asked = {"origin": FRIEND, "if-none-match": tag}
    kept, missing = client.get(THING, headers=asked), client.get("/api/v1/no", headers=asked)
    settings.API_RATE_LIMIT, settings.DATA_DIR = 1, tmp_path
    client.get(THING)
    refused = client.get(THING, headers=asked)
    assert [each.status_code for each in (kept, missing, refused)] == [304, 404, 429]
    for response in (kept, missing, refused):
        assert response.headers["Access-Control-Allow-Origin"] == FRIEND


def test_no_other_site_may(friendly, client: Client):
    for origin in ("https://elsewhere.example", "http://www.example.nl", "null"):
        headers = client.get(THING, headers={"origin": origin}).headers
        assert "Access-Control-Allow-Origin" not in headers


def test_a_browser_may_ask_before_it_sends(friendly, client: Client):
    asks = {
        "origin": FRIEND,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization, content-type",
    }
    response = client.options("/api/v1/things", headers=asks)
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == FRIEND
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
    assert "authorization" in response.headers["Access-Control-Allow-Headers"]
    asks["origin"] = "https://elsewhere.example"
    headers = client.options("/api/v1/things", headers=asks).headers
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("path", ["/", "/admin/", "/api/v3-preview/"])
def test_nothing_but_the_content_api_is_open_to_other_sites(path, friendly, home, client: Client):
    headers = client.get(path, headers={"origin": FRIEND}).headers
    assert "Access-Control-Allow-Origin" not in headers
