"""A contact page in each language, and a visitor whose browser keeps Django's CSRF check strict."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Locale

from contact.models import ContactPage, ContactSettings
from contact.tokens import make_token
from home.models import HomePage
from tests.factories.contact import TYPED
from tests.factories.tree import ContactPageFactory


@pytest.fixture
def contact_page(home: HomePage) -> ContactPage:
    return ContactPageFactory(parent=home)


@pytest.fixture
def english_contact_page(contact_page: ContactPage, home: HomePage, en: Locale) -> ContactPage:
    for page in (home, contact_page):
        page.copy_for_translation(en).save_revision().publish()
    return contact_page.get_translation(en)


@pytest.fixture
def recipient(home: HomePage) -> str:
    """Where announcements go."""
    settings = ContactSettings.load()
    settings.notification_email = "praktijk@example.com"
    settings.save()
    return settings.notification_email


@pytest.fixture
def visitor() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def send(visitor: Client, published: Callable) -> Callable[..., HttpResponse]:
    """Posts a filled-in form as a browser does.

    Keywords change what is typed, `headers` what the browser says of the request.
    """

    def post(page: ContactPage, headers: dict[str, str] | None = None, **typed: Any) -> Any:
        data = TYPED | {"website": "", "token": make_token(page)} | typed
        own = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
        headers = own if headers is None else headers
        return published(visitor.post, page.get_url(), data, headers=headers)

    return post
