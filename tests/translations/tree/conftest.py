"""A Dutch page with English, one below it with English, and who may touch what."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Locale, Page

from home.models import HomePage, StandardPage
from starter.practitioner import PAGE_PERMISSIONS
from tests.factories.home import StandardPageFactory
from tests.factories.translations import translate_to
from tests.factories.tree import make_page


@pytest.fixture
def dutch(home: HomePage) -> StandardPage:
    return make_page(StandardPage, home, title="Over mij", slug="over-mij")


@pytest.fixture
def english(dutch: StandardPage, en: Locale, published: Callable) -> StandardPage:
    return translate_to(en, dutch, published)


@pytest.fixture
def dutch_below(dutch: StandardPage) -> StandardPage:
    return StandardPageFactory(parent=dutch, title="Mijn weg", slug="mijn-weg")


@pytest.fixture
def english_below(
    dutch_below: StandardPage, english: StandardPage, en: Locale, published: Callable
) -> StandardPage:
    return translate_to(en, dutch_below, published)


@pytest.fixture
def dutch_only_client(practitioner: Any, practitioners: Group, home: HomePage) -> Client:
    """Of somebody who does on the Dutch pages what the practitioner does, and nothing on the English ones."""
    GroupPagePermission.objects.filter(group=practitioners).delete()
    group = Group.objects.create(name="Alleen Nederlands")
    for codename in PAGE_PERMISSIONS:
        GroupPagePermission.objects.create(
            group=group, page=home, permission=Permission.objects.get(codename=codename)
        )
    user = get_user_model().objects.create_user("invaller", "invaller@example.com", "x" * 16)
    user.groups.add(group, practitioners)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def told() -> Callable[[Any], str]:
    """What the messages at the top of an admin page say."""

    def read(response: Any) -> str:
        soup = BeautifulSoup(response.content, "html.parser")
        return " ".join(item.get_text(" ", strip=True) for item in soup.select(".messages li"))

    return read


@pytest.fixture
def asked() -> Callable[[Any], list[str]]:
    """The answers that a confirmation page offers, the one already chosen first; [] where it asks nothing."""

    def read(response: Any) -> list[str]:
        soup = BeautifulSoup(response.content, "html.parser")
        radios = soup.select("#english-question input[type=radio][name=english]")
        radios.sort(key=lambda radio: not radio.has_attr("checked"))
        return [str(radio["value"]) for radio in radios]

    return read


@pytest.fixture
def titles_below() -> Callable[[Page], list[str]]:
    def read(page: Page) -> list[str]:
        page = Page.objects.get(pk=page.pk)
        return list(page.get_children().values_list("title", flat=True))

    return read
