"""Feeds: Atom (RFC 4287) and RSS 2.0, per language, category and topic, each post whole and good anywhere."""

import datetime
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from blog.feeds import ENTRIES
from blog.models import BlogIndexPage, BlogPage
from core.models import PracticeSettings
from tests.blog.feeds import ATOM, KINDS, NAMES, RSS, read
from tests.factories.blog import make_category, make_topic, translate_subject
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@KINDS
def test_a_feed_has_the_newest_posts_of_its_language(url, home, en, published, client: Client):
    for number in range(ENTRIES + 1):
        make_page(BlogPage, home, title=f"Post {number}", date=datetime.date(2026, 9, 1 + number))
    make_page(BlogPage, home, title="Concept").unpublish()
    secret = make_page(BlogPage, home, title="Geheim", date=datetime.date(2026, 10, 1))
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    post = make_page(BlogPage, home, title="Oud", date=datetime.date(2020, 1, 1))
    translate_to(en, post, published)
    feed = read(client, url)
    assert [entry.title for entry in feed.entries] == [
        f"Post {number}" for number in range(ENTRIES, 0, -1)
    ]
    assert feed.feed.language == "nl"
    english = read(client, "/en/en-blog" + url.removeprefix("/blog"))
    assert [entry.title for entry in english.entries] == ["EN Oud"]
    assert english.feed.language == "en"
    assert english.entries[0].id != read(client, url).entries[-1].id


@KINDS
def test_a_feed_of_a_category_and_of_a_topic_has_their_posts(
    url, home, en, published, client: Client
):
    rust, psoas = make_category("Stil"), make_topic("Heupbuiger")
    post = make_page(BlogPage, home, title="Rust", category=rust, topics=[psoas])
    make_page(BlogPage, home, title="Anders")
    translate_subject(rust, en, "Stillness")
    translate_subject(psoas, en, "Hip flexor")
    translate_to(en, post, published)
    end = url.removeprefix("/blog/")
    identities = set()
    for path, title, tags in (
        ("/blog/categorie/stil/", "Stil · Blog", {"Stil", "Heupbuiger"}),
        ("/blog/onderwerp/heupbuiger/", "Heupbuiger · Blog", {"Stil", "Heupbuiger"}),
        ("/en/en-blog/category/stillness/", "Stillness · EN Blog", {"Stillness", "Hip flexor"}),
        ("/en/en-blog/topic/hip-flexor/", "Hip flexor · EN Blog", {"Stillness", "Hip flexor"}),
    ):
        feed = read(client, path + end)
        assert [entry.title.removeprefix("EN ") for entry in feed.entries] == ["Rust"]
        assert feed.feed.title.startswith(title)
        assert feed.feed.link == f"http://testserver{path}"
        assert {tag.term for tag in feed.entries[0].tags} == tags
        identities.add(feed.feed.get("id", path))
    assert len(identities) == 4
    assert client.get(f"/blog/categorie/onbekend/{end}").status_code == 404
    assert client.get(f"/blog/2026/{end}").status_code == 404


def test_an_atom_feed_keeps_the_rules_of_rfc_4287(home, client: Client):
    make_page(BlogPage, home, title="Een")
    make_page(BlogPage, home, title="Twee")
    response = client.get(ATOM)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(response.content)  # noqa: S314 (our own)
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
    entries = feed.findall("a:entry", NAMES)
    for each in (feed, *entries):  # sections 4.1.1 and 4.1.2: exactly one of each
        for name in ("id", "title", "updated"):
            assert len(each.findall(f"a:{name}", NAMES)) == 1, name
        links = {link.get("rel"): link.get("href") for link in each.findall("a:link", NAMES)}
        assert all(str(href).startswith("http://testserver/") for href in links.values())
        assert "alternate" in links
    assert feed.find("a:link[@rel='self']", NAMES).get("href") == f"http://testserver{ATOM}"
    assert feed.find("a:author/a:name", NAMES).text
    ids = [each.find("a:id", NAMES).text for each in (feed, *entries)]
    assert len(set(ids)) == 3
    assert all(identity.startswith("urn:uuid:") for identity in ids)
    for moment in feed.iterfind(".//a:updated", NAMES):  # section 3.3
        assert datetime.datetime.fromisoformat(moment.text).utcoffset() is not None
    for each in entries:
        published, updated = (
            each.find(f"a:{name}", NAMES).text for name in ("published", "updated")
        )
        assert datetime.datetime.fromisoformat(published) <= datetime.datetime.fromisoformat(
            updated
        )


