"""A contact page in each language, and a visitor whose browser keeps Django's CSRF check strict."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Locale

from contact.models import ContactPage
from contact.tokens import make_token
from home.models import HomePage
from tests.api.forms import address
from tests.factories.contact import TYPED
from tests.factories.tree import ContactPageFactory


@pytest.fixture
def contact_page(home: HomePage) -> ContactPage:
    return ContactPageFactory(parent=home)


@pytest.fixture
def english_contact_page(contact_page: ContactPage, home: HomePage, en: Locale) -> ContactPage:
    for each in (home, contact_page):
        each.copy_for_translation(en).save_revision().publish()
    return contact_page.get_translation(en)


@pytest.fixture
def visitor() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def send(visitor: Client, published: Callable) -> Callable[..., HttpResponse]:
    """Sends a filled-in form as a server does; keywords change what is typed."""

    def post(
        page: ContactPage,
        headers: dict[str, str] | None = None,
        content_type: str = "application/json",
        **typed: Any,
    ) -> Any:
        data = TYPED | {"website": "", "token": make_token(page)} | typed
        return published(
            visitor.post, address(page), json.dumps(data), content_type, headers=headers or {}
        )

    return post
