"""Old addresses: the list and what is at a path say the same, and no more than the site does."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, PageViewRestriction, Site

from blog.models import BlogIndexPage, BlogPage
from home.models import HomePage, StandardPage
from tests.factories.blog import make_category
from tests.factories.drafts import make_draft
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def listed(client: Client) -> dict[str, Any]:
    """The whole list, by old path; its count is that of its items."""
    answer = client.get("/api/v1/redirects", {"limit": 100})
    assert answer.status_code == 200, answer.content
    found = answer.json()
    assert found["count"] == len(found["items"])
    return {item["path"]: item for item in found["items"]}


def at(client: Client, path: str) -> Any:
    return client.get("/api/v1/pages/by-path", {"path": path})


def both(client: Client, path: str) -> Any:
    """What the list and by-path say alike of a path; None where both know nothing."""
    item, answer = listed(client).get(path), at(client, path)
    if item is None:
        assert answer.status_code == 404
        return None
    assert answer.json() == item | {"type": "redirect"}
    return item


def redirect(path: str, to: Any, **fields: Any) -> Redirect:
    target = {"redirect_link": to} if isinstance(to, str) else {"redirect_page": to}
    return Redirect.objects.create(old_path=path, **target, **fields)


def test_a_chain_leads_to_its_end(home: HomePage, client: Client) -> None:
    page = make_page(StandardPage, home, slug="nieuw")
    redirect("/oud", page)
    redirect("/ouder", "/oud/")
    redirect("/oudst", "http://testserver/ouder/")
    for path in ("/oud", "/ouder", "/oudst"):
        found = both(client, path)
        assert (found["url"], found["page"]["id"]) == ("http://testserver/nieuw/", page.pk)


def test_it_says_whether_every_step_is_for_good(home: HomePage, client: Client) -> None:
    page = make_page(StandardPage, home, slug="nieuw")
    redirect("/oud", page)
    redirect("/even", page, is_permanent=False)
    redirect("/ouder", "/even")
    said = {path: both(client, path)["permanent"] for path in ("/oud", "/even", "/ouder")}
    assert said == {"/oud": True, "/even": False, "/ouder": False}
    assert {path: client.get(f"{path}/").status_code for path in said} == {
        "/oud": 301,
        "/even": 302,
        "/ouder": 302,
    }


@pytest.mark.parametrize("to", ["/concept/", "/nergens/", "http://testserver/concept/", "/twee/"])
def test_what_leads_to_nothing_is_not_there(to: str, home: HomePage, client: Client) -> None:
    make_draft(home, "concept")
    redirect("/oud", to)
    redirect("/twee", "/oud/")  # round in a circle
    assert both(client, "/oud") is None


def test_what_leads_to_a_page_that_was_taken_offline_is_not_there(
    home: HomePage, client: Client
) -> None:
    redirect("/oud", make_draft(home, "concept"))
    assert both(client, "/oud") is None
    assert client.get("/oud/").status_code == 404


@pytest.mark.parametrize(
    ("to", "url"),
    [
        ("https://example.com/x", "https://example.com/x"),
        ("/documents/3/folder.pdf", "http://testserver/documents/3/folder.pdf"),
        ("/zoeken/?q=adem", "http://testserver/zoeken/?q=adem"),
    ],
)
def test_what_leads_to_something_else_than_a_page_has_none(
    to: str, url: str, home: HomePage, client: Client
) -> None:
    redirect("/oud", to)
    found = both(client, "/oud")
    assert (found["url"], found["page"]) == (url, None)


def test_a_list_below_the_blog_is_no_page_of_its_own(home: HomePage, client: Client) -> None:
    category = make_category("Adem")
    make_page(BlogPage, home, date=date(2026, 5, 2), category=category)
    blog = BlogIndexPage.objects.get()
    route = f"/categorie/{category.slug}/"
    redirect("/oud", blog, redirect_page_route_path=route)
    found = both(client, "/oud")
    assert found["url"] == f"http://testserver{blog.url.rstrip('/')}{route}"
    assert found["page"] is None


@pytest.mark.parametrize("kind", ["password", "login"])
def test_of_a_page_that_has_become_private_nobody_learns_more_than_on_the_site(
    kind: str, home: HomePage, client: Client
) -> None:
    page = make_page(StandardPage, home, title="Rouw", slug="besloten")
    redirect("/oud", page)
    redirect("/ouder", "/oud")
    redirect("/oudst", "/besloten/")
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")
    for path in ("/oud", "/ouder", "/oudst"):
        followed = client.get(f"{path}/").headers["Location"]
        answer = at(client, path)
        assert answer.json() == {
            "type": "redirect",
            "path": path,
            "permanent": True,
            "url": f"http://testserver{followed}",
            "page": None,
        }
        assert "Rouw" not in answer.content.decode()
    assert listed(client) == {}


def test_what_leads_below_a_home_page_that_is_not_there_is_nowhere(
    home: HomePage, en: Locale, published: Any, client: Client
) -> None:
    english = translate_to(en, make_page(StandardPage, home, slug="rust"), published)
    redirect("/en/old", english)
    redirect("/en/older", f"/en/{english.slug}/")
    assert both(client, "/en/old")["page"]["id"] == english.pk
    assert both(client, "/en/older")["page"]["id"] == english.pk
    home.get_translation(en).specific.unpublish()
    assert both(client, "/en/old") is both(client, "/en/older") is None
    assert client.get("/en/old/").status_code == 404


def test_a_page_hides_a_redirect_from_where_it_is(
    home: HomePage, en: Locale, published: Any, client: Client
) -> None:
    other = make_page(StandardPage, home, slug="anders")
    page = make_page(StandardPage, home, slug="rust")
    english = translate_to(en, page, published)
    redirect("/rust", other)
    redirect(f"/en/{english.slug}", other)
    assert listed(client) == {}
    assert at(client, "/rust/").json()["id"] == page.pk


def test_a_redirect_of_another_site_is_not_ours(home: HomePage, client: Client) -> None:
    other = Site.objects.create(hostname="other.example", root_page=home)
    redirect("/oud", home, site=other)
    assert both(client, "/oud") is None


def test_the_list_costs_the_same_however_long_it_is(home: HomePage, client: Client) -> None:
    category = make_category("Adem")
    make_page(BlogPage, home, date=date(2026, 5, 2), category=category)
    blog = BlogIndexPage.objects.get()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            listed(client)
        return len(captured)

    def add(numbers: range) -> None:
        for number in numbers:
            page = make_page(StandardPage, home, slug=f"nieuw-{number}")
            redirect(f"/oud-{number}", page)
            redirect(f"/ouder-{number}", f"/oud-{number}")
            redirect(f"/folder-{number}", f"/documents/{number}/x.pdf")
            redirect(f"/weg-{number}", "/nergens/")
            path = f"/categorie/{category.slug}/"
            redirect(f"/lijst-{number}", blog, redirect_page_route_path=path)

    add(range(1))
    listed(client)
    few = queries()
    add(range(1, 10))
    listed(client)
    assert queries() == few
