"""The page chooser offers what can be linked to, once."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from home.models import HomePage, StandardPage
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(home: HomePage, en: Any, published: Any) -> StandardPage:
    return translate_to(en, make_page(StandardPage, home, title="Over mij"), published)


def offered(client: Client, address: str) -> str:
    response = client.get(f"/admin/choose-page/{address}")
    assert response.status_code == 200
    return response.json()["html"] if "search" not in address else response.content.decode()


def test_pages_to_link_to_are_dutch(home, english, practitioner_client):
    root = offered(practitioner_client, f"{home.get_parent().pk}/?page_type=wagtailcore.page")
    assert "Thuis" in root
    assert "EN Thuis" not in root
    assert "Over mij" in offered(practitioner_client, f"{home.pk}/?page_type=wagtailcore.page")
    call_command("update_index", verbosity=0)
    found = offered(practitioner_client, "search/?page_type=wagtailcore.page&q=Over")
    assert "Over mij" in found
    assert "EN Over mij" not in found


def test_an_english_page_can_be_moved_among_english_ones(home, english, practitioner_client):
    html = offered(
        practitioner_client,
        f"{home.get_parent().pk}/?page_type=wagtailcore.page&target_pages[]={english.pk}",
    )
    assert "EN Thuis" in html
