"""What the head of a page tells the sites where it is shared."""

from datetime import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from blog.models import BlogPage
from home.models import StandardPage
from tests.factories.practice import fill_practice
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def metas(client: Client, url: str) -> dict[str, str]:
    head = BeautifulSoup(client.get(url).content, "html.parser").head
    return {meta.get("property") or meta.get("name"): meta["content"] for meta in head("meta")[1:]}


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl_NL"), ("en", "en_GB")])
def test_a_page_introduces_itself_in_its_language(
    language, locale, home, en, published: Any, client: Client
):
    fill_practice(home, practice_name="Praktijk De Wit")
    page = make_page(StandardPage, home, title="Over mij", introduction="Wie ik ben.")
    page = {"nl": page, "en": translate_to(en, page, published)}[language]
    said = metas(client, page.url)
    assert said["og:title"] == page.title
    assert said["og:description"] == said["description"] == page.introduction
    assert said["og:url"] == page.full_url
    assert said["og:locale"] == locale
    assert said["og:site_name"] == "Praktijk De Wit"
    assert said["og:image:alt"] == f"{page.title} — Praktijk De Wit"
    assert said["og:image"].startswith(f"http://testserver/share-{page.pk}-")
    assert said["twitter:card"] == "summary_large_image"


def test_what_is_written_for_search_engines_goes_first(home, client: Client):
    page = make_page(
        StandardPage, home, seo_title="Wie is Marijke?", search_description="Kort gezegd."
    )
    said = metas(client, page.url)
    assert said["og:title"] == "Wie is Marijke?"
    assert said["og:description"] == said["description"] == "Kort gezegd."


def test_the_other_language_is_named_where_the_page_is_live_in_it(
    home, en, published: Any, client: Client
):
    page = make_page(StandardPage, home)
    assert "og:locale:alternate" not in metas(client, page.url)
    english = translate_to(en, page, published)
    assert metas(client, page.url)["og:locale:alternate"] == "en_GB"
    assert metas(client, english.url)["og:locale:alternate"] == "nl_NL"


def test_a_post_says_when_it_was_written_and_published(home, client: Client):
    post = make_page(BlogPage, home)
    said = metas(client, post.url)
    assert said["og:type"] == "article"
    assert said["article:published_time"] == "2026-09-14"
    modified = datetime.fromisoformat(said["article:modified_time"])
    assert modified == post.last_published_at
    assert "article:published_time" not in metas(client, home.url)


def test_without_an_introduction_there_is_no_empty_description(home, client: Client):
    page = make_page(StandardPage, home, introduction="")
    assert not {"description", "og:description"} & set(metas(client, page.url))


def test_an_error_page_has_icons_and_nothing_to_share(home, client: Client):
    response = client.get("/nergens/")
    assert response.status_code == 404
    html = response.content.decode()
    assert "/favicon.svg?v=" in html
    assert "og:" not in html


def test_a_browser_is_told_the_ground_of_either_scheme(home, client: Client):
    head = BeautifulSoup(client.get(home.url).content, "html.parser").head
    colours = {meta["media"]: meta["content"] for meta in head.select("meta[name=theme-color]")}
    assert colours == {
        "(prefers-color-scheme: light)": "#fbf7f0",
        "(prefers-color-scheme: dark)": "#2a211b",
    }
