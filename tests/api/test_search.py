"""Search: what is said of what was found, and what is counted where nothing was."""

from typing import Any

import pytest
from django.test import Client

from home.models import HomePage, StandardPage
from search.index import rebuild
from search.models import MissedTerm
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
