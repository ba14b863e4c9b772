"""Old addresses of a blog's lists and feeds, which have no page of their own."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from blog.models import BlogIndexPage, BlogPage
from home.models import StandardPage
from tests.factories.blog import make_category, translate_subject
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from tests.seo.moving import give_english_slug, give_slug, leads_to

pytestmark = pytest.mark.django_db


def test_lists_below_a_blog_that_moved_lead_along(home, published, client: Client):
    category = make_category("Adem")
    make_page(BlogPage, home, slug="bericht", category=category)
    blog = BlogIndexPage.objects.get()
    give_slug(blog, "stukken", published)
    assert leads_to(client, "/blog/") == "/stukken/"
    assert leads_to(client, "/blog/bericht/") == "/stukken/bericht/"
    assert leads_to(client, "/blog/categorie/adem/") == "/stukken/categorie/adem/"
    assert client.get("/blog/bestaat-niet/").status_code == 404


def test_a_category_with_a_new_address_leads_along_in_its_own_language(
    home, en, published, client: Client
):
    category = make_category("Adem")
    post = make_page(BlogPage, home, slug="bericht", category=category)
    translate_to(en, post, published)
    english = translate_subject(category, en, "Breath")
    category.slug = "ademen"
    category.save_revision().publish()
    give_english_slug(english, "breathing", published)
    assert leads_to(client, "/blog/categorie/adem/") == "/blog/categorie/ademen/"
    assert leads_to(client, "/en/en-blog/category/breath/") == "/en/en-blog/category/breathing/"


def test_a_category_renamed_twice_and_a_blog_that_moves_are_one_step(
    home, published, client: Client
):
    category = make_category("Adem")
    make_page(BlogPage, home, slug="bericht", category=category)
    for slug in ("ademen", "ademhaling"):
        category = type(category).objects.get(pk=category.pk)
        category.slug = slug
        category.save_revision().publish()
    give_slug(BlogIndexPage.objects.get(), "stukken", published)
    for old in ("adem", "ademen", "ademhaling"):
        assert leads_to(client, f"/blog/categorie/{old}/") == "/stukken/categorie/ademhaling/"
    category.slug = "adem"
    category.save_revision().publish()
    assert client.get("/stukken/categorie/adem/").status_code == 200
    for old in ("/stukken/categorie/ademhaling/", "/blog/categorie/ademen/"):
        assert leads_to(client, old) == "/stukken/categorie/adem/"


def test_a_draft_of_a_category_leads_nowhere(home):
    category = make_category("Adem")
    make_page(BlogPage, home, category=category)
    category.slug = "ademen"
    category.save_revision()
    assert not Redirect.objects.exists()


def test_feeds_lead_along_when_their_blog_or_category_gets_another_address(
    home, published, client: Client
):
    category = make_category("Adem")
    make_page(BlogPage, home, slug="bericht", category=category)
    category = type(category).objects.get(pk=category.pk)
    category.slug = "ademen"
    category.save_revision().publish()
    for kind in ("atom", "rss"):
        old, new = (f"/blog/categorie/{slug}/{kind}.xml" for slug in ("adem", "ademen"))
        assert leads_to(client, old) == new
        assert client.get(new).status_code == 200
    give_slug(BlogIndexPage.objects.get(), "nieuws", published)
    for old, new in (
        ("/blog/atom.xml", "/nieuws/atom.xml"),
        ("/blog/rss.xml", "/nieuws/rss.xml"),
        ("/blog/categorie/ademen/atom.xml", "/nieuws/categorie/ademen/atom.xml"),
        ("/blog/categorie/adem/rss.xml", "/nieuws/categorie/ademen/rss.xml"),
    ):
        assert leads_to(client, old) == new
        assert client.get(new).status_code == 200


def test_nobody_is_led_to_a_list_that_is_not_there(home, published, client: Client):
    category = make_category("Adem")
    make_page(BlogPage, home, slug="bericht", category=category)
    give_slug(BlogIndexPage.objects.get(), "stukken", published)
    category.unpublish()
    for below in ("categorie/adem/", "categorie/adem/atom.xml", "1999/", "pagina/99/"):
        assert client.get(f"/blog/{below}").status_code == 404, below
    year = BlogPage.objects.get().date.year
    assert leads_to(client, f"/blog/{year}/") == f"/stukken/{year}/"


def test_a_missing_list_of_a_blog_may_lead_elsewhere(home, client: Client):
    make_page(BlogPage, home, slug="bericht")
    page = make_page(StandardPage, home, slug="nieuw")
    for old in ("/blog/categorie/weg", "/blog/1999", "/blog/pagina/99", "/blog/onderwerp/weg"):
        Redirect.objects.create(old_path=old, redirect_page=page)
        assert leads_to(client, old) == leads_to(client, f"{old}/") == "/nieuw/"


@pytest.mark.parametrize("old", ["/blog/oud.xml", "/nieuws/rss.xml", "/readme.md"])
def test_the_address_of_an_old_feed_or_document_may_lead_on(
    old, home, client: Client, practitioner_client: Client
):
    page = make_page(StandardPage, home, slug="nieuw")
    data = {"old_path": old, "redirect_page": page.pk, "redirect_link": ""}
    assert practitioner_client.post("/admin/redirects/add/", data).status_code == 302
    assert leads_to(client, old) == "/nieuw/"
