"""What a program may mend is told as such: what it sent is never a failure of the site."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from home.models import HomePage, StandardPage
from tests.api.writing.writer import API, Writer
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(practitioner: Any) -> Writer:
    writer = Writer(practitioner)
    writer.client = Client(raise_request_exception=False)
    return writer


def send(writer: Writer, method: str, path: str, body: str) -> Any:
    return writer.client.generic(
        method, API + path, body, content_type="application/json", headers=writer.headers
    )


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("[" * 100_000, 400),
        ("{", 400),
        (r'{"title": "\ud800"}', 400),
        ("null", 422),
        ("5", 422),
        ("[]", 422),
        ('{"title": "' + "x" * 3_000_000 + '"}', 413),
    ],
    ids=["endless", "broken", "half a character", "null", "number", "list", "large"],
)
def test_a_body_that_is_no_json_object_of_a_fair_size_is_a_problem(
    body: str, status: int, writer: Writer, home: HomePage
) -> None:
    page = make_page(StandardPage, home, title="Rust")
    for method, path in (
        ("PATCH", f"pages/{page.pk}/"),
        ("POST", "pages/"),
        ("POST", f"pages/{page.pk}/actions/revert/"),
    ):
        answer = send(writer, method, path, body)
        assert answer.status_code == status, (path, answer.content)
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["detail"]
    assert StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Rust"


def test_a_body_at_the_edge_of_what_can_be_read_is_a_problem(
    writer: Writer, home: HomePage
) -> None:
    page = make_page(StandardPage, home)
    statuses = set()
    for depth in range(700, 1000, 5):
        body = '{"body":' + "[" * depth + "]" * depth + "}"
        statuses.add(send(writer, "PATCH", f"pages/{page.pk}/", body).status_code)
    assert statuses == {400, 422}


@pytest.mark.parametrize(
    "block",
    [
        5,
        "text",
        {"value": {}},
        {"type": "text"},
        {"type": [], "value": {}},
        {"type": "text", "value": "stil"},
        {"type": "text", "id": {}, "value": {"prose": 5}},
        {"type": "captioned_image", "value": {"image": 1}},
        {"type": "captioned_image", "value": {"image": {"image": "één"}}},
        {"type": "captioned_image", "value": {"image": {"image": 10**30}}},
        {"type": "questions", "value": {"heading": "V", "questions": "abc"}},
        {"type": "questions", "value": {"heading": "V", "questions": {"question": "?"}}},
        {"type": "questions", "value": {"heading": "V", "questions": ["?"]}},
        {"type": "call_to_action", "value": {"page": "home"}},
    ],
    ids=str,
)
def test_a_value_that_does_not_fit_its_block_is_named(
    block: Any, writer: Writer, home: HomePage
) -> None:
    page = make_page(StandardPage, home)
    answer = writer.change(page, "publish", body=[block])
    assert answer.status_code == 422, answer.content
    assert "body" in str(answer.json()["errors"])
    assert not StandardPage.objects.get(pk=page.pk).body


@pytest.mark.parametrize("action", ["publish", "unpublish", "revert"])
def test_a_locked_page_is_for_who_locked_it(action: str, writer: Writer, home: HomePage) -> None:
    page = make_page(StandardPage, home, title="Rust")
    assert writer.change(page, title="Stilte").status_code == 200
    page.refresh_from_db()
    page.locked = True
    page.locked_by = get_user_model().objects.create_superuser("beheer", "b@example.com", "x" * 16)
    page.save()
    first = page.revisions.earliest("pk")
    answer = writer.act(page, action, revision_id=first.pk)
    assert answer.status_code == 403
    assert "locked" in answer.json()["detail"]
    kept = StandardPage.objects.get(pk=page.pk)
    assert (kept.live, kept.title) == (True, "Rust")
    assert kept.get_latest_revision_as_object().title == "Stilte"
    answer = Writer(page.locked_by).act(page, "publish")
    assert answer.status_code == 200
    assert StandardPage.objects.get(pk=page.pk).title == "Stilte"
