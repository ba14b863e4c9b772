"""Feeds: Atom (RFC 4287) and RSS 2.0, per language, category and topic, each post whole and good anywhere."""

import contextlib
import datetime
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from blog.feed_content import feed_html
from blog.feeds import ENTRIES
from blog.models import BlogIndexPage, BlogPage
from core.models import PracticeSettings
from tests.factories.blog import make_category, make_topic, translate_subject
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db

ATOM, RSS = "/blog/atom.xml", "/blog/rss.xml"
KINDS = pytest.mark.parametrize("url", [ATOM, RSS])
NAMES = {"a": "http://www.w3.org/2005/Atom"}


def read(client: Client, url: str) -> Any:
    """The feed as a reader of feeds understands it; one that it complains about is a failure."""
    response = client.get(url)
    assert response.status_code == 200, url
    headers = {"content-type": response["Content-Type"]}
    feed = feedparser.parse(response.content, response_headers=headers)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def entry_html(entry: Any) -> BeautifulSoup:
    return BeautifulSoup(entry.content[0].value, "html.parser")


def body_of(home: Any, picture: Any, treatment: Any) -> list[dict[str, Any]]:
    """One of each kind of block that leads somewhere or shows something."""
    prose = (
        f'<p>Lees <a linktype="page" id="{treatment.pk}">verder</a> of '
        '<a href="https://example.com/x?a=1&amp;b=2">daar</a>. 1 &lt; 2</p><h3>Kop</h3><ul><li>Een</li></ul>'
    )
    image = {"image": picture.pk, "alt_text": "Een doek", "decorative": False}
    values = [
        ("text", {"heading": "Adem", "prose": prose}),
        ("quote", {"quote": "Rustig.", "attribution": ""}),
        ("captioned_image", {"image": image, "caption": "Het doek"}),
        (
            "call_to_action",
            {"heading": "Kom", "text": "", "button_text": "Kijk", "page": treatment.pk},
        ),
        (
            "questions",
            {
                "heading": "Vragen",
                "questions": [
                    {
                        "type": "item",
                        "id": "q",
                        "value": {"question": "Mag dat?", "answer": "<p>Ja.</p>"},
                    }
                ],
            },
        ),
        ("related_treatments", {"heading": "Verder", "treatments": [treatment.pk]}),
    ]
    return [
        {"type": name, "value": value, "id": f"0000000{number}-0000-4000-8000-000000000000"}
        for number, (name, value) in enumerate(values)
    ]


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


@KINDS
def test_an_entry_is_whole_and_good_anywhere(url, home, picture, client: Client):
    treatment = make_page(TreatmentPage, home, title="Psoas-release", hero_image=picture)
    post = make_page(
        BlogPage,
        home,
        title="Adem & rust <nu>",
        introduction="Over “adem” & rust.",
        hero_image=picture,
        hero_alt="Bovenaan",
        body=body_of(home, picture, treatment),
    )
    entry = read(client, url).entries[0]
    assert entry.link == f"http://testserver{post.url}"
    assert BeautifulSoup(entry.summary, "html.parser").text == "Over “adem” & rust."
    html = entry_html(entry)
    for words in (
        "Over “adem”",
        "Adem",
        "1 < 2",
        "Rustig.",
        "Het doek",
        "Mag dat?",
        "Ja.",
        "Verder",
    ):
        assert words in html.text, words
    addresses = [tag["href"] for tag in html.select("a")] + [
        tag["src"] for tag in html.select("img")
    ]
    assert f"http://testserver{treatment.url}" in addresses
    assert "https://example.com/x?a=1&b=2" in addresses
    assert all(address.startswith(("http://testserver/", "https://")) for address in addresses)
    assert [image["alt"] for image in html.select("img")][:2] == ["Bovenaan", "Een doek"]
    for address in [image["src"] for image in html.select("img")] + [entry.media_content[0]["url"]]:
        with contextlib.closing(client.get(address)) as response:
            assert response.status_code == 200
    assert (
        html.select(
            "script, style, form, picture, source, svg, section, div, [class], [style], [id]"
        )
        == []
    )
    assert entry.media_content[0]["url"].startswith("http://testserver/media/")


def test_what_xml_has_no_place_for_is_left_out(home, client: Client):
    post = make_page(BlogPage, home, category=make_category("Rust"))
    BlogPage.objects.filter(pk=post.pk).update(introduction="Over\x0b adem\x1f\ufffe.")
    BlogPage.objects.filter(pk=post.pk).update(title="Stil\x08te")
    for url in (ATOM, RSS):
        entry = read(client, url).entries[0]
        assert (entry.title, entry.summary) == ("Stilte", "Over adem.")


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


def test_a_text_that_is_held_back_in_english_is_not_in_its_feed(
    home, en, published, client: Client
):
    post = make_page(BlogPage, home, title="Adem", introduction="In 3 stappen.")
    translate_to(en, post, published)
    post = BlogPage.objects.get(pk=post.pk)
    post.introduction = "In 4 stappen."
    post.save_revision().publish()
    text = client.get("/en/en-blog/atom.xml").content.decode()
    assert "EN Adem" in text
    assert "stappen" not in text


def test_an_address_that_is_none_leaves_its_words(home, client: Client):
    prose = '<p>Lees <a href="http://[bad">daar</a> verder.</p>'
    body = [("text", {"heading": "Adem", "prose": prose})]
    post = make_page(BlogPage, home, body=body)
    for url in (ATOM, RSS):
        html = entry_html(read(client, url).entries[0])
        assert "Lees daar verder." in html.text
        assert not html.select("a")
    text = client.get(post.url, headers={"Accept": "text/markdown"})
    assert text.status_code == 200
    assert "Lees daar verder." in text.content.decode()


def test_an_image_without_an_address_is_left_out():
    assert feed_html(['<p>Een <img src="http://[bad" alt="doek"></p>'], "https://example.nl/") == (
        "<p>Een </p>"
    )


def test_headings_are_on_the_levels_that_they_have_on_the_page(home, client: Client):
    text = {"heading": "", "prose": "<p>Eerst.</p><h3>Daaronder</h3>"}
    make_page(
        BlogPage, home, body=[("text", text), ("heading", {"heading": "Boven"}), ("text", text)]
    )
    found = entry_html(read(client, ATOM).entries[0]).select("h2, h3")
    assert [(heading.name, heading.text) for heading in found] == [
        ("h2", "Daaronder"),
        ("h2", "Boven"),
        ("h3", "Daaronder"),
    ]
