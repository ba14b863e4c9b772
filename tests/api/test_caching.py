"""Who may keep an answer, and when a 304 says that it still holds."""

import gzip

import pytest
from django.test import Client
from wagtail.models import Locale

from api import caching
from publishing.code_version import code_version
from tests.api import small_api

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.small_api")]

THING = "/api/v1/things/1"


def etag(client: Client, path: str = THING, **options) -> str:
    return client.get(path, **options).headers["ETag"]


def again(client: Client, tag: str, path: str = THING, **headers: str) -> int:
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get(path, headers={"if-none-match": tag, **headers}).status_code


@pytest.mark.parametrize("method", ["get", "head"])
def test_what_is_known_already_is_answered_by_one_query_and_no_work(
    method, client: Client, django_assert_num_queries
):
    tag = etag(client)
    small_api.calls.clear()
    with django_assert_num_queries(1):
        response = getattr(client, method)(THING, headers={"if-none-match": tag})
    assert response.status_code == 304
    assert response.content == b""
    assert small_api.calls == []
    assert response.headers["ETag"] == tag
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert {"Authorization", "Accept-Encoding", "origin"} <= set(
        response.headers["Vary"].split(", ")
    )


def test_an_answer_costs_one_query_more_than_its_view(client: Client, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get(THING).status_code == 200


@pytest.mark.parametrize("written", ['"x", {}', '{}, W/"x"'])
def test_one_of_several_that_is_known_is_enough(written, client: Client):
    tag = etag(client)
    assert again(client, written.format(tag)) == 304
    assert again(client, written.format(tag.removeprefix("W/"))) == 304
    assert again(client, '"x"') == 200
    assert again(client, "nonsense") == 200


def test_a_change_of_content_makes_it_another_answer(client: Client, en: Locale):
    tag = etag(client)
    en.save()
    assert again(client, tag) == 200
    assert etag(client) != tag


def test_address_query_and_host_make_it_another_answer(client: Client):
    tags = {
        etag(client, "/api/v1/things"),
        etag(client, "/api/v1/things?limit=2"),
        etag(client, "/api/v1/things?limit=3"),
        etag(client),
        etag(client, headers={"host": "localhost"}),
        etag(client, secure=True),
    }
    assert len(tags) == 6


def test_an_hour_later_it_is_asked_again(client: Client, monkeypatch):
    monkeypatch.setattr(caching.time, "time", lambda: 7_200.0)
    tag = etag(client)
    monkeypatch.setattr(caching.time, "time", lambda: 10_799.0)
    assert again(client, tag) == 304
    monkeypatch.setattr(caching.time, "time", lambda: 10_800.0)
    assert again(client, tag) == 200


def test_other_code_or_another_site_makes_it_another_answer(client: Client, settings, tmp_path):
    tag = etag(client)
    code_version.cache_clear()
    assert again(client, tag) == 304
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "new.py").write_text("x = 1")
    settings.PROJECT_DIR = tmp_path
    code_version.cache_clear()
    other = etag(client)
    settings.SITE_URL = "https://www.example.nl"
    code_version.cache_clear()
    assert len({tag, other, etag(client)}) == 3
    code_version.cache_clear()


def test_what_a_token_opens_is_nobodys_to_keep(client: Client):
    tag = etag(client)
    response = client.get(THING, headers={"authorization": "Bearer x", "if-none-match": tag})
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in response.headers
    assert "Authorization" in response.headers["Vary"]


@pytest.mark.parametrize(
    "path", ["/api/v1/draft", "/api/v1/own", "/api/v1/things/404", "/api/v1/nothing", "/api/x"]
)
def test_drafts_and_errors_are_nobodys_to_keep(path, client: Client):
    response = client.get(path)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in response.headers


def test_what_is_written_is_nobodys_to_keep(client: Client):
    response = client.post("/api/v1/things", {"name": "x"}, "application/json")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"


def test_compressed_or_not_it_is_the_same_answer(client: Client):
    path = "/api/v1/things"
    plain = client.get(path)
    packed = client.get(path, headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["ETag"] == plain.headers["ETag"]
    assert again(client, packed.headers["ETag"], path, accept_encoding="gzip") == 304


def test_a_document_says_nothing_of_the_language_of_its_address(client: Client):
    assert "Content-Language" not in client.get(THING).headers
    assert client.cookies == {}


@pytest.mark.parametrize("cookie", ["csrftoken=x", "sessionid=abc", "django_language=en"])
@pytest.mark.parametrize("path", [THING, "/api/v1/nothing", "/api/x"])
def test_a_cookie_is_neither_looked_at_nor_answered_with_another(cookie, path, client: Client):
    answer = client.get(path, headers={"cookie": cookie})
    assert not answer.cookies
    assert answer.status_code == client.get(path).status_code
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_pages_are_left_alone(home, client: Client):
    headers = client.get("/").headers
    assert "ETag" not in headers
    assert "X-Request-ID" not in headers
    assert headers["Content-Language"] == "nl"
