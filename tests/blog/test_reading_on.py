"""After a post: what is most like it, never nothing; and the posts before and after it in time."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from blog.models import BlogPage
from tests.factories.blog import make_category, make_topic
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def soup(client: Client, page: BlogPage) -> BeautifulSoup:
    response = client.get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def related(client: Client, page: BlogPage) -> list[str]:
    return [heading.text for heading in soup(client, page).select(".post-list h3")]


def neighbours(client: Client, page: BlogPage) -> dict[str, str]:
    """The titles of the posts before and after, by what the link says it is."""
    links = soup(client, page).select(".neighbours a")
    return {
        link.select_one(".neighbours__label").text: link.select_one(".neighbours__title").text
        for link in links
    }


def test_what_shares_most_comes_first_and_then_the_newest(home, client: Client):
    rust, psoas, adem = make_category("Rust"), make_topic("Psoas"), make_topic("Adem")
    posts = {
        "Zelfde categorie": {"category": rust},
        "Beide onderwerpen": {"topics": [psoas, adem]},
        "Categorie en onderwerp": {"category": rust, "topics": [psoas]},
        "Niets gemeen": {},
        "Een onderwerp": {"topics": [adem]},
    }
    for day, (title, fields) in enumerate(posts.items(), 1):
        make_page(BlogPage, home, title=title, date=datetime.date(2026, 9, day), **fields)
    post = make_page(BlogPage, home, title="Dit", category=rust, topics=[psoas, adem])
    assert related(client, post) == ["Categorie en onderwerp", "Beide onderwerpen", "Een onderwerp"]
    loose = make_page(BlogPage, home, title="Los")
    assert related(client, loose) == ["Dit", "Een onderwerp", "Niets gemeen"]


def test_kinship_counts_however_old_the_post_is(home, client: Client):
    psoas = make_topic("Psoas")
    make_page(BlogPage, home, title="Oud", topics=[psoas], date=datetime.date(2001, 1, 1))
    for day in range(1, 16):
        make_page(BlogPage, home, title=f"Dag {day}", date=datetime.date(2026, 9, day))
    post = make_page(BlogPage, home, topics=[psoas])
    assert related(client, post) == ["Oud", "Dag 15", "Dag 14"]


def test_a_post_that_stands_alone_leads_to_the_treatments(home, client: Client):
    make_page(TreatmentPage, home, title="Psoas-release")
    post = make_page(BlogPage, home)
    page = soup(client, post)
    assert page.select(".post-list, .neighbours") == []
    assert page.select_one("section[aria-labelledby=treatments] h3").text.strip() == "Psoas-release"
    make_page(BlogPage, home, title="Een tweede")
    page = soup(client, post)
    assert page.select("section[aria-labelledby=treatments]") == []
    assert related(client, post) == ["Een tweede"]


def test_drafts_private_posts_and_other_languages_are_nowhere(home, en, published, client: Client):
    post = make_page(BlogPage, home, title="Dit", date=datetime.date(2026, 9, 2))
    make_page(BlogPage, home, title="Concept", date=datetime.date(2026, 9, 1)).unpublish()
    secret = make_page(BlogPage, home, title="Geheim", date=datetime.date(2026, 9, 3))
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    english = translate_to(en, post, published)
    for page in (post, english):
        assert (related(client, page), neighbours(client, page)) == ([], {})


def test_previous_and_next_follow_the_dates(home, client: Client):
    by_day = {
        day: make_page(BlogPage, home, title=f"Dag {day}", date=datetime.date(2026, 9, day))
        for day in (5, 1, 9)
    }
    assert neighbours(client, by_day[5]) == {"Vorig bericht": "Dag 1", "Volgend bericht": "Dag 9"}
    assert neighbours(client, by_day[1]) == {"Volgend bericht": "Dag 5"}
    assert neighbours(client, by_day[9]) == {"Vorig bericht": "Dag 5"}
    links = {
        link["rel"][0]: link["href"] for link in soup(client, by_day[5]).select(".neighbours a")
    }
    assert links == {"prev": by_day[1].url, "next": by_day[9].url}


def test_posts_of_one_day_are_met_one_after_the_other(home, client: Client):
    posts = [make_page(BlogPage, home, title=f"Post {number}") for number in range(3)]
    assert neighbours(client, posts[1]) == {"Vorig bericht": "Post 0", "Volgend bericht": "Post 2"}


def test_a_post_that_is_not_saved_yet_can_be_previewed(home):
    index = make_page(BlogPage, home, title="Ander").get_parent()
    place = {"path": f"{index.path}ZZZZ", "depth": index.depth + 1}
    fresh = BlogPage(title="Nieuw", slug="nieuw", locale=home.locale, **place)
    response = fresh.make_preview_request()
    assert response.status_code == 200
    assert "Ander" in response.content.decode()
