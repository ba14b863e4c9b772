"""Values of parameters that are of the right kind, and still mean nothing."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_query_without_a_word_finds_nothing(home, client: Client):
    response = client.get("/api/v1/search", {"q": "\x07", "locale": "nl"})
    assert (response.status_code, response.json()["count"]) == (200, 0)


@pytest.mark.parametrize(
    "address", ["pages?changed_since=0.5", "posts?locale=nl&since=0", "posts?locale=nl&until=1e9"]
)
def test_number_is_no_date(address, home, client: Client):
    assert client.get(f"/api/v1/{address}").status_code == 422


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("pages?parent=999999", "parent"),
        ("pages?translation_of=999999", "translation_of"),
        ("posts?locale=nl&category=nergens", "category"),
        ("posts?locale=nl&topic=nergens", "topic"),
    ],
)
def test_what_names_nothing_is_not_found_by_name(address, name, home, client: Client):
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == 404
    assert [error["name"] for error in response.json()["errors"]] == [name]