def test_an_rss_feed_keeps_the_rules_of_rss_2(home, client: Client):
    make_page(BlogPage, home, title="Een", introduction="")
    response = client.get(RSS)
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    channel = ElementTree.fromstring(response.content).find("channel")  # noqa: S314 (our own)
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        assert len(channel.findall(name)) == 1, name
    assert (
        channel.find("{http://www.w3.org/2005/Atom}link").get("href") == f"http://testserver{RSS}"
    )
    item = channel.find("item")
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.find("pubDate").text == "Mon, 14 Sep 2026 00:00:00 +0200"
    assert item.find("link").text.startswith("http://testserver/blog/")


def test_an_identity_stays_whatever_the_address_and_the_words(home, client: Client):
    post = make_page(BlogPage, home, title="Een", slug="een")
    before = read(client, ATOM).entries[0].id
    post.title, post.slug = "Anders", "anders"
    post.save_revision().publish()
    assert read(client, ATOM).entries[0].id == before
    assert read(client, RSS).entries[0].id == before


def test_a_post_that_went_live_on_its_date_has_the_time_of_the_day(home, client: Client):
    post = make_page(BlogPage, home, date=datetime.date(2026, 9, 14))
    moment = datetime.datetime(2026, 9, 13, 22, 30, tzinfo=datetime.UTC)  # half past midnight here
    BlogPage.objects.filter(pk=post.pk).update(first_published_at=moment)
    assert read(client, ATOM).entries[0].published_parsed[:5] == (2026, 9, 13, 22, 30)


@KINDS
def test_the_author_is_the_practitioner_if_she_gives_her_name(url, home, client: Client):
    make_page(BlogPage, home)
    practice = PracticeSettings.for_site(Site.objects.get())
    assert practice.practice_name in client.get(url).content.decode()
    practice.practitioner_name = "Noor de Wit"
    practice.save()
    feed = read(client, url)
    assert "Noor de Wit" in (feed.feed.get("author"), feed.entries[0].get("author"))


@KINDS
def test_a_reader_who_has_it_gets_nothing_again(url, home, client: Client):
    make_page(BlogPage, home, title="Een")
    first = client.get(url)
    same = {"HTTP_IF_NONE_MATCH": first["ETag"]}
    assert client.get(url, **same).status_code == 304
    assert client.get(url, HTTP_IF_MODIFIED_SINCE=first["Last-Modified"]).status_code == 304
    make_page(BlogPage, home, title="Twee")
    changed = client.get(url, **same)
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


@KINDS
def test_a_blog_without_posts_has_an_empty_feed_that_does_not_change(url, home, client: Client):
    make_page(BlogIndexPage, home)
    assert read(client, url).entries == []
    assert client.get(url).content == client.get(url).content


def test_a_blog_says_where_its_feeds_are(home, client: Client):
    make_page(BlogPage, home, category=make_category("Rust"))
    for path in ("/blog/", "/blog/categorie/rust/"):
        page = BeautifulSoup(client.get(path).content, "html.parser")
        found = {
            link["type"]: link["href"] for link in page.select("link[rel=alternate][type$=xml]")
        }
        assert found == {
            "application/atom+xml": f"http://testserver{path}atom.xml",
            "application/rss+xml": f"http://testserver{path}rss.xml",
        }
        assert [link["href"] for link in page.select(".more-lists a[type]")] == list(found.values())


def test_the_home_page_and_a_post_say_where_the_feeds_are(home, en, published, client: Client):
    assert "atom.xml" not in client.get("/").content.decode()
    post = make_page(BlogPage, home)
    english = translate_to(en, post, published)
    for url, base in (
        ("/", "/blog/"),
        (post.url, "/blog/"),
        ("/en/", "/en/en-blog/"),
        (english.url, "/en/en-blog/"),
    ):
        page = BeautifulSoup(client.get(url).content, "html.parser")
        found = [link["href"] for link in page.select("link[rel=alternate][type$=xml]")]
        assert found == [f"http://testserver{base}{kind}.xml" for kind in ("atom", "rss")]


def test_a_private_blog_keeps_its_feed_private(home, client: Client):
    post = make_page(BlogPage, home, title="Geheim")
    PageViewRestriction.objects.create(page=post.get_parent(), restriction_type="login")
    response = client.get(ATOM)
    assert response.status_code == 302
    assert "Geheim" not in response.content.decode()
