"""Pages that move leave their old addresses behind them, in both languages."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from core.remembered import forget
from home.models import StandardPage
from seo.redirects.following import tidy
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from tests.seo.moving import give_english_slug, give_slug, leads_to
from treatments.models import TreatmentIndexPage, TreatmentPage

pytestmark = pytest.mark.django_db


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
        forget()  # as the first request after a change
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
