"""Where the lists of posts are, as the API tells it."""

import datetime
import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from blog.models import BlogPage
from tests.factories.blog import make_category, make_topic, translate_subject
from tests.factories.practice import fill_practice
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def lists(client: Client, locale: str = "nl") -> list[dict[str, Any]]:
    answer = client.get("/api/v1/post-lists", {"locale": locale})
    assert answer.status_code == 200, answer.content
    return answer.json()["items"]


def make_posts(home: Any, numbers: range = range(1)) -> None:
    """Posts, each with a category, a topic and a year of its own."""
    for each in numbers:
        make_page(
            BlogPage,
            home,
            title=f"Bericht {each}",
            category=make_category(f"Adem {each}"),
            topics=[make_topic(f"Psoas {each}")],
            date=datetime.date(2026 - each, 9, 1),
        )


def test_every_list_that_has_posts_is_named(home: Any, client: Client) -> None:
    make_posts(home)
    make_category("Leeg")
    found = [(each["kind"], each["title"], each["slug"], each["year"]) for each in lists(client)]
    assert found[1:] == [
        ("category", "Adem 0", "adem-0", None),
        ("topic", "Psoas 0", "psoas-0", None),
        ("year", "Berichten uit 2026", "", 2026),
    ]
    assert found[0][0] == "all"


def test_each_list_says_what_its_page_says(home: Any, client: Client) -> None:
    make_posts(home)
    for each in lists(client):
        page = BeautifulSoup(client.get(each["path"]).content, "html.parser")
        assert page.title is not None
        assert page.h1 is not None
        assert page.title.text == each["seo"]["title"]
        assert page.h1.text == each["title"]
        assert {
            (link["hreflang"], link["href"])
            for link in page.select("link[rel=alternate][hreflang]")
        } == {(link["hreflang"], link["url"]) for link in each["alternates"]}
        feeds = page.select("link[rel=alternate][type$='+xml']")
        assert [link["href"] for link in feeds] == [feed["url"] for feed in each["feeds"]]
        (script,) = page.select("[type='application/ld+json']")
        assert json.loads(script.text) == json.loads(each["seo"]["json_ld"])


def test_list_leads_to_itself_in_the_other_language(
    home: Any, en: Any, published: Any, client: Client
) -> None:
    make_posts(home)
    category = BlogPage.objects.get().category
    translate_subject(category, en, name="Breath")
    translate_to(en, BlogPage.objects.get(), published)
    dutch = {each["kind"]: each for each in lists(client)}
    english = {each["kind"]: each for each in lists(client, "en")}
    there = english["category"]
    assert there["path"].startswith("/en/")
    assert there["path"].endswith("/category/breath/")
    assert dutch["category"]["translations"] == [{"locale": "en", "path": there["path"]}]
    assert client.get(there["path"]).status_code == 200


def test_lists_count_the_posts_that_the_site_falls_back_on(
    home: Any, en: Any, published: Any, client: Client
) -> None:
    make_posts(home)
    translate_to(en, BlogPage.objects.get(), published)
    category = make_category("Stil")
    translate_subject(category, en, name="Silence")
    make_page(BlogPage, home, title="Rust", category=category, date=datetime.date(2019, 9, 1))
    alone = [each["title"] for each in lists(client, "en")]
    fill_practice(home, lists_untranslated_posts=True)
    added = [each for each in lists(client, "en") if each["title"] not in alone]
    assert [(each["kind"], each["slug"], each["year"]) for each in added] == [
        ("category", "silence", None),
        ("year", "", 2019),
    ]
    fallback = client.get("/api/v1/site", {"locale": "en"}).json()["posts_fallback"]
    for about in ({"category": "silence"}, {"year": 2019}):
        query = {"locale": "en", "fallback": fallback, **about}
        (post,) = client.get("/api/v1/posts", query).json()["items"]
        assert (post["title"], post["locale"]) == ("Rust", "nl")


@pytest.mark.parametrize("kind", ["all", "category", "topic", "year"])
def test_further_pages_are_where_the_list_says(
    home: Any, client: Client, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr("blog.lists.POSTS_PER_PAGE", 1)
    category, topic = make_category("99"), make_topic("2")
    for day in (1, 2):
        date = datetime.date(2026, 9, day)
        make_page(BlogPage, home, category=category, topics=[topic], date=date)
    (found,) = (each for each in lists(client) if each["kind"] == kind)
    answer = client.get(found["page_path"].replace("{number}", "2"))
    assert answer.status_code == 200
    title = BeautifulSoup(answer.content, "html.parser").title
    assert title is not None
    assert title.text == found["page_title"].replace("{number}", "2")


def test_without_a_blog_there_is_no_list(home: Any, client: Client) -> None:
    assert lists(client) == []


def test_queries_do_not_grow_with_the_lists(home: Any, client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert lists(client)
        return len(captured)

    make_posts(home)
    lists(client)
    few = queries()
    make_posts(home, range(1, 7))
    lists(client)
    assert queries() <= few
    assert few <= 20
