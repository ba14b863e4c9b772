"""The starter site is made the way an editor would make it."""

import io
import re

import pytest
from django.core.management import call_command
from django.test import Client
from PIL import Image
from wagtail.models import Page, Site
from wagtail_localize.models import Translation

from blog.models import BlogPage
from blog.subjects import Subject
from core.models import BasePage, CustomImage
from home.models import HomePage, StandardPage
from starter.bodies import translations
from starter.content.categories import CATEGORIES
from starter.content.texts import T
from starter.content.topics import TOPICS
from starter.loading import starter_pages
from treatments.models import TreatmentPage


@pytest.fixture
def starter_site(db, monkeypatch) -> None:
    """The starter site with small pictures; the real ones take seconds to draw."""

    def small_picture(key: str) -> bytes:
        buffer = io.BytesIO()
        Image.new("RGB", (120, 80), "#b08968").save(buffer, "JPEG")
        return buffer.getvalue()

    monkeypatch.setattr("starter.loading.draw", small_picture)
    call_command("load_starter_content", verbosity=0)
    Site.objects.update(hostname="testserver")
    Site.clear_site_root_paths_cache()


def ours() -> list[BasePage]:
    return [page for page in Page.objects.order_by("path").specific() if isinstance(page, BasePage)]


def test_every_page_is_live_in_both_languages_and_answers(starter_site, client: Client):
    pages = ours()
    assert len(pages) == 2 * len(starter_pages())
    for page in pages:
        response = client.get(page.url)
        assert response.status_code == 200, page.url
        language = page.locale.language_code
        assert f'<html lang="{language}"' in response.content.decode()
        assert page.url.startswith("/en/") == (language == "en")


def test_the_translation_editor_shows_every_page_complete_and_in_sync(starter_site):
    rows = Translation.objects.all()
    assert rows.count() == len(starter_pages()) + len(CATEGORIES) + len(TOPICS)
    for translation in rows:
        total, done = translation.get_progress()
        assert total == done > 0
        assert translation.enabled
        assert translation.source.schema_out_of_date() is False


def test_the_addresses_are_those_of_each_language(starter_site, client: Client):
    for path in ("/behandelingen/psoas-release/", "/en/treatments/psoas-release/"):
        assert client.get(path).status_code == 200


def test_the_treatment_page_words_its_facts_in_its_language(starter_site, client: Client):
    dutch = client.get("/behandelingen/psoas-release/").content.decode()
    english = client.get("/en/treatments/psoas-release/").content.decode()
    for words in ("€\u00a0100", "1,5 tot 2 uur", "60 tot 90 minuten"):
        assert words in dutch
        assert words not in english
    for words in ("€100", "1.5 to 2 hours", "60 to 90 minutes"):
        assert words in english
        assert words not in dutch


def test_no_segment_of_the_dutch_stands_on_an_english_page(starter_site, client: Client):
    for translation in Translation.objects.select_related("source"):
        english = translation.get_target_instance()
        if isinstance(english, Subject):
            continue
        html = client.get(english.url).content.decode()
        segments = translation.source.stringsegment_set.exclude(context__path="slug")
        long = [text for text in segments.values_list("string__data", flat=True) if len(text) > 25]
        assert long
        assert [text for text in long if text in html] == []


def test_every_post_stands_in_a_category_and_has_topics_of_its_language(
    starter_site, client: Client
):
    for post in BlogPage.objects.select_related("locale", "category__locale"):
        assert post.category.locale == post.locale
        assert client.get(post.category_url).status_code == 200
        assert {topic.locale for topic in post.topics.all()} == {post.locale}
        assert post.shown_topics
    assert client.get("/blog/categorie/adem-en-rust/").status_code == 200
    assert client.get("/en/blog/category/breath-and-rest/").status_code == 200
    assert client.get("/blog/onderwerp/zenuwstelsel/").status_code == 200
    assert client.get("/en/blog/topic/nervous-system/").status_code == 200


def test_loading_again_changes_nothing(starter_site):
    page = TreatmentPage.objects.get(locale__language_code="nl")
    page.title = "Mijn eigen titel"
    page.save_revision().publish()
    before = Page.objects.count(), CustomImage.objects.count()
    call_command("load_starter_content", verbosity=0)
    assert (Page.objects.count(), CustomImage.objects.count()) == before
    assert TreatmentPage.objects.get(pk=page.pk).title == "Mijn eigen titel"


def test_a_site_with_a_page_of_its_own_is_left_alone(home):
    call_command("load_starter_content", verbosity=0)
    assert HomePage.objects.count() == 1
    assert StandardPage.objects.count() == 0


def test_the_welcome_page_of_wagtail_is_gone_and_the_tree_is_sound(starter_site):
    assert not Page.objects.exact_type(Page).filter(depth=2).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_every_picture_is_described_in_both_languages(starter_site):
    for page in ours():
        if getattr(page, "hero_image", None):
            assert page.hero_alt
    described = {page.hero_alt for page in ours() if getattr(page, "hero_alt", "")}
    heroes = [page for page in ours() if getattr(page, "hero_image", None)]
    assert len(described) == len(heroes)


def test_texts_promise_no_cure_and_name_no_price():
    claims = re.compile(
        r"\b(genees|geneest|genezen|behandelt|heals?|cures?|proven|bewezen|euro|€)\b", re.IGNORECASE
    )
    for page in starter_pages():
        for dutch, english in translations(page.content).items():
            assert not claims.search(dutch), dutch
            assert not claims.search(english), english


def test_one_dutch_text_with_two_translations_is_refused():
    with pytest.raises(ValueError, match="Two translations"):
        translations([T("rust", "rest"), T("rust", "calm")])
