"""Which address a search engine shows to whom."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from home.models import StandardPage
from seo.alternates import with_default
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

NL, EN = ("nl", "https://host/over/"), ("en", "https://host/en/about/")


@pytest.mark.parametrize("given", [[NL, EN], [EN, NL]])
def test_who_reads_neither_language_gets_the_dutch(given):
    assert with_default(given) == [NL, EN, ("x-default", NL[1])]


def test_where_there_is_no_dutch_nothing_is_promised():
    assert with_default([EN]) == [EN]


@pytest.mark.django_db
def test_the_head_says_what_the_sitemap_says(home, en, published: Any, client: Client):
    page = make_page(StandardPage, home)
    english = translate_to(en, page, published)
    expected = [("nl", page.full_url), ("en", english.full_url), ("x-default", page.full_url)]
    for each in (page, english):
        head = BeautifulSoup(client.get(each.url).content, "html.parser").head
        links = head.select("link[rel=alternate][hreflang]")
        assert [(link["hreflang"], link["href"]) for link in links] == expected
        assert head.find("link", rel="canonical")["href"] == each.full_url
