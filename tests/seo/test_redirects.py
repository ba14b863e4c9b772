"""Pages that move leave their old addresses behind them, in both languages."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail_localize.models import Translation

from blog.models import BlogIndexPage, BlogPage
from home.models import StandardPage
from seo.redirects.following import tidy
from tests.factories.blog import make_category, translate_subject
from tests.factories.translations import translate_to, write_text
from tests.factories.tree import make_page
from translations.publication import publish_translation
from treatments.models import TreatmentIndexPage, TreatmentPage

pytestmark = pytest.mark.django_db


def leads_to(client: Client, address: str, **headers: str) -> str:
    """Where the one answer to an address sends the visitor; it has to be for good."""
    response = client.get(address, headers=headers)
    assert response.status_code == 301, address
    return response.headers["Location"]


def give_slug(page: Any, slug: str, published: Any) -> Any:
    page = type(page).objects.get(pk=page.pk)
    page.slug = slug
    published(page.save_revision().publish)
    return type(page).objects.get(pk=page.pk)


def give_english_slug(target: Any, slug: str, published: Any) -> None:
    """Through the translation editor, which is where the English address is written."""
    translation = Translation.objects.get(
        source__object_id=target.translation_key, target_locale=target.locale
    )
    segments = translation.source.stringsegment_set.select_related("context")
    for segment in segments.filter(context__path="slug"):
        write_text(translation, segment, slug)
    published(publish_translation, translation)


@pytest.mark.parametrize(
    "written",
    [
        "/over-mij/",
        "/over-mij",
        "/Over-Mij/",
        "/over-mij/?utm_source=brief",
        "/over%2Dmij/",
    ],
)
def test_an_old_address_leads_to_the_page_in_one_step(written, home, published, client: Client):
    page = make_page(StandardPage, home, slug="over-mij")
    give_slug(page, "wie-ik-ben", published)
    assert leads_to(client, written) == "/wie-ik-ben/"


def test_an_english_page_leads_along_too(home, en, published, client: Client):
    page = make_page(StandardPage, home, slug="over-mij")
    english = translate_to(en, page, published)
    give_english_slug(english, "who-i-am", published)
    assert leads_to(client, "/en/en-over-mij/") == "/en/who-i-am/"
    assert client.get("/en-over-mij/").status_code == 404


def test_all_pages_below_move_along(home, en, published, client: Client):
    above = make_page(StandardPage, home, slug="praktijk")
    page = make_page(StandardPage, home, slug="over-mij")
    child = page.add_child(instance=StandardPage(title="Opleiding", slug="opleiding", live=True))
    translate_to(en, page, published)
    english_child = translate_to(en, child, published)
    published(StandardPage.objects.get(pk=page.pk).move, above, pos="last-child")
    assert leads_to(client, "/over-mij/") == "/praktijk/over-mij/"
    assert leads_to(client, "/over-mij/opleiding") == "/praktijk/over-mij/opleiding/"
    english_above = translate_to(en, above, published)
    english_page = english_child.get_parent().specific
    published(english_page.move, english_above, pos="last-child")
    assert (
        leads_to(client, "/en/en-over-mij/en-opleiding/")
        == "/en/en-praktijk/en-over-mij/en-opleiding/"
    )


def test_a_page_that_moves_twice_is_one_step_away_from_each_old_address(
    home, published, client: Client
):
    page = make_page(StandardPage, home, slug="een")
    for slug in ("twee", "drie"):
        page = give_slug(page, slug, published)
    assert leads_to(client, "/een/") == leads_to(client, "/twee/") == "/drie/"


def test_a_page_that_moves_back_is_not_sent_round(home, published, client: Client):
    page = make_page(StandardPage, home, slug="een")
    for slug in ("twee", "een"):
        page = give_slug(page, slug, published)
    assert client.get("/een/").status_code == 200
    assert leads_to(client, "/twee/") == "/een/"
    page.unpublish()
    assert client.get("/een/").status_code == 404
    assert client.get("/twee/").status_code == 404


def test_moving_up_and_down_the_tree_and_back_leaves_no_circle(home, published, client: Client):
    above = make_page(StandardPage, home, slug="praktijk")
    page = make_page(StandardPage, home, slug="over-mij")
    published(StandardPage.objects.get(pk=page.pk).move, above, pos="last-child")
    published(StandardPage.objects.get(pk=page.pk).move, home, pos="last-child")
    assert client.get("/over-mij/").status_code == 200
    assert [redirect.old_path for redirect in Redirect.objects.all()] == ["/praktijk/over-mij"]


def test_a_draft_that_nobody_has_seen_leaves_nothing(home, published):
    above = make_page(StandardPage, home, slug="praktijk")
    draft = home.add_child(instance=StandardPage(title="Nieuw", slug="nieuw", live=False))
    published(StandardPage.objects.get(pk=draft.pk).move, above, pos="last-child")
    give_slug(draft, "nieuwer", published)
    assert not Redirect.objects.exists()


def test_a_new_page_at_an_old_address_is_not_hidden(home, published, client: Client):
    page = make_page(StandardPage, home, slug="over-mij")
    give_slug(page, "wie-ik-ben", published)
    new = make_page(StandardPage, home, slug="over-mij")
    assert new.title in client.get("/over-mij/").content.decode()
    assert leads_to(client, "/over-mij") == "/over-mij/"  # Django's, for the slash
    assert client.get("/over-mij", follow=True).status_code == 200


def test_a_page_that_is_taken_offline_is_led_to_no_more_until_it_returns(
    home, published, client: Client
):
    page = give_slug(make_page(StandardPage, home, slug="een"), "twee", published)
    page.unpublish()
    assert client.get("/een/").status_code == 404
    page.save_revision().publish()
    assert leads_to(client, "/een/") == "/twee/"


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


@pytest.mark.parametrize(
    ("old", "asked"),
    [
        ("/index.php?page_id=5", "/index.php?page_id=5"),
        ("/over%20mij.html", "/Over%20Mij.html"),
        ("/café", "/caf%C3%A9/"),
        ("/cafe\u0301", "/caf%C3%A9"),
        ("/a/b", "/a/b/?fbclid=abc"),
    ],
)
def test_addresses_of_another_time_are_found_however_they_are_written(
    old, asked, home, client: Client
):
    from seo.redirects.addresses import normal

    page = make_page(StandardPage, home, slug="nieuw")
    Redirect.objects.create(old_path=normal(old), redirect_page=page)
    assert leads_to(client, asked) == "/nieuw/"


def test_redirects_that_lead_round_are_not_followed(home, client: Client):
    Redirect.objects.create(old_path="/een", redirect_link="/twee/")
    Redirect.objects.create(old_path="/twee", redirect_link="/een")
    assert client.get("/een/").status_code == 404


def test_a_post_is_not_sent_on(home, published, client: Client):
    give_slug(make_page(StandardPage, home, slug="een"), "twee", published)
    assert client.post("/een/").status_code == 404


def test_a_redirect_costs_the_same_however_many_there_are(home, published, client: Client):
    page = give_slug(make_page(StandardPage, home, slug="een"), "twee", published)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            leads_to(client, "/een/")
        return len(captured)

    queries()
    few = queries()
    Redirect.objects.bulk_create(
        Redirect(old_path=f"/oud-{number}", redirect_page=page) for number in range(50)
    )
    assert queries() == few


def test_treatments_lead_along_when_their_list_gets_another_name(home, published, client: Client):
    treatment = make_page(TreatmentPage, home, slug="psoas-release")
    old = treatment.url
    give_slug(TreatmentIndexPage.objects.get(), "aanbod", published)
    assert leads_to(client, old) == "/aanbod/psoas-release/"


def test_what_is_published_below_a_new_page_has_no_old_address(home, published):
    """A translation begins with its Dutch slug; nobody has seen it there."""
    above = home.add_child(instance=StandardPage(title="Praktijk", slug="praktijk", live=False))
    below = above.add_child(instance=StandardPage(title="Over", slug="over", live=False))

    def publish() -> None:
        page = StandardPage.objects.get(pk=above.pk)
        page.slug = "de-praktijk"
        page.save_revision().publish()
        StandardPage.objects.get(pk=below.pk).save_revision().publish()

    published(publish)
    assert not Redirect.objects.exists()


def test_following_a_move_costs_the_same_however_many_pages_move(home, published):
    page = make_page(StandardPage, home, slug="een")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            tidy(StandardPage.objects.get(pk=page.pk), was_live=True)
        return len(captured)

    def add_below(count: int) -> None:
        for number in range(count):
            parent = StandardPage.objects.get(pk=page.pk)
            below = StandardPage(title=f"Onder {number}", slug=f"onder-{count}-{number}", live=True)
            parent.add_child(instance=below)

    add_below(2)
    page = give_slug(page, "twee", published)
    few = queries()
    add_below(12)
    page = give_slug(page, "drie", published)
    assert Redirect.objects.count() == 3 + 15
    assert queries() == few


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


def test_a_long_query_does_not_hide_an_old_address(home, published, client: Client):
    give_slug(make_page(StandardPage, home, slug="over-mij"), "wie-ik-ben", published)
    assert leads_to(client, "/over-mij/?utm_source=" + "a" * 400) == "/wie-ik-ben/"
    assert client.get("/" + "weg/" * 900).status_code == 404


def test_a_page_whose_address_is_longer_than_what_is_kept_can_be_published_moved_and_visited(
    home, published, client: Client
):
    """PostgreSQL would refuse an old address of more than 255 characters, and with it the move."""
    above = make_page(StandardPage, home, slug="a" * 100)
    page = above.add_child(instance=StandardPage(title="Lang", slug="b" * 200, live=True))
    give_slug(page, "c" * 200, published)
    assert not Redirect.objects.exists()
    give_slug(above, "kort", published)
    assert leads_to(client, "/" + "a" * 100) == "/kort/"
    assert client.get(f"/{'a' * 100}/{'c' * 200}/").status_code == 404
    assert client.get(f"/kort/{'c' * 200}/").status_code == 200
    give_slug(page, "d" * 200, published)
    assert leads_to(client, f"/kort/{'c' * 200}/") == f"/kort/{'d' * 200}/"
    give_slug(above, "e" * 100, published)
    assert leads_to(client, "/kort/") == f"/{'e' * 100}/"
    assert leads_to(client, f"/kort/{'c' * 200}/") == f"/{'e' * 100}/{'d' * 200}/"


def test_a_redirect_is_kept_for_an_hour_so_that_it_can_be_taken_back(
    home, published, client: Client
):
    give_slug(make_page(StandardPage, home, slug="een"), "twee", published)
    for address in ("/een/", "/een.md"):
        answer = client.get(address)
        assert answer.status_code == 301
        assert answer.headers["Cache-Control"] == "public, max-age=3600"


@pytest.mark.parametrize("old", ["/blog/oud.xml", "/nieuws/rss.xml", "/readme.md"])
def test_the_address_of_an_old_feed_or_document_may_lead_on(
    old, home, client: Client, practitioner_client: Client
):
    page = make_page(StandardPage, home, slug="nieuw")
    data = {"old_path": old, "redirect_page": page.pk, "redirect_link": ""}
    assert practitioner_client.post("/admin/redirects/add/", data).status_code == 302
    assert leads_to(client, old) == "/nieuw/"
