"""What a search engine shows below a page's title."""

import html
import re

import pytest
from django.test import Client

from home.models import StandardPage
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def description(client: Client, url: str) -> str:
    page = client.get(url).content.decode()
    return html.unescape(re.search(r'<meta name="description" content="([^"]*)">', page)[1])


def test_a_long_introduction_is_cut_between_characters(home, client: Client):
    introduction = "'" * 300
    page = make_page(StandardPage, home, introduction=introduction)
    assert description(client, page.url) == "'" * 199 + "…"


def test_her_own_description_comes_first(home, client: Client):
    page = make_page(StandardPage, home, introduction="Lang", search_description="Zacht & diep")
    assert description(client, page.url) == "Zacht & diep"
