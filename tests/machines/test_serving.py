"""A page's Markdown, at an address of its own and by negotiation."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from blog.models import BlogIndexPage, BlogPage
from contact.models import ContactPage
from core.rendition_making import make_renditions
from home.models import StandardPage
from machines.addresses import markdown_address
from tests.factories.blog import make_category
from tests.factories.practice import fill_practice
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db

MARKDOWN = "text/markdown; charset=utf-8"


@pytest.mark.parametrize(
    ("page", "markdown"),
    [
        ("/", "/index.md"),
        ("/en/", "/en/index.md"),
        ("/over-mij/", "/over-mij.md"),
        ("/en/about/", "/en/about.md"),
        ("https://example.nl/", "https://example.nl/index.md"),
        ("https://example.nl/en/", "https://example.nl/en/index.md"),
        ("https://example.nl/blog/een/", "https://example.nl/blog/een.md"),
    ],
)
def test_the_markdown_of_a_page_has_its_address_with_an_ending(page, markdown):
    assert markdown_address(page) == markdown


def test_it_says_what_it_is_of(home, en, published: Any, client: Client):
    page = make_page(StandardPage, home, title="Over “mij”", slug="over-mij")
    english = translate_to(en, page, published)
    response = client.get("/en/en-over-mij.md")
    assert response.headers["Content-Type"] == MARKDOWN
    assert response.headers["Content-Language"] == "en"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["Link"] == f'<{english.full_url}>; rel="canonical"'
    text = response.content.decode()
    assert text.startswith('---\ntitle: "EN Over “mij”"\n')
    assert 'language: "en"\n' in text
    assert f'url: "{english.full_url}"\n' in text
    assert f'translations:\n  nl: "{page.full_url}"\n---\n' in text
    assert "\n# EN Over “mij”\n" in text


def test_the_first_page_of_each_language_has_one(home, en, published: Any, client: Client):
    translate_to(en, home, published)
    assert "# Thuis" in client.get("/index.md").content.decode()
    assert "# EN Thuis" in client.get("/en/index.md").content.decode()


def test_who_asks_for_it_gets_it_at_the_address_of_the_page(home, client: Client):
    page = make_page(StandardPage, home)
    response = client.get(page.url, headers={"Accept": "text/markdown"})
    assert response.headers["Content-Type"] == MARKDOWN
    assert "Accept" in response.headers["Vary"].split(", ")
    assert "X-Robots-Tag" not in response.headers
    page_itself = client.get(page.url, headers={"Accept": "text/html,*/*;q=0.8"})
    assert page_itself.headers["Content-Type"].startswith("text/html")
    assert "Accept" in page_itself.headers["Vary"].split(", ")
    assert not page_itself.cookies
    assert client.head(page.url, headers={"Accept": "text/markdown"}).status_code == 200


def test_a_page_names_its_markdown(home, client: Client):
    category = make_category("Adem")
    make_page(BlogPage, home, category=category)
    for address, markdown in (
        ("/", "/index.md"),
        ("/blog/", "/blog.md"),
        ("/blog/categorie/adem/", "/blog/categorie/adem.md"),
    ):
        head = BeautifulSoup(client.get(address).content, "html.parser").head
        link = head.select_one('link[type="text/markdown"]')
        assert link["href"] == f"http://testserver{markdown}"
        assert client.get(markdown).headers["Content-Type"] == MARKDOWN


def test_lists_have_their_links_and_the_way_to_older_posts(home, client: Client):
    for number in range(13):
        make_page(BlogPage, home, title=f"Bericht {number}", slug=f"bericht-{number}")
    text = client.get("/blog.md").content.decode()
    assert text.count("http://testserver/blog/bericht-") == 12
    assert "[Ouder](http://testserver/blog/" in text


def test_facts_pictures_and_questions_are_kept(home, picture, client: Client):
    page = make_page(TreatmentPage, home, price=95, hero_image=picture, hero_alt="Een doek")
    page.body = [
        (
            "questions",
            {
                "heading": "Vragen",
                "questions": [{"question": "Doet het pijn?", "answer": "<p>Nee.</p>"}],
            },
        ),
        ("quote", {"quote": "Zacht.", "attribution": "Iemand"}),
    ]
    page.save_revision().publish()
    make_renditions(picture)
    text = client.get(page.url.rstrip("/") + ".md").content.decode()
    assert "- **Jouw investering**: €\u00a095" in text
    assert "![Een doek](http://testserver/media/images/" in text
    assert "**Doet het pijn?**\n\nNee." in text
    assert "> Zacht." in text
    assert not re.search("<[a-z]", text)


def test_a_form_becomes_a_line_that_says_where_it_is(home, client: Client):
    page = make_page(ContactPage, home)
    text = client.get("/contact.md").content.decode()
    assert f"({page.full_url})" in text
    assert "token" not in text


def test_what_visitors_may_not_see_has_none(home, client: Client):
    draft = make_page(StandardPage, home, slug="nieuw")
    draft.unpublish()
    private = make_page(StandardPage, home, slug="geheim")
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="x")
    login = make_page(StandardPage, home, slug="intern")
    PageViewRestriction.objects.create(page=login, restriction_type="login")
    for address in ("/nieuw.md", "/geheim.md", "/intern.md", "/nergens.md", "/en/nieuw.md"):
        assert client.get(address).status_code == 404, address
    response = client.get("/geheim/", headers={"Accept": "text/markdown"})
    assert response.headers["Content-Type"].startswith("text/html")


def test_a_page_that_moved_leads_to_its_markdown(home, published: Any, client: Client):
    page = make_page(StandardPage, home, slug="een")
    page.slug = "twee"
    published(page.save_revision().publish)
    response = client.get("/een.md")
    assert (response.status_code, response.headers["Location"]) == (301, "/twee.md")


def test_switched_off_there_is_none_and_nothing_names_it(home, client: Client):
    fill_practice(home, offers_markdown=False)
    page = make_page(StandardPage, home, slug="over-mij")
    for address in ("/over-mij.md", "/index.md", "/llms.txt"):
        assert client.get(address).status_code == 404
    response = client.get(page.url, headers={"Accept": "text/markdown"})
    assert response.headers["Content-Type"].startswith("text/html")
    assert "Accept," not in response.headers.get("Vary", "") + ","
    assert "text/markdown" not in response.content.decode()


def test_only_reading_is_allowed(home, client: Client):
    assert client.post("/index.md").status_code == 405


def test_a_feed_or_a_search_is_no_page(home, client: Client):
    make_page(BlogIndexPage, home)
    assert client.get("/zoeken.md").status_code == 404


def test_no_page_can_take_the_address_of_the_markdown_of_a_first_page(db):
    from core.models.pages import RESERVED_SLUGS

    assert "index" in RESERVED_SLUGS
