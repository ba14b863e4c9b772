"""The documents of the API say what the pages show, and nothing else."""

import json
from datetime import date
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils.translation import override
from wagtail.models import Locale

from api.documents import page_types
from blog.lists import POSTS_PER_PAGE, PostList
from blog.models import BlogIndexPage, BlogPage
from contact.models import ContactPage
from core.models import BasePage, CustomImage, HeroMixin
from home.models import HomePage
from tests.contracts.parity import differences, shown
from tests.factories.bodies import body_of_every_block
from tests.factories.practice import DETAILS, WORDS, fill_practice, make_words
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from tests.scripts.served_site import Site
from treatments.models import TreatmentIndexPage, TreatmentPage

ROOT = "http://testserver"


def test_starter_pages_and_their_documents_say_the_same(served_site: Site) -> None:
    pages = json.loads(served_site.get("/api/v1/pages?limit=100"))
    assert pages["count"] == len(pages["items"])
    types: dict[str, set[str]] = {"nl": set(), "en": set()}
    found = {}
    for item in pages["items"]:
        types[item["locale"]].add(item["type"])
        path = quote(item["path"])
        document = json.loads(served_site.get(f"/api/v1/pages/by-path?path={path}"))
        html = served_site.get(path)
        if item["type"] == ContactPage._meta.label:
            html += served_site.get(f"{path}?sent=1")
        found[item["path"]] = differences(html, document, served_site.url)
    assert types["nl"] == types["en"] == {model._meta.label for model in page_types()}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.django_db
@pytest.mark.parametrize("model", page_types())
def test_page_of_every_block_and_its_document_say_the_same(
    model: type[BasePage],
    home: HomePage,
    en: Locale,
    picture: CustomImage,
    recording: Any,
    published: Any,
    client: Client,
) -> None:
    fill_practice(home, **DETAILS, portrait=picture)
    make_words(home.locale, **WORDS)
    for each in (TreatmentPage, BlogPage, ContactPage):
        translate_to(en, make_page(each, home), published)
    page = make_page(model, home, **hero_of(model, picture))
    if hasattr(page, "body"):
        page.body = body_of_every_block(model)
        page.save_revision().publish()
    english = translate_to(en, page, published)
    for each in (page, english):
        html = client.get(each.url).content.decode()
        if model is ContactPage:
            html += client.get(each.url, {"sent": "1"}).content.decode()
        document = client.get(f"/api/v1/pages/{each.pk}").json()
        assert "\n".join(differences(html, document, ROOT)) == ""


def hero_of(model: type[BasePage], picture: CustomImage) -> dict[str, Any]:
    if not issubclass(model, HeroMixin):
        return {}
    return {"hero_image": picture, "hero_alt": "Doek"}


@pytest.mark.django_db
def test_words_for_lists_that_are_long_or_empty_are_on_such_pages(
    home: HomePage, client: Client
) -> None:
    """The others are on the pages above, or `differences` would find a text without a field."""
    index = make_page(BlogIndexPage, home)
    treatments = make_page(TreatmentIndexPage, home)
    empty = client.get(index.url).content.decode() + client.get(treatments.url).content.decode()
    for number in range(2 * POSTS_PER_PAGE + 1):
        make_page(BlogPage, home, title=f"Bericht {number}", slug=f"bericht-{number}")
    BlogPage.objects.filter(slug="bericht-0").update(date=date(2025, 1, 1))
    with override("nl"):
        second = index.url + PostList().path(2)
    long = client.get(second).content.decode()
    labels = client.get(f"/api/v1/pages/{index.pk}").json()["labels"]
    treatments_labels = client.get(f"/api/v1/pages/{treatments.pk}").json()["labels"]
    for html, words in (
        (empty, [labels["empty"], treatments_labels["empty"]]),
        (long, [labels["newer"], labels["older"], labels["years_heading"]]),
    ):
        assert set(words) <= set(shown(html, ROOT).texts)
