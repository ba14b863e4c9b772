"""Tokens: which work, for what, and what is kept of them."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from api.access import Access, access_of, visible_to
from api.models import ApiToken, Scope
from api.problems import ProblemError
from api.router import api
from core.visibility import visible
from home.models import StandardPage
from tests.factories.tokens import bearer, make_token
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db

# Where any token may be tried: it says 404 to who may ask and knows no token of a preview.
ADDRESS = "/api/v1/preview?token=none"


def request_with(**headers: str) -> Any:
    return RequestFactory().get("/api/v1/pages", headers=headers)


def operations() -> list[tuple[str, str]]:
    """Every operation of the API, with a number where an address has one."""
    found = []
    for path, methods in api.get_openapi_schema()["paths"].items():
        address = "/".join("1" if part.startswith("{") else part for part in path.split("/"))
        found += [(method, address) for method in methods]
    return found


@pytest.mark.parametrize(("method", "address"), operations())
def test_no_operation_takes_a_token_that_does_not_work(
    method: str, address: str, home: Any, client: Client
) -> None:
    answer = client.generic(method.upper(), address, headers=bearer("psoas_unknown"))
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="content", error="invalid_token"'
    assert answer.json()["status"] == 401


def test_a_token_works_until_it_is_over(client: Client) -> None:
    secret = make_token(Scope.READ_DRAFTS, days=1)
    assert client.get(ADDRESS, headers=bearer(secret)).status_code == 404
    ApiToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(ADDRESS, headers=bearer(secret)).status_code == 401


def test_a_revoked_token_works_no_longer(client: Client) -> None:
    secret = make_token(Scope.READ_DRAFTS)
    ApiToken.objects.get().revoke()
    assert client.get(ADDRESS, headers=bearer(secret)).status_code == 401


def test_a_token_that_writes_works_as_long_as_its_user(client: Client) -> None:
    user = get_user_model().objects.create_user("invoer", "invoer@example.com", "x" * 16)
    secret = make_token(Scope.WRITE_CONTENT, user=user)
    assert client.get(ADDRESS, headers=bearer(secret)).status_code == 404
    user.is_active = False
    user.save()
    assert client.get(ADDRESS, headers=bearer(secret)).status_code == 401
    user.delete()
    with pytest.raises(ObjectDoesNotExist):
        ApiToken.objects.get()


@pytest.mark.parametrize(
    "header", ["Basic YTpi", "Bearer", "Bearer ", "{secret}", "Token {secret}", "Bearer x{secret}"]
)
def test_a_header_that_is_written_otherwise_is_refused(header: str, client: Client) -> None:
    secret = make_token(Scope.READ_DRAFTS)
    answer = client.get(ADDRESS, headers={"Authorization": header.format(secret=secret)})
    assert answer.status_code == 401


def test_a_token_in_an_address_counts_for_nothing() -> None:
    secret = make_token(Scope.READ_DRAFTS)
    request = RequestFactory().get("/api/v1/pages", {"token": secret, "access_token": secret})
    assert access_of(request) == Access()


def test_a_session_counts_for_nothing(admin_client: Client, home: Any) -> None:
    page = make_page(StandardPage, home, title="Alleen voor jou")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    request = request_with()
    request.user = get_user_model().objects.get(username="beheer")
    assert page not in visible_to(Page.objects.all(), access_of(request))


def test_only_a_hash_of_the_secret_is_kept() -> None:
    secret = make_token(Scope.READ_DRAFTS, Scope.READ_PRIVATE)
    assert secret.startswith("psoas_")
    assert len(secret) == len("psoas_") + 43
    kept = ApiToken.objects.values().get()
    assert secret not in str(kept)
    assert kept["beginning"] == secret[:10]
    assert kept["scopes"] == ["drafts:read", "private:read"]
    assert make_token(Scope.READ_DRAFTS) != secret


def test_a_token_costs_one_query_and_a_visitor_none(
    django_assert_num_queries: Any,
) -> None:
    secret = make_token(Scope.READ_PRIVATE)
    with django_assert_num_queries(0):
        access_of(request_with())
    with django_assert_num_queries(2):  # the second notes the use
        access_of(request_with(**bearer(secret)))
    with django_assert_num_queries(1):
        request = request_with(**bearer(secret))
        assert access_of(request) is access_of(request)


def test_the_last_use_is_noted_by_the_hour() -> None:
    secret = make_token(Scope.READ_PRIVATE)
    assert ApiToken.objects.get().last_used_at is None
    access_of(request_with(**bearer(secret)))
    first = ApiToken.objects.get().last_used_at
    assert first is not None
    access_of(request_with(**bearer(secret)))
    assert ApiToken.objects.get().last_used_at == first
    ApiToken.objects.update(last_used_at=first - timedelta(minutes=61))
    access_of(request_with(**bearer(secret)))
    assert ApiToken.objects.get().last_used_at >= first


def test_an_answer_to_a_token_is_private() -> None:
    for headers, is_private in ((bearer(make_token(Scope.READ_DRAFTS)), True), ({}, False)):
        request = request_with(**headers)
        access_of(request)
        assert getattr(request, "is_private", False) is is_private


def test_a_scope_is_asked_for() -> None:
    access = access_of(request_with(**bearer(make_token(Scope.READ_DRAFTS))))
    access.require(Scope.READ_DRAFTS)
    with pytest.raises(ProblemError) as refused:
        access.require(Scope.READ_PRIVATE)
    assert refused.value.status == 403
    assert 'scope="private:read"' in refused.value.headers["WWW-Authenticate"]
    with pytest.raises(ProblemError) as unknown:
        Access().require(Scope.READ_PRIVATE)
    assert unknown.value.status == 401
    assert "error" not in unknown.value.headers["WWW-Authenticate"]


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_private_pages_are_for_tokens_that_may_read_them(kind: str, home: Any) -> None:
    page = make_page(StandardPage, home)
    below = make_page(StandardPage, page, title="Daaronder", slug="daaronder")
    draft = make_page(StandardPage, home, slug="concept")
    draft.unpublish()
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="sesam")

    def seen(*scopes: Scope) -> set[int]:
        pages = visible_to(StandardPage.objects.all(), Access(scopes=frozenset(scopes)))
        return set(pages.values_list("pk", flat=True))

    assert seen() == set()
    assert seen(Scope.READ_DRAFTS) == seen(Scope.WRITE_CONTENT) == set()
    assert seen(Scope.READ_PRIVATE) == {page.pk, below.pk}


def test_a_private_page_is_shown_to_a_token_that_reads_those(home: Any, client: Client) -> None:
    page = make_page(StandardPage, home, title="Alleen voor jou")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    address, by_path = f"/api/v1/pages/{page.pk}", "/api/v1/pages/by-path?path=" + page.url
    for headers, status in (
        ({}, 404),
        (bearer(make_token(Scope.READ_DRAFTS, Scope.WRITE_CONTENT)), 404),
        (bearer(make_token(Scope.READ_PRIVATE)), 200),
    ):
        assert client.get(address, headers=headers).status_code == status
        assert client.get(by_path, headers=headers).status_code == status
        listed = client.get("/api/v1/pages", headers=headers).json()["items"]
        assert (page.pk in {item["id"] for item in listed}) is (status == 200)


def test_a_visitor_costs_no_more_queries_than_before(home: Any) -> None:
    pages = StandardPage.objects.all()
    with CaptureQueriesContext(connection) as before:
        list(visible(pages))
    with CaptureQueriesContext(connection) as now:
        list(visible_to(pages, Access()))
    assert len(now) == len(before) == 1
    assert now.captured_queries[0]["sql"] == before.captured_queries[0]["sql"]
