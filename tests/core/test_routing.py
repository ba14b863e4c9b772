"""What answers an address, asked again after content has changed."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from wagtail.models import Page, PageViewRestriction, Site

from blog.models import BlogPage
from core.routing import serve
from home.models import HomePage, StandardPage
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(home: HomePage) -> StandardPage:
    return make_page(StandardPage, home, title="Over mij", slug="over-mij")


def test_a_page_is_gone_the_moment_it_is_unpublished(about, client: Client):
    assert client.get("/over-mij/").status_code == 200
    about.unpublish()
    assert client.get("/over-mij/").status_code == 404


def test_a_page_is_gone_the_moment_it_is_deleted(about, client: Client):
    assert client.get("/over-mij/").status_code == 200
    about.delete()
    assert client.get("/over-mij/").status_code == 404


def test_an_address_where_nothing_was_has_the_page_that_comes_there(home, client: Client):
    assert client.get("/over-mij/").status_code == 404
    make_page(StandardPage, home, slug="over-mij")
    assert client.get("/over-mij/").status_code == 200


def test_another_page_at_the_same_address_is_seen_at_once(about, home, client: Client):
    assert "Over mij" in client.get("/over-mij/").content.decode()
    about.slug = "vroeger"
    about.save()
    make_page(StandardPage, home, title="Nu ik", slug="over-mij")
    assert "Nu ik" in client.get("/over-mij/").content.decode()


def test_a_page_that_becomes_private_asks_at_once(about, client: Client):
    assert client.get("/over-mij/").status_code == 200
    restriction = PageViewRestriction.objects.create(page=about, restriction_type="login")
    assert client.get("/over-mij/").status_code == 302
    restriction.delete()
    assert client.get("/over-mij/").status_code == 200


def test_a_page_below_one_that_becomes_private_asks_at_once(about, home, client: Client):
    below = make_page(StandardPage, home, slug="opleiding")
    Page.objects.get(pk=below.pk).move(about, pos="last-child")
    assert client.get("/over-mij/opleiding/").status_code == 200
    PageViewRestriction.objects.create(page=about, restriction_type="login")
    assert client.get("/over-mij/opleiding/").status_code == 302


def test_an_alias_of_a_private_page_is_private(about, client: Client):
    alias = about.create_alias(update_slug="ook-over-mij")
    assert client.get(alias.url).status_code == 200
    PageViewRestriction.objects.create(page=about, restriction_type="login")
    assert client.get(alias.url).status_code == 302


def test_who_gave_the_password_opens_it_for_nobody_else(about, client: Client):
    restriction = PageViewRestriction.objects.create(
        page=about, restriction_type="password", password="sesam"
    )
    action = f"/_util/authenticate_with_password/{restriction.pk}/{about.pk}/"
    client.post(action, {"password": "sesam", "return_url": about.url})
    assert '<h1 class="page-head__title">Over mij' in client.get(about.url).content.decode()
    assert '<h1 class="page-head__title">' not in Client().get(about.url).content.decode()


def test_posts_and_lists_of_the_blog_answer_below_it(home, client: Client):
    post = make_page(BlogPage, home, title="Adem", slug="adem")
    year = f"{post.get_parent().url}{post.date.year}/"
    for _again in range(2):
        assert "Adem" in client.get(post.url).content.decode()
        assert f"{post.date.year}</h1>" in client.get(year).content.decode()
    assert client.get(f"{post.url}niets/").status_code == 404
    assert client.get(f"{post.get_parent().url}niets/").status_code == 404


def test_each_of_two_sites_has_its_own_page_at_an_address(about, home, root, settings):
    settings.ALLOWED_HOSTS = ["testserver", "ander.example"]
    welcome = root.add_child(instance=HomePage(title="Elders", slug="elders", live=True))
    make_page(StandardPage, welcome, title="Over haar", slug="over-mij")
    Site.objects.create(hostname="ander.example", root_page=welcome)
    for _again in range(2):
        here = Client().get("/over-mij/").content.decode()
        there = Client(SERVER_NAME="ander.example").get("/over-mij/").content.decode()
        assert '<h1 class="page-head__title">Over mij</h1>' in here
        assert '<h1 class="page-head__title">Over haar</h1>' in there
        assert 'href="http://ander.example/over-mij/"' in there


def test_a_page_knows_nothing_of_the_request_that_asked_before(about, rf: RequestFactory):
    pages = []
    for _again in range(2):
        request = rf.get("/over-mij/")
        request.user = AnonymousUser()
        serve(request, "over-mij/")
        pages.append(request._wagtail_route_for_request.page)  # type: ignore[attr-defined]
    assert pages[0] == pages[1]
    assert pages[0] is not pages[1]
