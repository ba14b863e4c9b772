"""Posts by category, topic and year: each page of each list has one address, in the words of the language."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from blog.lists import POSTS_PER_PAGE
from blog.models import BlogIndexPage, BlogPage
from tests.factories.blog import make_category, make_topic, translate_subject
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def soup(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content, "html.parser")


def titles(page: BeautifulSoup) -> list[str]:
    return [heading.text.strip() for heading in page.select("main article h2")]


def head(page: BeautifulSoup) -> dict[str, str]:
    links = page.select("link[rel=alternate][hreflang]")
    found = {link["hreflang"]: link["href"] for link in links}
    return found | {"canonical": page.select_one("link[rel=canonical]")["href"]}


def more(page: BeautifulSoup, name: str) -> dict[str, str]:
    """The links of one part of the register below a list, by their words."""
    found = page.select(f"nav[aria-labelledby={name}] a")
    return {link.text: link["href"] for link in found}


def on(year: int, day: int = 1) -> datetime.date:
    return datetime.date(year, 9, day)


@pytest.fixture
def long_lists(home) -> None:
    """One post more than a page holds, all about one category, one topic and one year."""
    adem, psoas = make_category("Adem"), make_topic("Psoas")
    for number in range(POSTS_PER_PAGE + 1):
        make_page(
            BlogPage,
            home,
            title=f"Post {number}",
            category=adem,
            topics=[psoas],
            date=on(2026, 1 + number),
        )


@pytest.mark.usefixtures("long_lists")
@pytest.mark.parametrize(
    "url", ["/blog/", "/blog/categorie/adem/", "/blog/onderwerp/psoas/", "/blog/2026/"]
)
def test_each_page_of_a_list_has_one_address(url, client: Client):
    first, second = soup(client, url), soup(client, f"{url}pagina/2/")
    assert len(titles(first)) == POSTS_PER_PAGE
    assert titles(second) == ["Post 0"]
    here = f"http://testserver{url}"
    assert head(first) == {"nl": here, "x-default": here, "canonical": here}
    assert head(second) == {"canonical": f"http://testserver{url}pagina/2/"}
    assert first.select_one(".pagination [rel=next]")["href"] == f"{url}pagina/2/"
    assert second.select_one(".pagination [rel=prev]")["href"] == url
    assert "Pagina 2" in second.title.text
    assert second.title.text != first.title.text
    back = client.get(f"{url}pagina/1/")
    assert (back.status_code, back["Location"]) == (301, url)
    for number in ("0", "3", "02", "-1", "a", "99999999999999999999"):
        assert client.get(f"{url}pagina/{number}/").status_code == 404, number


@pytest.mark.parametrize(
    "path",
    [
        "categorie/onbekend/",
        "categorie/concept/",
        "category/adem/",
        "categorie/",
        "onderwerp/adem/",
        "topic/psoas/",
        "2025/",
        "0000/",
        "20260/",
        "pagina/",
    ],
)
def test_an_address_of_no_list_gives_a_404(home, path, client: Client):
    make_category("Concept").unpublish()
    make_page(BlogPage, home, category=make_category("Adem"), topics=[make_topic("Psoas")])
    assert client.get(f"/blog/{path}").status_code == 404


def test_an_empty_blog_is_one_page_without_ways_on(home, client: Client):
    make_page(BlogIndexPage, home)
    page = soup(client, "/blog/")
    assert page.select(".more-lists, .categories, .pagination") == []
    assert client.get("/blog/pagina/2/").status_code == 404


def test_a_list_leads_to_the_topics_and_years_that_have_posts(home, client: Client):
    psoas, adem, leeg = (make_topic(name) for name in ("Psoas", "Adem", "Leeg"))
    make_page(BlogPage, home, topics=[psoas, adem], date=on(2026))
    make_page(BlogPage, home, topics=[psoas], date=on(2024))
    secret = make_page(BlogPage, home, topics=[leeg], date=on(2020))
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    page = soup(client, "/blog/")
    assert more(page, "topics") == {
        "Adem": "/blog/onderwerp/adem/",
        "Psoas": "/blog/onderwerp/psoas/",
    }
    assert more(page, "years") == {"2026": "/blog/2026/", "2024": "/blog/2024/"}
    page = soup(client, "/blog/2024/")
    assert page.h1.text == "Berichten uit 2024"
    assert len(titles(page)) == 1
    assert page.select_one(".more-lists [aria-current=page]").text == "2024"
    assert client.get("/blog/2020/").status_code == 404


def test_a_single_year_is_no_choice(home, client: Client):
    make_page(BlogPage, home, date=on(2026))
    assert more(soup(client, "/blog/"), "years") == {}


def test_a_topic_lists_its_posts_with_its_own_words(home, client: Client):
    psoas = make_topic("Psoas", description="De spier die als eerste schrikt.")
    make_page(BlogPage, home, title="Over adem")
    make_page(BlogPage, home, title="Over de psoas", topics=[psoas, make_topic("Rug")])
    page = soup(client, "/blog/onderwerp/psoas/")
    assert titles(page) == ["Over de psoas"]
    assert page.h1.text == "Psoas"
    assert page.select_one("meta[name=description]")["content"].startswith("De spier")
    assert page.title.text.startswith("Psoas · Blog")


def test_the_language_switch_leads_to_the_same_topic_and_year(home, en, published, client: Client):
    psoas = make_topic("Heupbuiger")
    translate_to(en, make_page(BlogPage, home, topics=[psoas], date=on(2026)), published)
    make_page(BlogPage, home, date=on(2019))
    translate_subject(psoas, en, "Hip flexor")
    for dutch, english in (
        ("/blog/onderwerp/heupbuiger/", "/en/en-blog/topic/hip-flexor/"),
        ("/blog/2026/", "/en/en-blog/2026/"),
    ):
        both = {"nl": f"http://testserver{dutch}", "en": f"http://testserver{english}"}
        both |= {"x-default": both["nl"]}
        assert head(soup(client, dutch)) == both | {"canonical": both["nl"]}
        assert head(soup(client, english)) == both | {"canonical": both["en"]}
        assert soup(client, dutch).select_one("header a[hreflang]")["href"] == english
    assert soup(client, "/en/en-blog/2026/").h1.text == "Posts from 2026"
    only_dutch = soup(client, "/blog/2019/")
    assert head(only_dutch).keys() == {"nl", "x-default", "canonical"}
    assert only_dutch.select_one("header a[hreflang]")["href"] == "/en/en-blog/"


def test_a_post_that_is_called_after_a_year_does_not_hide_that_year(home, client: Client):
    post = make_page(BlogPage, home, title="2026", slug="2026", date=on(2026))
    assert post.slug == "2026-2"
    assert client.get(post.url).status_code == 200
    assert titles(soup(client, "/blog/2026/")) == ["2026"]


def test_the_sitemap_has_the_first_page_of_every_list_that_has_posts(
    home, en, published, client: Client, rf
):
    adem, rust, psoas = make_category("Adem"), make_category("Rust"), make_topic("Heupbuiger")
    post = make_page(BlogPage, home, category=adem, topics=[psoas], date=on(2026))
    make_page(BlogPage, home, date=on(2019), category=rust)
    make_category("Leeg")
    english = translate_to(en, post, published)
    translate_subject(adem, en, "Breath")
    translate_subject(psoas, en, "Hip flexor")
    index, english_index = post.get_parent().specific, english.get_parent().specific
    dutch = index.get_sitemap_urls(rf.get("/"))
    locations = [entry["location"].removeprefix("http://testserver") for entry in dutch]
    assert locations == [
        "/blog/",
        "/blog/categorie/adem/",
        "/blog/categorie/rust/",
        "/blog/onderwerp/heupbuiger/",
        "/blog/2026/",
        "/blog/2019/",
    ]
    for entry in dutch:
        assert client.get(entry["location"]).status_code == 200
        assert entry["lastmod"].utcoffset() is not None
        said = head(soup(client, entry["location"]))
        assert said.pop("x-default") == entry["location"]
        assert said == dict(entry["alternates"]) | {"canonical": entry["location"]}
    pairs = {frozenset(entry["alternates"]) for entry in dutch if len(entry["alternates"]) > 1}
    other = english_index.get_sitemap_urls(rf.get("/en/"))
    assert {frozenset(entry["alternates"]) for entry in other} == pairs
