"""What is given from the cache, what never is, and when it holds no longer."""

import gzip
import time

import brotli
import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from blog.models import BlogIndexPage, BlogPage
from contact.models import ContactPage
from core.models import PracticeSettings
from home.models import StandardPage
from publishing import generation
from publishing.response_cache import application, storage
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def test_the_second_visitor_gets_the_same_page_and_django_is_not_asked(site, about):
    first, second = site.get("/over-mij/"), site.get("/over-mij/")
    assert first == second
    assert first.status == 200
    assert b"Over mij" in first.body
    assert len(site.asked) == 1


def test_another_process_gives_what_one_has_made(site, about):
    first = site.get("/over-mij/")
    assert site.get("/over-mij/", cache=site.another_process()) == first
    assert len(site.asked) == 1


@pytest.mark.parametrize("way", ["publish", "update", "menu", "settings", "redirect", "unpublish"])
def test_the_next_visitor_sees_a_change_in_every_process(site, about, home, way):
    other = site.another_process()
    for cache in (site.cache, other):
        site.get("/over-mij/", cache=cache)
    neighbour = make_page(StandardPage, home, title="Buurvrouw", slug="buur", show_in_menus=False)
    for cache in (site.cache, other):
        site.get("/over-mij/", cache=cache)
    if way == "publish":
        about.title = "Iets anders"
        about.save_revision().publish()
    elif way == "update":
        StandardPage.objects.filter(pk=about.pk).update(title="Iets anders")
    elif way == "menu":
        StandardPage.objects.filter(pk=neighbour.pk).update(show_in_menus=True, title="Iets anders")
    elif way == "settings":
        PracticeSettings.objects.create(site=home.get_site(), practice_name="Iets anders")
    elif way == "redirect":
        about.delete()
        Redirect.objects.create(old_path="/over-mij", redirect_link="/iets-anders/")
    else:
        about.unpublish()
    for cache in (site.cache, other):
        reply = site.get("/over-mij/", cache=cache)
        if way == "unpublish":
            assert reply.status == 404
        else:
            assert (
                "Iets anders" in reply.body.decode() or reply.headers["Location"] == "/iets-anders/"
            )


def test_each_client_gets_the_form_it_takes_and_none_is_made_twice(site, about):
    plain = site.get("/over-mij/")
    squeezed = site.get("/over-mij/", accept_encoding="gzip, deflate")
    smallest = site.get("/over-mij/", accept_encoding="gzip, deflate, br, zstd")
    assert "Content-Encoding" not in plain.headers
    assert (squeezed.headers["Content-Encoding"], smallest.headers["Content-Encoding"]) == (
        "gzip",
        "br",
    )
    assert gzip.decompress(squeezed.body) == brotli.decompress(smallest.body) == plain.body
    assert len(smallest.body) == int(smallest.headers["Content-Length"]) < len(squeezed.body)
    assert len(site.asked) == 1


def test_whoever_has_it_already_is_told_so(site, about):
    tag = site.get("/over-mij/").headers["ETag"]
    again = site.get("/over-mij/", if_none_match=f'"x", {tag}')
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", tag)
    assert "Content-Length" not in again.headers
    about.title = "Anders"
    about.save_revision().publish()
    changed = site.get("/over-mij/", if_none_match=tag)
    assert changed.status == 200
    assert changed.headers["ETag"] != tag


def test_head_is_the_headers_of_get(site, about):
    got = site.get("/over-mij/")
    head = site.get("/over-mij/", method="HEAD")
    assert (head.headers, head.body) == (got.headers, b"")
    assert len(site.asked) == 1


def test_browsers_ask_each_time_and_a_server_in_front_may_keep_it_a_second(site, about):
    before = int(time.time())
    reply = site.get("/over-mij/")
    assert before <= int(reply.microcache.removeprefix("@")) <= time.time()
    headers = reply.headers
    assert headers["Cache-Control"] == "public, no-cache"
    assert "Cookie" not in headers["Vary"]
    assert "Accept-Encoding" in headers["Vary"]


@pytest.mark.parametrize(
    "headers",
    [
        {"cookie": "a=b; sessionid=x"},
        {"cookie": "messages=x"},
        {"authorization": "Bearer x"},
        {"range": "bytes=0-9"},
        {"accept": "text/markdown, text/html;q=0.5"},
    ],
)
def test_who_may_get_something_else_is_answered_by_django_and_nothing_is_kept(site, about, headers):
    for _time in range(2):
        site.get("/over-mij/", **headers)
    assert len(site.asked) == 2
    assert site.get("/over-mij/", **headers).microcache is None
    site.get("/over-mij/")
    assert len(site.asked) == 4


def test_any_other_cookie_changes_nothing(site, about):
    plain = site.get("/over-mij/")
    assert site.get("/over-mij/", cookie="django_language=en; _ga=1; csrftoken=x") == plain
    assert len(site.asked) == 1


def test_parameters_that_nothing_reads_neither_split_nor_change_what_is_kept(site, about):
    strange = site.get("/over-mij/?utm_source=<script>&fbclid=1")
    assert strange.status == 200
    plain = site.get("/over-mij/")
    assert plain.status == 200
    for query in ("utm_source=a", "utm_source=b", "x", "%00"):
        assert site.get(f"/over-mij/?{query}") == plain
    assert len(site.asked) == 2
    about.title = "Anders"
    about.save_revision().publish()
    changed = site.get("/over-mij/?utm_source=c")
    assert b"Anders" in changed.body
    assert b"utm_source" not in changed.body
    assert site.get("/over-mij/") == changed
    assert len(site.asked) == 3


