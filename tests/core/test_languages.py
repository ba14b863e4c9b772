"""Addresses decide the language, and nothing else does."""

from typing import Any

import pytest
from django.test import Client

from core import routing
from home.models import HomePage, StandardPage
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(home: HomePage) -> StandardPage:
    return make_page(StandardPage, home, title="Over mij", slug="over-mij")


@pytest.mark.parametrize("header", ["en", "en-GB,en;q=0.9,nl;q=0.1", "de"])
def test_the_browsers_language_changes_nothing(about, header, client: Client):
    response = client.get("/over-mij/", headers={"accept-language": header})
    assert response.status_code == 200
    assert '<html lang="nl"' in response.content.decode()
    assert response.headers["Content-Language"] == "nl"
    assert "Accept-Language" not in response.headers.get("Vary", "")


def test_a_language_cookie_changes_nothing(about, client: Client):
    client.cookies["django_language"] = "en"
    assert '<html lang="nl"' in client.get("/over-mij/").content.decode()


@pytest.mark.parametrize("path", ["/", "/over-mij/", "/nergens/", "/en/nergens/"])
def test_no_answer_sets_a_cookie_or_varies_on_one(about, path, client: Client):
    response = client.get(path)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize(
    ("path", "language", "words"),
    [
        ("/nergens/", "nl", "Deze pagina is hier niet"),
        ("/en/nowhere/", "en", "This page is not here"),
    ],
)
def test_a_404_speaks_the_language_of_the_path(home, path, language, words, client: Client):
    response = client.get(path)
    assert response.status_code == 404
    html = response.content.decode()
    assert f'<html lang="{language}"' in html
    assert html.count("<h1") == 1
    assert words in html


@pytest.mark.parametrize(("path", "language"), [("/", "nl"), ("/en/", "en")])
def test_a_500_speaks_the_language_of_the_path(
    home: HomePage, path: str, language: str, client: Client, monkeypatch: Any
):
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(routing, "home_of", fail)
    client.raise_request_exception = False
    response = client.get(path)
    assert response.status_code == 500
    assert f'<html lang="{language}"' in response.content.decode()


def test_english_addresses_give_nothing_while_there_is_no_english_home_page(about, client: Client):
    assert client.get("/en/").status_code == 404
    assert client.get("/en/over-mij/").status_code == 404


def test_a_draft_of_the_english_home_page_does_not_put_dutch_under_en(
    about, home, en, published, client: Client
):
    english_home = translate_to(en, home, published)
    english_home.unpublish()
    assert client.get("/en/").status_code == 404
    assert client.get("/en/over-mij/").status_code == 404


def test_each_language_has_addresses_of_its_own(about, en, published, client: Client):
    english = translate_to(en, about, published)
    assert about.url == "/over-mij/"
    assert english.url == "/en/en-over-mij/"
    assert client.get("/en/over-mij/").status_code == 404
    assert client.get("/en-over-mij/").status_code == 404


def test_a_slash_is_added_to_an_address_without_one(about, client: Client):
    response = client.get("/over-mij")
    assert response.status_code == 301
    assert response.headers["Location"] == "/over-mij/"
