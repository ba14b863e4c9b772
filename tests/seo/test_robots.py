"""What crawlers are told, on the site itself and on a copy of it."""

from urllib.robotparser import RobotFileParser

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from config import environment
from seo.ai_crawlers import AI_CRAWLERS
from tests.factories.practice import fill_practice

pytestmark = pytest.mark.django_db


def rules(client: Client) -> RobotFileParser:
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    parser = RobotFileParser()
    parser.parse(response.content.decode().splitlines())
    return parser


def test_everybody_may_read_the_site_and_is_told_of_the_sitemap(home, client: Client):
    parser = rules(client)
    for name in ("Googlebot", "GPTBot", "Anybody"):
        assert parser.can_fetch(name, "http://testserver/over-mij/")
    assert parser.site_maps() == ["http://testserver/sitemap.xml"]


def test_ai_services_are_asked_to_stay_away_if_she_says_so(home, client: Client):
    fill_practice(home, admits_ai_crawlers=False)
    parser = rules(client)
    assert [name for name in AI_CRAWLERS if parser.can_fetch(name, "http://testserver/")] == []
    for name in ("Googlebot", "bingbot", "Applebot", "DuckDuckBot"):
        assert parser.can_fetch(name, "http://testserver/")


def test_a_copy_lets_nobody_in_and_into_no_list(home, client: Client, settings):
    settings.ADMITS_SEARCH_ENGINES = False
    client.handler.load_middleware()
    parser = rules(client)
    assert not parser.can_fetch("Googlebot", "http://testserver/")
    assert parser.site_maps() is None
    assert client.get("/").headers["X-Robots-Tag"] == "noindex, nofollow"


def test_pages_of_the_site_itself_may_be_listed(home, client: Client):
    assert "X-Robots-Tag" not in client.get("/").headers


@pytest.mark.parametrize(
    ("variables", "admitted"),
    [
        ({"SITE_URL": "https://www.example.nl"}, True),
        ({"SITE_URL": "http://127.0.0.1:8000"}, False),
        ({"SITE_URL": "https://test.example.nl", "SEARCH_ENGINES": "refuse"}, False),
        ({"SITE_URL": "http://127.0.0.1:8000", "SEARCH_ENGINES": "admit"}, True),
        ({}, False),
    ],
)
def test_which_site_is_the_one_to_find_follows_from_its_environment(
    variables, admitted, monkeypatch
):
    for name in ("SITE_URL", "SEARCH_ENGINES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert environment.admits_search_engines() is admitted


def test_a_wish_that_is_none_stops_the_start(monkeypatch):
    monkeypatch.setenv("SEARCH_ENGINES", "maybe")
    with pytest.raises(ImproperlyConfigured, match="SEARCH_ENGINES"):
        environment.admits_search_engines()
