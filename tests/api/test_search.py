"""Search: what is said of what was found, and what is counted where nothing was."""

from typing import Any

import pytest
from django.test import Client

from home.models import HomePage, StandardPage
from search.index import rebuild
from search.models import MissedTerm
from tests.factories.drafts import make_draft
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def ask(client: Client, q: str, **headers: str) -> Any:
    return client.get("/api/v1/search", {"locale": "nl", "q": q}, headers=headers)


def test_each_search_in_vain_counts_whatever_a_front_end_keeps(
    home: HomePage, client: Client
) -> None:
    for _visitor in range(3):
        answer = ask(client, "kajak")
        assert answer.json()["count"] == 0
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "ETag" not in answer.headers
    assert MissedTerm.objects.get().times == 3


def test_what_was_found_may_be_kept(home: HomePage, client: Client) -> None:
    make_page(StandardPage, home, slug="kajak", title="Kajak")
    rebuild()
    tag = ask(client, "kajak").headers["ETag"]
    assert ask(client, "kajak", if_none_match=tag).status_code == 304
    assert not MissedTerm.objects.exists()


def test_who_only_looks_ahead_searches_for_nothing(home: HomePage, client: Client) -> None:
    ask(client, "kajak", sec_purpose="prefetch")
    client.head("/api/v1/search", {"locale": "nl", "q": "kajak"})
    assert not MissedTerm.objects.exists()


def test_pages_with_some_of_the_words_are_found_and_said_to_be(
    home: HomePage, client: Client
) -> None:
    page = make_page(StandardPage, home, slug="kajak", title="Kajak")
    make_page(StandardPage, home, slug="zeil", title="Zeilboot")
    rebuild()
    whole, some = ask(client, "kajak").json(), ask(client, "kajak orgelpijp").json()
    for found in (whole, some):
        assert [item["page"]["id"] for item in found["items"]] == [page.pk]
    assert (whole["has_all_words"], some["has_all_words"]) == (True, False)


def test_words_that_look_like_it_are_suggested_and_find_something(
    home: HomePage, client: Client
) -> None:
    page = make_page(StandardPage, home, slug="rust", title="Ontspanning")
    make_draft(home, "concept", title="Ontspannning")
    rebuild()
    found = ask(client, "ontspamingk").json()
    assert (found["count"], found["mended"]) == (0, "")
    assert found["suggestions"] == ["ontspanning"]
    (item,) = ask(client, found["suggestions"][0]).json()["items"]
    assert item["page"]["id"] == page.pk
    assert ask(client, "ontspanning").json()["suggestions"] == []
