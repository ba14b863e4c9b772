"""Pages behind a password, opened by a front end that asked for it."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import signing
from django.test import Client, RequestFactory
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Page, PageViewRestriction

from api import page_passes, password_guesses
from api.access import Access, access_of, visible_to
from api.private_pages import why_hidden
from api.rate_limit import HEAD
from home.models import StandardPage
from tests.factories.tokens import bearer
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_guesses(settings: Any, tmp_path: Path) -> None:
    """What is wrong in one test counts in no other."""
    settings.DATA_DIR = tmp_path


@pytest.fixture
def page(home: Any) -> StandardPage:
    page = make_page(StandardPage, home, title="Alleen voor jou")
    restrict(page)
    return page


def restrict(page: Page, word: str = "sesam", kind: str = "password") -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, password=word)


def ask(client: Client, page: Page, password: Any, **headers: str) -> Any:
    return client.post(
        f"/api/v1/pages/{page.pk}/access",
        {"password": password},
        content_type="application/json",
        headers=headers,
    )


def seen_with(secret: str) -> set[int]:
    request = RequestFactory().get("/api/v1/pages", headers=bearer(secret))
    pages = visible_to(StandardPage.objects.all(), access_of(request))
    return set(pages.values_list("pk", flat=True))


def status_of(client: Client, secret: str) -> int:
    return client.get("/api/v1/preview?token=none", headers=bearer(secret)).status_code


def test_a_front_end_shows_the_page_to_who_has_the_password(page: Any, client: Client):
    by_path = {"path": page.url}
    for address, query in ((f"/api/v1/pages/{page.pk}", {}), ("/api/v1/pages/by-path", by_path)):
        closed = client.get(address, query)
        assert closed.status_code == 401
        assert page.title not in closed.content.decode()
        assert f"POST /api/v1/pages/{page.pk}/access" in closed.json()["detail"]
        secret = ask(client, page, "sesam").json()["token"]
        opened = client.get(address, query, headers=bearer(secret))
        assert opened.status_code == 200
        assert opened.json()["title"] == page.title


def test_the_password_opens_the_page_and_what_is_below(page: Any, home: Any, client: Client):
    below = make_page(StandardPage, page, slug="daaronder")
    other = make_page(StandardPage, home, slug="elders")
    restrict(other, "anders")
    answer = ask(client, page, "sesam")
    assert answer.status_code == 200
    assert not answer.cookies
    given = answer.json()
    expires_at = parse_datetime(given["expires_at"])
    assert timedelta(minutes=59) < expires_at - timezone.now() <= timedelta(hours=1)
    assert seen_with(given["token"]) == {page.pk, below.pk}


@pytest.mark.parametrize(
    ("body", "media_type", "status"),
    [
        ('{"password": "sesam"}', "text/plain", 415),
        ('{"password": "sesam", "name": "x"}', "application/json", 422),
    ],
)
def test_a_body_that_no_front_end_sends_opens_nothing(
    body: str, media_type: str, status: int, page: Any, client: Client
):
    """A browser may send plain text from any site without asking, and would use up a visitor's guesses."""
    answer = client.post(f"/api/v1/pages/{page.pk}/access", body, content_type=media_type)
    assert answer.status_code == status


def test_the_password_opens_the_form_of_a_contact_page_too(
    contact_page: Any, send: Any, client: Client
):
    restrict(contact_page)
    address = f"/api/v1/pages/{contact_page.pk}/form"
    assert client.get(address).status_code == 401
    headers = bearer(ask(client, contact_page, "sesam").json()["token"])
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    assert send(contact_page).status_code == 401
    assert send(contact_page, headers=headers).status_code == 201


@pytest.mark.parametrize("password", ["Sesam", "sesam ", "sesám", "x" * 255])
def test_another_password_is_refused(password: str, page: Any, client: Client):
    answer = ask(client, page, password)
    assert answer.status_code == 403
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "token" not in answer.json()


@pytest.fixture
def clock(monkeypatch: Any) -> list[float]:
    """What time it is, to be changed; at first, the beginning of ten minutes."""
    now = [1_793_000_400.0]
    monkeypatch.setattr(password_guesses.time, "time", lambda: now[0])
    return now


def guess(client: Client, page: Page, times: int, word: str = "raad", **extra: Any) -> set[int]:
    answers = [
        client.post(
            f"/api/v1/pages/{page.pk}/access",
            {"password": word},
            content_type="application/json",
            **extra,
        )
        for _turn in range(times)
    ]
    return {answer.status_code for answer in answers}


