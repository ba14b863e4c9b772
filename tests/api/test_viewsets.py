"""Tokens in the admin."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.models import GroupPagePermission

from api.models import ApiToken
from tests.factories.tokens import bearer

pytestmark = pytest.mark.django_db

TOKENS = "/admin/access-tokens/"
ASKED = {"purpose": "Nieuwe website", "scopes": ["drafts:read"], "days": "90"}


def make(client: Client, **answers: Any) -> Any:
    return client.post(TOKENS + "new/", ASKED | answers)


def secret_in(answer: Any) -> str:
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").select_one("#token")["value"]


def manager(*codenames: str) -> tuple[Client, Any]:
    """Somebody who may log in to the admin and has these permissions."""
    user = get_user_model().objects.create_user("beheerder", "m@example.com", "x" * 16)
    for codename in ("access_admin", *codenames):
        app = "wagtailadmin" if codename == "access_admin" else "api"
        user.user_permissions.add(
            Permission.objects.get(codename=codename, content_type__app_label=app)
        )
    client = Client()
    client.force_login(user)
    return client, user


def test_a_token_is_shown_once_and_works(admin_client: Client) -> None:
    answer = make(admin_client)
    secret = secret_in(answer)
    assert "no-store" in answer.headers["Cache-Control"]
    assert "kopieer" in answer.content.decode().lower()
    token = ApiToken.objects.get()
    assert token.purpose == "Nieuwe website"
    assert token.scopes == ["drafts:read"]
    assert token.user is None
    assert token.created_by.username == "beheer"
    assert timedelta(days=89) < token.expires_at - timezone.now() <= timedelta(days=90)
    used = Client().get("/api/v1/preview?token=none", headers=bearer(secret))
    assert used.status_code == 404
    listed = admin_client.get(TOKENS).content.decode()
    assert "Nieuwe website" in listed
    assert token.beginning in listed
    assert date_format(localtime(token.expires_at), "j E Y") in listed
    assert secret not in listed


@pytest.mark.parametrize(
    "wrong",
    [
        {"purpose": ""},
        {"scopes": []},
        {"scopes": ["all"]},
        {"days": ""},
        {"days": "100000"},
        {"scopes": ["content:write"]},  # as nobody
    ],
)
def test_what_is_missing_is_asked_for(wrong: dict[str, Any], admin_client: Client) -> None:
    answer = make(admin_client, **wrong)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not ApiToken.objects.exists()


def test_only_a_token_that_writes_has_a_user(admin_client: Client, practitioner: Any) -> None:
    make(admin_client, scopes=["content:write"], user=practitioner.pk)
    assert ApiToken.objects.get().user == practitioner
    make(admin_client, user=practitioner.pk)
    assert ApiToken.objects.order_by("pk").last().user is None


def test_revoking_is_asked_about_and_final(admin_client: Client) -> None:
    secret = secret_in(make(admin_client))
    token = ApiToken.objects.get()
    address = f"{TOKENS}{token.pk}/revoke/"
    assert address in admin_client.get(TOKENS).content.decode()
    question = admin_client.get(address).content.decode()
    assert "Nieuwe website" in question
    assert ApiToken.objects.working().exists()
    answer = admin_client.post(address, follow=True)
    assert "“Nieuwe website” werkt niet meer." in answer.content.decode()
    assert Client().get("/api/v1/preview?token=x", headers=bearer(secret)).status_code == 401
    revoked_at = ApiToken.objects.get().revoked_at
    assert address not in admin_client.get(TOKENS).content.decode()
    admin_client.post(address)
    assert ApiToken.objects.get().revoked_at == revoked_at


def test_the_list_says_what_works(admin_client: Client, practitioner: Any) -> None:
    for purpose in ("Werkt", "Voorbij", "Ingetrokken", "Uit dienst"):
        ApiToken.make(purpose, ["drafts:read"], days=1)
    ApiToken.objects.filter(purpose="Voorbij").update(expires_at=timezone.now())
    ApiToken.objects.get(purpose="Ingetrokken").revoke()
    practitioner.is_active = False
    practitioner.save()
    ApiToken.objects.filter(purpose="Uit dienst").update(user=practitioner)
    states = {token.purpose: str(token.state) for token in ApiToken.objects.all()}
    assert states == {
        "Werkt": "werkt",
        "Voorbij": "verlopen",
        "Ingetrokken": "ingetrokken",
        "Uit dienst": "verlopen",
    }
    rows = BeautifulSoup(admin_client.get(TOKENS).content, "html.parser").select("tbody tr")
    assert len(rows) == 4
    working = set(ApiToken.objects.working().values_list("purpose", flat=True))
    assert working == {"Werkt"}


def test_the_practitioner_is_not_troubled_with_it(practitioner_client: Client) -> None:
    for address in (TOKENS, TOKENS + "new/"):
        assert practitioner_client.get(address).status_code == 302
    assert TOKENS not in practitioner_client.get("/admin/").content.decode()


def test_nobody_makes_a_token_that_may_more_than_they_may(admin_client: Client) -> None:
    superuser = get_user_model().objects.get(username="beheer")
    client, user = manager("add_apitoken")
    answer = make(client, scopes=["content:write"], user=superuser.pk)
    assert answer.context["form"].errors["user"]
    assert not ApiToken.objects.exists()
    make(client, scopes=["content:write"], user=user.pk)
    assert ApiToken.objects.get().user == user


@pytest.mark.parametrize("scope", ["drafts:read", "private:read"])
def test_a_token_reads_no_more_than_who_makes_it(scope: str, home: Any) -> None:
    client, user = manager("add_apitoken")
    answer = make(client, scopes=[scope])
    assert answer.context["form"].errors["scopes"]
    assert not ApiToken.objects.exists()
    group = Group.objects.create(name="Alles")
    user.groups.add(group)
    change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    root = home.get_parent()
    GroupPagePermission.objects.create(group=group, page=root, permission=change)
    secret_in(make(client, scopes=[scope]))
    assert ApiToken.objects.get().scopes == [scope]


def test_who_may_make_tokens_may_not_thereby_revoke_them() -> None:
    client, _user = manager("add_apitoken")
    token, _secret = ApiToken.make("Website", ["drafts:read"], days=1)
    assert client.post(f"{TOKENS}{token.pk}/revoke/").status_code == 302
    assert ApiToken.objects.working().exists()


def test_wagtails_own_tokens_cannot_be_made(admin_client: Client) -> None:
    assert admin_client.get("/admin/api-tokens/").status_code == 404


def test_the_list_costs_as_many_queries_for_many(
    admin_client: Client, practitioner: Any, django_assert_max_num_queries: Any
) -> None:
    def add(number: int) -> None:
        for index in range(number):
            ApiToken.make(
                f"Website {index}",
                ["content:write"],
                days=1,
                created_by=practitioner,
                user=practitioner,
            )

    add(2)
    admin_client.get(TOKENS)
    with django_assert_max_num_queries(20) as few:
        admin_client.get(TOKENS)
    add(15)
    with django_assert_max_num_queries(len(few)):
        admin_client.get(TOKENS)
