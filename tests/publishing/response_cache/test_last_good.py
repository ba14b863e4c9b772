"""What is given while the database is away, and what everybody else is told."""

from typing import Any

import pytest
from django.db import OperationalError
from wagtail.models import PageViewRestriction

from contact.models import ContactPage
from home.models import StandardPage
from publishing.response_cache import application
from publishing.response_cache.state import DatabaseAwayError
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


class Away:
    def read(self) -> str:
        raise DatabaseAwayError


def away(*_arguments: Any, **_named: Any) -> Any:
    raise OperationalError


def test_while_the_database_is_away_visitors_get_the_last_good_page(site, about, monkeypatch):
    good = site.get("/over-mij/")
    about.title = "Nooit gezien"
    about.save_revision().publish()
    site.cache.state = Away()
    assert site.get("/over-mij/") == good
    fresh = site.another_process()
    fresh.state = Away()
    assert site.get("/over-mij/", cache=fresh) == good
    assert len(site.asked) == 1


def test_what_was_made_private_is_shown_by_no_process_while_the_database_is_away(site, about):
    other = site.another_process()
    for cache in (site.cache, other):
        site.get("/over-mij/", cache=cache)
    PageViewRestriction.objects.create(
        page=about, restriction_type=PageViewRestriction.PASSWORD, password="geheim"
    )
    site.get("/over-mij/")
    for cache in (site.cache, other):
        cache.state = Away()
        reply = site.get("/over-mij/", cache=cache)
        assert "X-Accel-Expires" not in reply.headers


def test_a_failure_that_is_not_the_databases_is_not_hidden_by_an_older_page(
    site, about, monkeypatch
):
    site.get("/over-mij/")
    about.title = "Nieuw"
    about.save_revision().publish()
    monkeypatch.setattr(StandardPage, "get_context", away)
    assert site.get("/over-mij/").status == 503


def test_after_a_day_it_is_good_no_longer(site, about, monkeypatch):
    site.get("/over-mij/")
    site.cache.state = Away()
    now = application.time.time()
    monkeypatch.setattr(application.time, "time", lambda: now + 24 * 3600 + 1)
    site.get("/over-mij/")
    assert len(site.asked) == 2


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nooit-gezien/", "Kom over een minuut terug"),
        ("/en/never-seen/", "come back in a minute"),
        ("/admin/", "De database geeft geen antwoord"),
    ],
)
def test_who_asks_for_what_nobody_kept_is_told_to_come_back(site, about, monkeypatch, path, words):
    site.cache.state = Away()
    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", away)
    site.django.load_middleware()
    reply = site.get(path, cookie=f"sessionid={'x' * 32}" if path == "/admin/" else "")
    assert reply.status == 503
    assert reply.headers["Retry-After"] == "30"
    assert words in reply.body.decode()


def test_who_was_sending_something_is_told_how_to_keep_it(site, home, monkeypatch):
    make_page(ContactPage, home, slug="contact")
    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", away)
    reply = site.get("/contact/", method="POST")
    assert reply.status == 503
    assert "nog in je browser" in reply.body.decode()


def test_a_front_end_is_told_so_in_a_problem_document(site, about, monkeypatch):
    site.cache.state = Away()
    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", away)
    reply = site.get("/api/v1/site")
    assert (reply.status, reply.headers["Content-Type"]) == (503, "application/problem+json")
    assert "half a minute" in reply.body.decode()
