"""Every public page has a ceiling of queries, and more content does not raise it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from blog.models import BlogIndexPage, BlogPage, Category
from contact.models import ContactPage
from core.models import BasePage, CustomImage
from home.models import HomePage, StandardPage
from tests.factories.blog import make_category
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentIndexPage, TreatmentPage

pytestmark = pytest.mark.django_db

# What each takes today, in the language that takes more.
CEILINGS = {
    HomePage: 21,
    StandardPage: 18,
    TreatmentIndexPage: 17,
    TreatmentPage: 23,
    BlogIndexPage: 18,
    BlogPage: 26,
    ContactPage: 15,
}
LIST_CEILINGS = {
    "/blog/categorie/adem/": 20,
    "/zoeken/?q=blogpage": 20,
    "/en/search/?q=en": 20,
}


def sections(image: CustomImage, linked: BasePage, times: int) -> list[tuple[str, Any]]:
    """Sections with pictures, choosers and links in rich text, `times` over."""
    image.contextual_alt_text, image.decorative = "Doek", False
    link = f'<p>Lees <a linktype="page" id="{linked.pk}">verder</a>.</p>'
    return [
        ("text", {"heading": "Kop", "prose": link}),
        ("captioned_image", {"image": image, "caption": "Doek"}),
        (
            "call_to_action",
            {"heading": "Kom", "text": "", "button_text": "Lees", "page": linked},
        ),
    ] * times


def queries(client: Client, url: str) -> list[str]:
    Site.clear_site_root_paths_cache()
    client.get(url)  # renditions are made once, when a picture is first shown
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


@pytest.mark.parametrize("model", CEILINGS)
def test_queries_stay_below_the_ceiling_and_do_not_grow(
    model, home, en, picture, published, client: Client
):
    linked = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Doek")
    page = make_page(model, home)
    translate_to(en, linked, published)
    fill(model, home, page, picture, linked, times=1)
    english = translate_to(en, model.objects.get(pk=page.pk), published)
    urls = {"nl": page.url, "en": english.url}
    few = {language: queries(client, url) for language, url in urls.items()}
    fill(model, home, page, picture, linked, times=10)
    translate_to(en, model.objects.get(pk=page.pk), published)
    for language, url in urls.items():
        many = queries(client, url)
        assert len(few[language]) <= CEILINGS[model], "\n".join(few[language])
        assert len(many) == len(few[language]), "\n".join(set(many) - set(few[language]))


def test_queries_of_a_category_and_of_the_search_do_not_grow(
    home, en, picture, published, client: Client
):
    linked = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Doek")
    page = make_page(BlogPage, home)
    translate_to(en, page, published)
    urls = ["/blog/categorie/adem/", "/zoeken/?q=blogpage", "/en/search/?q=en"]
    fill(BlogPage, home, page, picture, linked, times=2)
    few = [queries(client, url) for url in urls]
    fill(BlogPage, home, page, picture, linked, times=9)
    for url, before in zip(urls, few, strict=True):
        many = queries(client, url)
        assert len(before) <= LIST_CEILINGS[url], "\n".join(before)
        assert len(many) == len(before), "\n".join(set(many) - set(before))


def fill(model: type, home: HomePage, page: Any, picture: Any, linked: Any, times: int) -> None:
    """Gives the page `times` the sections, and the site `times` the posts, treatments and menu items."""
    category = Category.objects.filter(locale=home.locale).first() or make_category("Adem")
    if hasattr(page, "body"):
        page = model.objects.get(pk=page.pk)
        page.body = sections(picture, linked, times)
        if isinstance(page, BlogPage):
            page.category = category
        page.save_revision().publish()
    for number in range(times):
        for child in (BlogPage, TreatmentPage):
            make_page(
                child,
                home,
                title=f"{child.__name__} {times} {number}",
                slug=f"{child.__name__.lower()}-{times}-{number}",
                hero_image=picture,
                hero_alt="Doek",
                **({"category": category} if child is BlogPage else {}),
            )
    for number in range(times):
        make_page(StandardPage, home, title=f"Menu {times} {number}", show_in_menus=True)