def test_who_comes_back_from_sending_is_thanked_and_nobody_else(site, home):
    make_page(ContactPage, home, slug="contact")
    form, thanks = site.get("/contact/"), site.get("/contact/?sent=1")
    assert form.body != thanks.body
    assert site.get("/contact/?sent=2").body == form.body
    assert site.get("/contact/?sent=1&utm_source=x").body == thanks.body


def test_what_is_sent_is_never_kept(site, home):
    make_page(ContactPage, home, slug="contact")
    for _time in range(2):
        assert site.get("/contact/", method="POST").headers["Cache-Control"] == "no-store"
    assert len(site.asked) == 2


def test_a_page_behind_a_password_is_kept_by_nobody(site, about):
    PageViewRestriction.objects.create(
        page=about,
        restriction_type=PageViewRestriction.PASSWORD,
        password="geheim",
    )
    for _time in range(2):
        reply = site.get("/over-mij/")
        assert reply.microcache is None
    assert len(site.asked) == 2


def test_what_visitors_look_for_is_not_kept(site, about):
    for _time in range(2):
        site.get("/zoeken/?q=psoas")
    assert len(site.asked) == 2


def test_an_address_that_leads_nowhere_is_asked_for_again(site, about):
    for _time in range(2):
        assert site.get("/nergens/").status == 404
    assert len(site.asked) == 2


def test_answers_of_the_api_are_kept_each_with_an_id_of_its_own(site, about):
    first = site.get("/api/v1/pages")
    second, third = (
        site.get("/api/v1/pages"),
        site.get("/api/v1/pages", x_request_id="mijn-verzoek"),
    )
    assert first.body == second.body
    assert len({reply.headers["X-Request-ID"] for reply in (first, second, third)}) == 3
    assert third.headers["X-Request-ID"] == "mijn-verzoek"
    assert site.get("/api/v1/pages?limit=1").body != first.body
    assert len(site.asked) == 2
    assert site.get("/api/v1/pages?nonsense=1").status == 422


def test_only_a_site_that_may_read_the_api_is_told_so(site, about, settings):
    settings.CORS_ALLOWED_ORIGINS = ["https://front.example"]
    for _time in range(2):
        admitted = site.get("/api/v1/site", origin="https://front.example")
        other = site.get("/api/v1/site", origin="https://other.example")
        assert admitted.headers["access-control-allow-origin"] == "https://front.example"
        assert "access-control-allow-origin" not in other.headers


def test_a_site_that_is_nearly_admitted_leaves_no_trace(site, about, settings):
    settings.CORS_ALLOWED_ORIGINS = ["https://front.example"]
    site.get("/api/v1/site", origin="https://front.example/elsewhere")
    assert "access-control-allow-origin" not in site.get("/api/v1/site").headers


def test_a_page_of_another_site_may_read_that_it_has_it(site, about, settings):
    settings.CORS_ALLOWED_ORIGINS = ["https://front.example"]
    tag = site.get("/api/v1/site", origin="https://front.example").headers["ETag"]
    again = site.get("/api/v1/site", origin="https://front.example", if_none_match=tag)
    assert again.status == 304
    assert again.headers["access-control-allow-origin"] == "https://front.example"


def test_an_old_address_with_a_query_leads_on_at_once(site, about):
    site.get("/over-mij/")
    about.delete()
    Redirect.objects.create(old_path="/over-mij?id=3", redirect_link="/verder/")
    assert site.get("/over-mij/?id=3").headers["Location"] == "/verder/"


def test_the_forms_of_a_feed_have_a_weak_etag(site, home):
    make_page(BlogPage, home)
    tags = {
        site.get("/sitemap.xml", accept_encoding=coding).headers["ETag"] for coding in ("", "br")
    }
    assert len(tags) == 1
    assert tags.pop().startswith("W/")


def test_any_answer_is_known_to_who_has_any(site, about):
    site.get("/over-mij/")
    assert site.get("/over-mij/", if_none_match="*").status == 304


def test_what_has_no_end_does_not_fill_the_memory(site, home, monkeypatch):
    monkeypatch.setattr(storage, "MOST_BYTES", 100_000)
    for number in range(50):
        site.get(f"/api/v1/pages?limit={number + 1}")
    assert len(site.cache.storage._near) < 25
    for _time in range(2):
        assert "X-Accel-Expires" not in site.get("/api/v1/search?locale=nl&q=!").headers


def test_readers_of_a_feed_who_have_it_already_do_not_each_have_it_made(site, home):
    blog = make_page(BlogIndexPage, home, slug="blog")
    make_page(BlogPage, blog)
    tag = site.get("/blog/atom.xml").headers["ETag"]
    generation.changed()  # of something that is not in the feed
    for _time in range(2):
        assert site.get("/blog/atom.xml", if_none_match=tag).status == 304
    assert len(site.asked) == 2


def test_who_came_through_more_than_one_proxy_is_asked_for_as_django_does(site, about, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_SSL_REDIRECT = True
    site.django.load_middleware()
    assert site.get("/over-mij/", x_forwarded_proto="https, http").status == 200
    assert site.get("/over-mij/", x_forwarded_proto="http").status == 301


def test_feeds_and_sitemaps_are_kept(site, about):
    for address in ("/sitemap.xml", "/robots.txt"):
        assert site.get(address) == site.get(address)
    assert len(site.asked) == 2


def test_each_hour_it_is_made_anew(site, about, monkeypatch):
    for now in (7_200.0, 10_799.0):
        monkeypatch.setattr(application.time, "time", lambda now=now: now)
        site.get("/over-mij/")
    assert len(site.asked) == 1
    monkeypatch.setattr(application.time, "time", lambda: 10_800.0)
    site.get("/over-mij/")
    assert len(site.asked) == 2
