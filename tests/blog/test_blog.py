"""Posts are written, listed and read."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from blog.models import BlogIndexPage, BlogPage
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def titles(client: Client, url: str) -> list[str]:
    page = BeautifulSoup(client.get(url).content, "html.parser")
    return [heading.text.strip() for heading in page.select("main article h2, main li h2")]


def test_the_newest_post_stands_first(home, client: Client):
    for day in (3, 9, 6):
        make_page(BlogPage, home, title=f"Dag {day}", date=datetime.date(2026, 9, day))
    assert titles(client, "/blog/") == ["Dag 9", "Dag 6", "Dag 3"]


def test_drafts_and_other_languages_are_not_listed(home, en, published, client: Client):
    make_page(BlogPage, home, title="Concept").unpublish()
    translate_to(en, make_page(BlogPage, home, title="Adem"), published)
    assert titles(client, "/blog/") == ["Adem"]
    assert titles(client, "/en/en-blog/") == ["EN Adem"]


def test_an_empty_blog_says_something_kind(home, client: Client):
    make_page(BlogIndexPage, home)
    assert "Kom gerust nog eens kijken" in client.get("/blog/").content.decode()


def test_a_post_shows_its_date_reading_time_and_other_posts(home, client: Client):
    make_page(BlogPage, home, title="Een ander bericht")
    post = make_page(
        BlogPage,
        home,
        title="Dit bericht",
        date=datetime.date(2026, 9, 14),
        body=[
            {
                "type": "text",
                "value": {"heading": "", "prose": f"<p>{'woord ' * 600}</p>"},
                "id": "6c6c7f2c-8d1c-4a0b-8a43-7f0b8f6f1a11",
            }
        ],
    )
    html = client.get(post.url).content.decode()
    assert "14 september 2026" in html
    assert "3 minuten leestijd" in html
    assert "Een ander bericht" in html


def test_english_dates_are_british(home, en, published, client: Client):
    post = make_page(BlogPage, home, date=datetime.date(2026, 9, 14))
    english = translate_to(en, post, published)
    assert "14 September 2026" in client.get(english.url).content.decode()


def test_a_post_is_written_through_the_admin(home, practitioner_client, client: Client):
    index = make_page(BlogIndexPage, home)
    response = practitioner_client.post(
        f"/admin/pages/add/blog/blogpage/{index.pk}/",
        {
            "title": "Over rust",
            "slug": "over-rust",
            "introduction": "Waarom rust geen luxe is.",
            "date": "2026-10-01",
            "body-count": 0,
            "action-publish": "1",
        },
    )
    assert response.status_code == 302
    assert BlogPage.objects.get(slug="over-rust").live
    assert titles(client, "/blog/") == ["Over rust"]
    assert client.get("/blog/over-rust/").status_code == 200
