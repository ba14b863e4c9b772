"""The pictures that the site draws of itself."""

import io
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from PIL import Image
from wagtail.models import PageViewRestriction

from core.colours import ACCENTS, PAPER
from seo.site_pictures.making import draw_pictures
from seo.site_pictures.share import share_png
from tests.factories.practice import fill_practice
from tests.factories.translations import translate_to

pytestmark = pytest.mark.django_db


def fetch(client: Client, url: str) -> bytes:
    """What is there after the next round of the loop."""
    draw_pictures()
    response = client.get(url)
    assert response.status_code == 200
    return response.content


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    return image.convert("RGB") if image.mode == "P" else image


def head_links(client: Client, url: str) -> dict[str, str]:
    """The addresses of the drawn pictures in the head of a page, by what they are."""
    head = BeautifulSoup(client.get(url).content, "html.parser").head
    icons = {
        link.get("type", link["rel"][0]): link["href"] for link in head.select("link[rel$=icon]")
    }
    share = head.find("meta", property="og:image")
    return icons | ({"share": share["content"]} if share else {})


@pytest.mark.parametrize("accent", ACCENTS)
def test_svg_is_drawn_in_the_accent_and_has_no_style(accent, home, client: Client):
    fill_practice(home, accent=accent)
    response = client.get("/favicon.svg")
    assert response.headers["Content-Type"] == "image/svg+xml"
    svg = BeautifulSoup(response.content, "html.parser").svg
    assert svg["xmlns"] == "http://www.w3.org/2000/svg"
    assert svg.rect["fill"] == ACCENTS[accent].colour
    assert svg.path["stroke"] == PAPER
    assert b"style" not in response.content


def test_ico_holds_the_sizes_that_browsers_ask_for(home, client: Client):
    image = opened(fetch(client, "/favicon.ico"))
    assert image.format == "ICO"
    assert image.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_touch_icon_is_an_opaque_square_of_180(home, client: Client):
    image = opened(fetch(client, "/apple-touch-icon.png"))
    assert (image.format, image.size, image.mode) == ("PNG", (180, 180), "RGB")
    assert image.getpixel((0, 0)) == (0x85, 0x3A, 0x1E)


def test_share_picture_has_the_size_that_is_announced(home, client: Client):
    assert opened(fetch(client, "/share-nl.png")).size == (1200, 630)
    head = BeautifulSoup(client.get(home.url).content, "html.parser").head
    assert head.find("meta", property="og:image:width")["content"] == "1200"
    assert head.find("meta", property="og:image:height")["content"] == "630"


@pytest.mark.parametrize("change", [{"practice_name": "Praktijk De Wit"}, {"accent": "lake"}])
def test_share_picture_and_its_address_change_with_name_and_accent(change, home, client: Client):
    address, picture = head_links(client, home.url)["share"], fetch(client, "/share-nl.png")
    fill_practice(home, **change)
    assert head_links(client, home.url)["share"] != address
    assert fetch(client, "/share-nl.png") != picture


def test_icons_and_their_addresses_change_with_the_accent_only(home, client: Client):
    names = ("/favicon.svg", "/favicon.ico", "/apple-touch-icon.png")
    links = head_links(client, home.url)
    pictures = [fetch(client, name) for name in names]
    fill_practice(home, practice_name="Anders")
    assert [fetch(client, name) for name in names] == pictures
    fill_practice(home, accent="plum")
    changed = head_links(client, home.url)
    for name in ("image/svg+xml", "icon", "apple-touch-icon"):
        assert changed[name] != links[name]
    for name, picture in zip(names, pictures, strict=True):
        assert fetch(client, name) != picture


def test_each_language_has_its_own_strapline(home, en, published: Any, client: Client):
    home.strapline = "Terug naar je lichaam"
    home.save_revision().publish()
    assert client.get("/share-en.png").status_code == 404
    english = translate_to(en, home, published)
    assert fetch(client, "/share-nl.png") != fetch(client, "/share-en.png")
    assert client.get("/share-en.png").headers["Content-Language"] == "en"
    link = head_links(client, english.url)["share"]
    assert link.startswith("http://testserver/share-en.png?v=")
    assert client.get(link).headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_there_is_no_share_picture_in_a_language_that_is_not_there(home, client: Client):
    assert client.get("/share-fr.png").status_code == 404


def test_a_private_home_page_has_no_share_picture(home, client: Client):
    PageViewRestriction.objects.create(page=home, restriction_type="login")
    assert client.get("/share-nl.png").status_code == 404


def test_addresses_in_the_head_give_pictures_that_may_be_kept_for_good(home, client: Client):
    draw_pictures()
    links = head_links(client, home.url)
    assert set(links) == {"icon", "image/svg+xml", "apple-touch-icon", "share"}
    for link in links.values():
        response = client.get(link)
        assert response.status_code == 200
        assert "immutable" in response.headers["Cache-Control"]
        assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("query", ["", "?v=0123456789ab"])
def test_an_address_without_the_right_version_is_asked_again_soon(query, home, client: Client):
    draw_pictures()
    assert client.get(f"/favicon.ico{query}").headers["Cache-Control"] == "public, max-age=3600"


def test_what_a_browser_has_already_is_not_sent_again(home, client: Client):
    etag = client.get("/favicon.svg").headers["ETag"]
    response = client.get("/favicon.svg", headers={"If-None-Match": etag})
    assert response.status_code == 304
    assert response.content == b""
    fill_practice(home, accent="moss")
    assert client.get("/favicon.svg", headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize("path", ["/favicon.ico", "/apple-touch-icon.png", "/share-nl.png"])
def test_until_the_picture_of_today_is_drawn_there_is_that_of_yesterday(path, home, client: Client):
    assert client.get(path).status_code == 404
    before = fetch(client, path)
    fill_practice(home, accent="plum")
    response = client.get(path)
    assert response.content == before
    assert response.headers["Cache-Control"] == "no-store"
    assert fetch(client, path) != before


def test_only_reading_is_answered(home, client: Client):
    draw_pictures()
    assert client.post("/favicon.ico").status_code == 405
    assert client.head("/favicon.ico").status_code == 200


@pytest.mark.parametrize(
    "name",
    ["Ë", "Praktijk voor lichaamswerk en psoas-release van Zoë Brouwer-van Valkenburg", "W" * 80],
)
def test_names_of_any_length_stay_beside_the_line(name):
    """Left of the margin and in the strip before the line there is paper only."""
    image = opened(share_png("#853a1e", name, "Één adem " * 17))
    paper = tuple(bytes.fromhex(PAPER[1:]))
    for strip in ((0, 0, 90, 400), (742, 0, 800, 400), (0, 0, 742, 60)):
        assert image.crop(strip).getcolors() == [
            ((strip[2] - strip[0]) * (strip[3] - strip[1]), paper)
        ]


def test_letters_with_accents_are_drawn():
    plain, accented, other = (share_png("#853a1e", name, "") for name in ("Zoe", "Zoë", "Zoē"))
    assert len({plain, accented, other}) == 3
