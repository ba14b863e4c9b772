"""The list of pages."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from home.models import HomePage, StandardPage
from tests.factories.drafts import make_draft
from tests.factories.translations import translate_to
from tests.factories.tree import make_page


def listed(client: Client, **query: Any) -> Any:
    answer = client.get("/api/v1/pages", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def ids(client: Client, **query: Any) -> list[int]:
    return [item["id"] for item in listed(client, **query)["items"]]


def test_drafts_private_pages_and_what_is_below_them_are_not_listed(
    home: HomePage, client: Client
) -> None:
    shown = make_page(StandardPage, home, slug="open")
    make_draft(home, "concept")
    private = make_page(StandardPage, home, slug="besloten")
    private.add_child(instance=StandardPage(title="Eronder", slug="eronder"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert ids(client) == [home.pk, shown.pk]


def test_filters(home: HomePage, en: Locale, published: Any, client: Client) -> None:
    page = make_page(StandardPage, home, slug="rust")
    english_home = translate_to(en, home, published)
    english_home.get_latest_revision().publish()
    english = translate_to(en, page, published)
    english.get_latest_revision().publish()
    assert ids(client, type="home.HomePage") == [home.pk, english_home.pk]
    assert ids(client, locale="en") == [english_home.pk, english.pk]
    assert ids(client, parent=home.pk) == [page.pk]
    assert ids(client, translation_of=page.pk) == [english.pk]
    Page.objects.exclude(pk=page.pk).update(last_published_at=timezone.now() - timedelta(days=10))
    since = (datetime.now(UTC) - timedelta(days=5)).isoformat()
    assert ids(client, changed_since=since) == [page.pk]


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        ("0067-08-22T15:47:31+19:31", 1),
        ("0001-01-01T00:00:00+23:59", 1),
        ("9999-12-31T23:59:59-23:59", 0),
    ],
)
def test_any_moment_may_be_asked_for(
    moment: str, number: int, home: HomePage, client: Client
) -> None:
    page = make_page(StandardPage, home, slug="rust")
    found = [pk for pk in ids(client, changed_since=moment) if pk == page.pk]
    assert len(found) == number


def test_order_and_parts(home: HomePage, client: Client) -> None:
    for title in ("B", "C", "A"):
        make_page(StandardPage, home, title=title, slug=title.lower())
    query = {"type": "home.StandardPage", "order": "title", "fields": "title", "limit": 2}
    first = listed(client, **query)
    assert first["count"] == 3
    assert [item["title"] for item in first["items"]] == ["A", "B"]
    assert first["previous"] is None
    following = client.get(first["next"]).json()
    assert [item["title"] for item in following["items"]] == ["C"]
    assert following["next"] is None
    assert client.get(following["previous"]).json()["items"] == first["items"]
    assert [i["title"] for i in listed(client, **query | {"order": "-title"})["items"]] == [
        "C",
        "B",
    ]


def test_fields_trim_an_item_to_what_was_asked(home: HomePage, client: Client) -> None:
    item = listed(client, fields="title,parent")["items"][0]
    assert item.keys() == {"id", "type", "locale", "api_url", "title", "parent"}
    whole = listed(client)["items"][0]
    assert whole["translation_state"]["state"] == "source"


def test_the_schema_says_which_fields_may_be_left_out(db: None, client: Client) -> None:
    """A type made of a schema with defaults would say that they are always there."""
    schema = client.get("/api/v1/openapi.json").json()["components"]["schemas"]["PageItem"]
    assert schema["required"] == ["id", "type", "locale", "api_url"]
    assert not [name for name, field in schema["properties"].items() if "default" in field]


def test_the_page_above_is_one_that_is_there(home: HomePage, client: Client) -> None:
    above = make_page(StandardPage, home, slug="boven")
    below = StandardPage(title="Onder", slug="onder", locale=home.locale)
    above.add_child(instance=below)
    below.save_revision().publish()
    assert parent_of(client, below) == above.pk
    StandardPage.objects.filter(pk=above.pk).update(live=False)
    assert parent_of(client, below) == home.pk
    assert client.get(f"/api/v1/pages/{below.pk}").json()["parent"]["id"] == home.pk


def parent_of(client: Client, page: Page) -> int | None:
    (item,) = [item for item in listed(client)["items"] if item["id"] == page.pk]
    return item["parent"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("fields=title,colour", "fields"),
        ("limit=101", "limit"),
        ("limit=0", "limit"),
        ("offset=-1", "offset"),
        ("order=size", "order"),
        ("type=home.Nothing", "type"),
        ("locale=de", "locale"),
        ("changed_since=2026-01-01T00:00:00", "changed_since"),
        ("colour=red", "colour"),
        ("limit=1&limit=2", "limit"),
    ],
)
def test_what_cannot_be_asked_says_which_part(
    query: str, name: str, home: HomePage, client: Client
) -> None:
    answer = client.get(f"/api/v1/pages?{query}")
    assert answer.status_code == 422
    assert [error["name"] for error in answer.json()["errors"]] == [name]
