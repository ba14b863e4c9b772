"""What stands in an entry of a feed: the post whole, good anywhere, and nothing else."""

import contextlib

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from blog.feed_content import feed_html
from blog.models import BlogPage
from tests.blog.feeds import ATOM, KINDS, RSS, body_of, entry_html, read
from tests.factories.blog import make_category
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


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
