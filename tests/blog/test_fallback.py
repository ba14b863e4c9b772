"""Dutch posts in the English lists, where she wants them: said to be Dutch, and read at their Dutch address."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from blog.lists import POSTS_PER_PAGE
from blog.models import BlogPage
from core.models import PracticeSettings
from tests.factories.blog import make_category, make_topic, translate_subject
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def wanted(home) -> None:
    practice = PracticeSettings.for_site(Site.objects.get())
    practice.lists_untranslated_posts = True
    practice.save()


def soup(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content, "html.parser")


def titles(client: Client, url: str) -> list[str]:
    return [heading.text.strip() for heading in soup(client, url).select("main article h2")]


def on(day: int, year: int = 2026) -> datetime.date:
    return datetime.date(year, 9, day)


def test_without_the_setting_english_lists_are_english(home, en, published, client: Client):
    translate_to(en, make_page(BlogPage, home, title="Adem", date=on(1)), published)
    make_page(BlogPage, home, title="Rust", date=on(2))
    assert titles(client, "/en/en-blog/") == ["EN Adem"]
    assert "Rust" not in client.get("/en/en-blog/").content.decode()


@pytest.mark.usefixtures("wanted")
def test_a_dutch_post_stands_among_the_english_ones_and_says_so(
    home, en, published, client: Client
):
    translate_to(en, make_page(BlogPage, home, title="Adem", date=on(1)), published)
    rust = make_page(
        BlogPage,
        home,
        title="Rust",
        date=on(2),
        introduction="Even niets.",
        category=make_category("Stil"),
    )
    translate_to(en, make_page(BlogPage, home, title="Slaap", date=on(3)), published)
    assert titles(client, "/en/en-blog/") == ["EN Slaap", "Rust", "EN Adem"]
    cards = soup(client, "/en/en-blog/").select(".post-card")
    link = cards[1].h2.a
    assert (link["href"], link["hreflang"], link["lang"]) == (rust.url, "nl", "nl")
    assert rust.url == "/blog/" + rust.slug + "/"
    assert cards[1].select_one(".post-card__introduction")["lang"] == "nl"
    assert "In Dutch" in cards[1].select_one(".post-card__date").text
    for labelled in cards[1].select("[lang=nl]"):
        labelled.decompose()
    assert " ".join(cards[1].text.split()) == "2 September 2026 In Dutch"
    for english in (cards[0], cards[2]):
        assert english.select("[lang], [hreflang]") == []
        assert "In Dutch" not in english.text
    assert titles(client, "/blog/") == ["Slaap", "Rust", "Adem"]
    assert "In Dutch" not in client.get("/blog/").content.decode()


@pytest.mark.usefixtures("wanted")
def test_no_dutch_post_has_an_address_under_english(home, en, published, client: Client):
    translate_to(en, make_page(BlogPage, home, title="Adem"), published)
    make_page(BlogPage, home, title="Rust", slug="rust")
    assert client.get("/en/en-blog/rust/").status_code == 404


@pytest.mark.usefixtures("wanted")
def test_the_english_takes_the_place_of_the_dutch_when_it_goes_live(
    home, en, published, client: Client
):
    translate_to(en, make_page(BlogPage, home, title="Adem", date=on(1)), published)
    rust = make_page(BlogPage, home, title="Rust", date=on(2))
    assert titles(client, "/en/en-blog/") == ["Rust", "EN Adem"]
    english = translate_to(en, rust, published)
    assert titles(client, "/en/en-blog/") == ["EN Rust", "EN Adem"]
    english.unpublish()
    assert titles(client, "/en/en-blog/") == ["Rust", "EN Adem"]
    english.get_latest_revision().publish()
    PageViewRestriction.objects.create(page=english, restriction_type="login")
    assert titles(client, "/en/en-blog/") == ["Rust", "EN Adem"]


@pytest.mark.usefixtures("wanted")
def test_drafts_and_private_dutch_posts_stay_out(home, en, published, client: Client):
    translate_to(en, make_page(BlogPage, home, title="Adem"), published)
    make_page(BlogPage, home, title="Concept").unpublish()
    secret = make_page(BlogPage, home, title="Geheim")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    assert titles(client, "/en/en-blog/") == ["EN Adem"]


@pytest.mark.usefixtures("wanted")
def test_english_categories_topics_and_years_have_their_dutch_posts_too(
    home, en, published, client: Client
):
    translate_to(en, make_page(BlogPage, home, title="Adem", date=on(1)), published)
    stil, slaap = make_category("Stil"), make_topic("Slaap")
    make_page(BlogPage, home, title="Rust", date=on(2, 2019), category=stil, topics=[slaap])
    make_page(BlogPage, home, title="Anders", category=make_category("Onvertaald"))
    translate_subject(stil, en, "Stillness")
    translate_subject(slaap, en, "Sleep")
    page = soup(client, "/en/en-blog/")
    assert [link.text for link in page.select(".categories a")] == ["All posts", "Stillness"]
    assert [link.text for link in page.select("nav[aria-labelledby=topics] a")] == ["Sleep"]
    assert [link.text for link in page.select("nav[aria-labelledby=years] a")] == ["2026", "2019"]
    for path in ("category/stillness/", "topic/sleep/", "2019/"):
        assert titles(client, f"/en/en-blog/{path}") == ["Rust"], path
    assert client.get("/en/en-blog/category/onvertaald/").status_code == 404


@pytest.mark.usefixtures("wanted")
def test_pages_are_cut_from_both_languages_together(home, en, published, client: Client):
    translate_to(en, make_page(BlogPage, home, title="Adem", date=on(15)), published)
    for number in range(POSTS_PER_PAGE):
        make_page(BlogPage, home, title=f"Rust {number}", date=on(1 + number))
    first = titles(client, "/en/en-blog/")
    assert first[0] == "EN Adem"
    assert len(first) == POSTS_PER_PAGE
    assert titles(client, "/en/en-blog/page/2/") == ["Rust 0"]
    assert client.get("/en/en-blog/page/3/").status_code == 404


@pytest.mark.usefixtures("wanted")
def test_english_feeds_and_related_posts_stay_english(home, en, published, client: Client):
    english = translate_to(en, make_page(BlogPage, home, title="Adem"), published)
    make_page(BlogPage, home, title="Rust")
    assert "Rust" not in client.get("/en/en-blog/atom.xml").content.decode()
    assert "Rust" not in client.get(english.url).content.decode()
