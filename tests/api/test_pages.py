"""A page by its number and by its path."""

from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, PageViewRestriction

from blog.models import BlogIndexPage, BlogPage
from home.models import HomePage, StandardPage
from tests.factories.drafts import make_draft
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

BY_PATH = "/api/v1/pages/by-path"


def at(client: Client, path: str, **query: str) -> Any:
    return client.get(BY_PATH, {"path": path, **query})


@pytest.fixture
def both(home: HomePage, en: Locale, published: Any) -> tuple[StandardPage, StandardPage]:
    """A page that is live in both languages, and the home pages above it too."""
    page = make_page(StandardPage, home, title="Rust", slug="rust")
    translate_to(en, home, published).get_latest_revision().publish()
    english = translate_to(en, page, published)
    english.get_latest_revision().publish()
    return page, StandardPage.objects.get(pk=english.pk)


def test_each_language_has_its_own_paths(both: Any, client: Client) -> None:
    page, english = both
    assert at(client, "/rust/").json()["id"] == page.pk
    path = f"/en/{english.slug}/"
    found = at(client, path).json()
    assert (found["id"], found["locale"], found["path"]) == (english.pk, "en", path)
    assert [each["page"]["path"] for each in found["translations"]] == ["/rust/"]
    assert {each["hreflang"] for each in found["alternates"]} == {"nl", "en", "x-default"}
    assert at(client, "/en/rust/").status_code == 404


def test_a_language_whose_home_page_is_not_live_has_no_pages(both: Any, client: Client) -> None:
    _page, english = both
    english.get_parent().specific.unpublish()
    assert at(client, f"/en/{english.slug}/").status_code == 404
    assert client.get(f"/api/v1/pages/{english.pk}").status_code == 404


def test_a_page_is_asked_for_in_another_language(both: Any, client: Client) -> None:
    page, english = both
    found = client.get(f"/api/v1/pages/{page.pk}?locale=en").json()
    assert (found["id"], found["fallback"]) == (english.pk, None)


def test_what_is_missing_comes_in_the_fallback_and_says_so(home: HomePage, client: Client) -> None:
    page = make_page(StandardPage, home, slug="rust")
    address = f"/api/v1/pages/{page.pk}?locale=en"
    refused = client.get(address)
    assert refused.status_code == 404
    assert "fallback=nl" in refused.json()["detail"]
    found = client.get(f"{address}&fallback=nl").json()
    assert (found["id"], found["locale"]) == (page.pk, "nl")
    assert found["fallback"] == {"asked": "en", "locale": "nl"}
    assert at(client, "/rust/", locale="en", fallback="nl").json()["fallback"] is not None


def test_a_draft_and_a_private_page_are_not_there(home: HomePage, client: Client) -> None:
    draft = make_draft(home, "concept")
    private = make_page(StandardPage, home, slug="besloten")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for page in (draft, private):
        assert at(client, f"/{page.slug}/").status_code == 404
        assert client.get(f"/api/v1/pages/{page.pk}").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/niets/", "/rust/niets/", "/a\0b/", "/" + "x" * 498 + "/", "/../rust/", "/en/", "/de/rust/"],
)
def test_what_is_nowhere_is_not_found(path: str, home: HomePage, client: Client) -> None:
    make_page(StandardPage, home, slug="rust")
    answer = at(client, path)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["detail"] == "There is no page here that visitors may see."
    assert problem["errors"] == []


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/" + "x" * 499 + "/", "String should have at most 500 characters"),
        ("rust/", "Begin the path with a slash: /en/treatments/."),
        ("", "Begin the path with a slash: /en/treatments/."),
    ],
)
def test_what_cannot_be_a_path_is_told_apart_from_one_that_is_nowhere(
    path: str, detail: str, home: HomePage, client: Client
) -> None:
    make_page(StandardPage, home, slug="rust")
    answer = at(client, path)
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert (error["location"], error["name"]) == ("query", "path")
    assert detail in error["detail"]


@pytest.mark.parametrize(
    "path",
    ["/rust", "/rust/", "/rust//", "/rust/?utm_source=brief", "/rust/#kop", "/rust/?a=b#kop"],
)
def test_a_page_is_found_however_its_path_is_written(
    path: str, home: HomePage, client: Client
) -> None:
    page = make_page(StandardPage, home, slug="rust")
    assert at(client, path).json()["id"] == page.pk


@pytest.mark.parametrize("path", ["/", "//", "/?a=b"])
def test_the_root_is_the_home_page(path: str, home: HomePage, client: Client) -> None:
    assert at(client, path).json()["id"] == home.pk


def test_the_query_of_an_old_path_counts_where_a_redirect_names_it(
    home: HomePage, client: Client
) -> None:
    first = make_page(StandardPage, home, slug="een")
    second = make_page(StandardPage, home, slug="twee")
    Redirect.objects.create(old_path="/index.php?page_id=5", redirect_page=first)
    Redirect.objects.create(old_path="/oud", redirect_page=second)
    assert at(client, "/index.php?page_id=5").json()["page"]["id"] == first.pk
    assert at(client, "/index.php?page_id=6").status_code == 404
    assert at(client, "/index.php").status_code == 404
    assert at(client, "/oud/?utm_source=brief").json()["page"]["id"] == second.pk


def test_an_old_path_leads_on(home: HomePage, client: Client) -> None:
    page = make_page(StandardPage, home, slug="nieuw")
    Redirect.objects.create(old_path="/oud", redirect_page=page)
    Redirect.objects.create(old_path="/ouder", redirect_link="/oud/")
    Redirect.objects.create(old_path="/elders", redirect_link="https://example.com/x")
    for path in ("/oud/", "/ouder/"):
        found = at(client, path).json()
        assert (found["type"], found["page"]["id"]) == ("redirect", page.pk)
        assert found["url"].endswith("/nieuw/")
    elsewhere = at(client, "/elders/").json()
    assert (elsewhere["url"], elsewhere["page"]) == ("https://example.com/x", None)


def test_a_page_that_moved_takes_its_old_path_along(
    home: HomePage, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = make_page(StandardPage, home, slug="eerst")
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "daarna"
        page.save_revision().publish()
    assert at(client, "/daarna/").json()["id"] == page.pk
    assert at(client, "/eerst/").json()["page"]["path"] == "/daarna/"


def test_what_stands_below_a_page_that_moved_is_led_to(
    home: HomePage, client: Client, published: Any
) -> None:
    page = make_page(StandardPage, home, slug="eerst")
    below = page.add_child(instance=StandardPage(title="Eronder", slug="eronder", live=True))
    blog = BlogIndexPage.objects.get(pk=make_page(BlogPage, home).get_parent().pk)
    for each, slug in ((page, "daarna"), (blog, "berichten")):
        each.slug = slug
        published(each.save_revision().publish)
    found = at(client, "/eerst/eronder/").json()
    assert (found["type"], found["page"]["id"]) == ("redirect", below.pk)
    assert found["page"]["path"] == "/daarna/eronder/"
    assert at(client, "/eerst/niets/").status_code == 404
    year = at(client, "/blog/2026/").json()
    assert (year["url"], year["page"]) == ("http://testserver/berichten/2026/", None)
    assert at(client, "/blog/1999/").status_code == 404