def test_who_guesses_is_told_to_come_again(page: Any, client: Client, clock: list[float]):
    assert guess(client, page, 10) == {403}
    clock[0] += 100.5
    refused = ask(client, page, "sesam")
    assert refused.status_code == 429
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.headers["Retry-After"] == "500"
    assert refused.headers["Cache-Control"] == "private, no-store"
    clock[0] += 500
    assert ask(client, page, "sesam").status_code == 200


def test_who_knows_the_password_is_never_told_so(page: Any, client: Client, clock: list[float]):
    assert guess(client, page, 12, "sesam") == {200}


def test_a_page_below_gives_no_more_guesses(page: Any, client: Client, clock: list[float]):
    below = make_page(StandardPage, page, slug="daaronder")
    assert guess(client, page, 5) == guess(client, below, 5) == {403}
    assert guess(client, page, 1) == guess(client, below, 1) == {429}


def test_guesses_of_one_keep_no_other_out(page: Any, home: Any, client: Client, clock: list[float]):
    other = make_page(StandardPage, home, slug="elders")
    restrict(other, "anders")
    assert guess(client, page, 11) == {403, 429}
    assert guess(client, page, 1, "sesam", REMOTE_ADDR="192.0.2.1") == {200}
    assert guess(client, other, 1, "anders") == {200}


def test_nothing_is_kept_of_who_guessed(
    page: Any, client: Client, clock: list[float], tmp_path: Any
):
    guess(client, page, 3, REMOTE_ADDR="192.0.2.1")
    kept = (tmp_path / "wrong_passwords").read_bytes()
    assert sum(kept[HEAD.size :]) == 6
    assert bytes([192, 0, 2, 1]) not in kept
    clock[0] += 600
    password_guesses.forget_guesses()
    assert sum((tmp_path / "wrong_passwords").read_bytes()[HEAD.size :]) == 0


@pytest.mark.parametrize("password", ["", None, 5, "x" * 256, "\ud800"])
def test_what_is_no_password_is_a_mistake_in_the_request(password: Any, page: Any, client: Client):
    assert ask(client, page, password).status_code == 422


def test_a_page_that_asks_for_none_says_so_as_if_there_were_none(home: Any, client: Client):
    public = make_page(StandardPage, home)
    closed = make_page(StandardPage, home, slug="besloten")
    restrict(closed, "", kind="login")
    draft = make_page(StandardPage, home, slug="concept")
    restrict(draft)
    draft.unpublish()
    for page in (public, closed, draft, StandardPage(pk=999_999)):
        answer = ask(client, page, "sesam")
        assert answer.status_code == 404
        assert answer.json()["detail"] == "No page with this number asks for a password."


def test_a_pass_ends_with_its_password(page: Any, client: Client):
    secret = ask(client, page, "sesam").json()["token"]
    assert status_of(client, secret) == 404
    PageViewRestriction.objects.update(password="vuur")
    assert status_of(client, secret) == 401
    PageViewRestriction.objects.update(password="sesam", restriction_type="login")
    assert status_of(client, secret) == 401
    PageViewRestriction.objects.all().delete()
    assert status_of(client, secret) == 401


def test_a_pass_ends_after_an_hour_and_cannot_be_made_elsewhere(
    page: Any, client: Client, monkeypatch: Any
):
    secret = ask(client, page, "sesam").json()["token"]
    assert status_of(client, secret + "x") == 401
    forged = "pass_" + signing.dumps({"1": "x"}, salt="another")
    assert status_of(client, forged) == 401
    monkeypatch.setattr(page_passes, "LIFETIME", timedelta(seconds=-1))
    assert status_of(client, secret) == 401


def test_a_pass_says_nothing_of_the_password(page: Any, client: Client):
    secret = ask(client, page, "sesam").json()["token"]
    assert "sesam" not in str(signing.loads(secret.removeprefix("pass_"), salt="api.page_pass"))


def test_two_passwords_on_the_way_are_given_one_after_the_other(page: Any, client: Client):
    below = make_page(StandardPage, page, slug="daaronder")
    restrict(below, "vuur")
    first = ask(client, below, "sesam").json()["token"]
    assert seen_with(first) == {page.pk}
    both = ask(client, below, "vuur", **bearer(first)).json()["token"]
    assert seen_with(both) == {page.pk, below.pk}


def test_a_page_that_a_visitor_is_asked_a_password_for_says_how_to_open_it(page: Any, home: Any):
    closed = make_page(StandardPage, home, slug="besloten")
    restrict(closed, "", kind="login")
    hidden = why_hidden(page, Access())
    assert hidden.status == 401
    assert f"POST /api/v1/pages/{page.pk}/access" in hidden.detail
    assert "WWW-Authenticate" in hidden.headers
    for other in (closed, None, make_page(StandardPage, home, slug="open")):
        assert why_hidden(other, Access()).status == 404
