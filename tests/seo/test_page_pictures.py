"""The picture that a message with a link to a page shows."""

import io
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image
from wagtail.models import PageViewRestriction

from blog.models import BlogPage
from core.models import CustomImage
from core.rendition_making import make_renditions
from home.models import StandardPage
from seo.site_pictures.letters import drawable
from seo.site_pictures.making import draw_pictures
from seo.site_pictures.share import share_png
from tests.factories.blog import make_category
from tests.factories.practice import fill_practice
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

ACCENT = "#853a1e"

pytestmark = pytest.mark.django_db


def address(client: Client, url: str) -> str:
    head = BeautifulSoup(client.get(url).content, "html.parser").head
    picture = head.find("meta", property="og:image")["content"]
    assert picture.startswith("http://testserver/")
    return picture.removeprefix("http://testserver")


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def test_each_page_has_a_picture_of_its_own_in_its_language(
    home, en, published: Any, client: Client
):
    page = make_page(StandardPage, home, title="Over mij")
    other = make_page(StandardPage, home, title="Privacy", slug="privacy")
    english = translate_to(en, page, published)
    draw_pictures()
    answers = [client.get(address(client, each.url)) for each in (page, other, english)]
    assert len({answer.content for answer in answers}) == 3
    assert [answer.headers["Content-Language"] for answer in answers] == ["nl", "nl", "en"]
    for answer in answers:
        assert (opened(answer.content).format, opened(answer.content).size) == ("PNG", (1200, 630))
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_new_title_or_accent_gives_a_new_address_and_the_old_one_leads_there(
    home, client: Client
):
    page = make_page(StandardPage, home, title="Over mij")
    first = address(client, page.url)
    page.title = "Wie ik ben"
    page.save_revision().publish()
    second = address(client, page.url)
    fill_practice(home, accent="lake")
    third = address(client, page.url)
    assert len({first, second, third}) == 3
    for old in (first, second):
        response = client.get(old)
        assert response.status_code == 302
        assert response.headers["Location"] == third


@pytest.mark.parametrize("ending", ["png", "jpg", "gif"])
def test_any_other_address_leads_to_that_of_today(ending, home, client: Client):
    page = make_page(StandardPage, home)
    today = address(client, page.url)
    for number in range(3):
        response = client.get(f"/share-{page.pk}-{number:012}.{ending}")
        assert (response.status_code, response.headers["Location"]) == (302, today)
    for number in (999_999, 10**30):
        assert client.get(f"/share-{number}-abc.{ending}").status_code == 404


def test_until_it_is_drawn_a_page_is_shown_by_the_picture_of_its_language(home, client: Client):
    draw_pictures()
    page = make_page(StandardPage, home, title="Over mij")
    path = address(client, page.url)
    response = client.get(path)
    assert response.status_code == 302
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Location"] == address(client, home.url)
    assert client.get(response.headers["Location"]).status_code == 200
    draw_pictures()
    assert client.get(path).status_code == 200


def test_a_draft_and_a_private_page_have_no_picture(home, client: Client):
    draft, private = (make_page(StandardPage, home, slug=slug) for slug in ("concept", "besloten"))
    paths = [address(client, page.url) for page in (draft, private)]
    draw_pictures()
    assert [client.get(path).status_code for path in paths] == [200, 200]
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert [client.get(path).status_code for path in paths] == [404, 404]


def said(client: Client, url: str) -> dict[str, str]:
    head = BeautifulSoup(client.get(url).content, "html.parser").head
    metas = head.find_all("meta", property=True)
    return {meta["property"].removeprefix("og:"): meta["content"] for meta in metas}


def test_the_picture_she_chose_is_shown_once_it_is_cut_to_size(home, client: Client):
    picture = upright()
    page = make_page(StandardPage, home, title="Over mij", share_image=picture)
    assert address(client, page.url) == address(client, home.url)
    make_renditions(picture)
    shown = said(client, page.url)
    assert shown["image:type"] == "image/jpeg"
    assert shown["image:alt"] == "Over mij"
    assert (shown["image:width"], shown["image:height"]) == ("1200", "630")
    name = shown["image"].removeprefix("http://testserver/media/")
    with picture.file.storage.open(name) as file:
        image = opened(file.read())
    assert (image.format, image.size) == ("JPEG", (1200, 630))


def test_of_a_small_picture_the_size_that_it_has_is_announced(home, picture, client: Client):
    page = make_page(StandardPage, home, share_image=picture)
    make_renditions(picture)
    shown = said(client, page.url)
    assert (shown["image:width"], shown["image:height"]) == ("64", "34")


def upright() -> CustomImage:
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize((1600, 1600)).convert("RGB").save(buffer, "JPEG")
    picture = CustomImage(title="Verloop", file=ContentFile(buffer.getvalue(), name="verloop.jpg"))
    picture.save()
    return picture


def test_another_focal_point_gives_another_address(home, client: Client):
    picture = upright()
    page = make_page(StandardPage, home, share_image=picture)
    make_renditions(picture)
    before = address(client, page.url)
    picture.focal_point_x, picture.focal_point_y = 800, 1500
    picture.focal_point_width = picture.focal_point_height = 100
    picture.save()
    make_renditions(picture)
    after = address(client, page.url)
    assert after != before


def test_the_address_of_what_was_drawn_leads_to_the_picture_that_she_chose(home, client: Client):
    page = make_page(StandardPage, home)
    drawn = address(client, page.url)
    page.share_image = upright()
    page.save_revision().publish()
    make_renditions(page.share_image)
    assert client.get(drawn).headers["Location"] == f"http://testserver{address(client, page.url)}"


def test_the_first_page_of_a_language_may_have_a_picture_of_hers_too(home, picture, client: Client):
    assert address(client, home.url).startswith("/share-nl.png?v=")
    home.share_image = picture
    home.save_revision().publish()
    make_renditions(picture)
    assert address(client, home.url).startswith("/media/")


def test_a_list_below_the_blog_has_the_picture_of_the_blog(home, client: Client):
    make_page(BlogPage, home, category=make_category("Adem"))
    assert address(client, "/blog/categorie/adem/") == address(client, "/blog/")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("🌿 Rust 🧘‍♀️ in je lijf ☀️", "Rust in je lijf"),
        ("Zoë is één — “zacht” … €5", "Zoë is één — “zacht” … €5"),
        ("Zoe\u0308", "Zoë"),
        ("niet\u2011weten en zacht\u00adjes", "niet-weten en zachtjes"),
        ("🌿🌿", ""),
        ("休息", ""),
    ],
)
def test_what_the_type_has_no_letter_for_is_left_out(text, drawn):
    assert drawable(text) == drawn


def test_a_title_without_a_letter_gives_its_place_to_the_name():
    assert share_png(ACCENT, "🌿", "", "De Wit") == share_png(ACCENT, "De Wit")


@pytest.mark.parametrize("title", ["Ë", "Een lange titel over adem en rust " * 7, "W" * 255])
def test_titles_of_any_length_stay_between_the_margin_the_line_and_the_name(title):
    with_title, without = (opened(share_png(ACCENT, each, "", "De Wit")) for each in (title, "Ë"))
    for strip in ((0, 0, 90, 630), (742, 0, 1200, 630), (0, 0, 1200, 90), (0, 470, 1200, 630)):
        assert with_title.crop(strip).tobytes() == without.crop(strip).tobytes()
