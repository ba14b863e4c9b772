"""What wagtail-localize offers and would put Dutch on a live English page is not to be had."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from blog.models import BlogIndexPage, BlogPage
from home.models import StandardPage
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def dutch(home: Any) -> StandardPage:
    return make_page(StandardPage, home, title="Over mij", introduction="Wie ik ben.")


@pytest.fixture
def english(dutch: StandardPage, en: Any, published: Any) -> StandardPage:
    """A live, complete translation; the Dutch has changed since."""
    page = translate_to(en, dutch, published)
    dutch.introduction = "Wie ik nu ben."
    dutch.save_revision().publish()
    return page


def test_sync_translated_pages_publishes_nothing(
    dutch, english, practitioner_client, published, client: Client
):
    source = Translation.objects.get(source__object_id=dutch.translation_key).source
    response = published(
        practitioner_client.post,
        f"/admin/localize/update/{source.pk}/",
        {"publish_translations": "on"},
        follow=True,
    )
    assert "Er is niets veranderd" in response.content.decode()
    assert "Wie ik nu ben" not in client.get(english.url).content.decode()


def test_a_page_is_not_turned_into_an_alias(english, practitioner_client, client: Client):
    practitioner_client.post(f"/admin/localize/page/{english.pk}/convert_to_alias/")
    english.refresh_from_db()
    assert english.alias_of_id is None
    assert "EN Over mij" in client.get(english.url).content.decode()


def test_a_translation_is_not_stopped(dutch, english, practitioner_client):
    translation = Translation.objects.get(source__object_id=dutch.translation_key)
    practitioner_client.post(f"/admin/localize/translate/{translation.pk}/disable/")
    translation.refresh_from_db()
    assert translation.enabled


def test_a_page_is_translated_after_the_one_above_it(
    home, en, published, practitioner_client, client: Client
):
    post = make_page(BlogPage, home, title="Adem")
    translate_to(en, home, published)
    response = published(
        practitioner_client.post,
        f"/admin/localize/submit/page/{post.pk}/",
        {"locales": [en.pk]},
        follow=True,
    )
    index = BlogIndexPage.objects.get()
    assert response.redirect_chain[-1][0] == f"/admin/localize/submit/page/{index.pk}/"
    assert "Vertaal eerst ‘Blog’" in response.content.decode()
    assert not Page.objects.filter(alias_of__isnull=False).exists()
    assert client.get("/en/blog/").status_code == 404


def test_a_page_under_a_translated_one_is_translated_as_ever(
    home, en, published, practitioner_client
):
    post = make_page(BlogPage, home)
    translate_to(en, post.get_parent().specific, published)
    published(
        practitioner_client.post, f"/admin/localize/submit/page/{post.pk}/", {"locales": [en.pk]}
    )
    assert post.get_translation(en).live is False


def test_publishing_a_page_with_those_below_it_leaves_incomplete_ones(
    home, en, published, practitioner_client, client: Client
):
    post = make_page(BlogPage, home, title="Adem")
    index = translate_to(en, post.get_parent().specific, published)
    published(translate_object, BlogPage.objects.get(pk=post.pk), [en])
    draft = post.get_translation(en)
    response = published(
        practitioner_client.post,
        f"/admin/bulk/wagtailcore/page/publish/?id={index.pk}&next=/admin/pages/",
        {"include_descendants": "on", "next": "/admin/pages/"},
        follow=True,
    )
    assert "is niet gepubliceerd" in response.content.decode()
    draft.refresh_from_db()
    assert not draft.live


def test_a_dutch_page_is_not_copied_under_an_english_one(home, en, published, practitioner_client):
    post = make_page(BlogPage, home, title="Adem", slug="adem")
    index = translate_to(en, post.get_parent().specific, published)
    response = practitioner_client.post(
        f"/admin/pages/{post.pk}/copy/",
        {
            "new_title": "Kopie",
            "new_slug": "kopie",
            "new_parent_page": index.pk,
            "publish_copies": "on",
        },
        follow=True,
    )
    assert "is niet gekopieerd" in response.content.decode()
    assert not index.get_children().exists()


def test_a_page_is_copied_within_its_language(home, practitioner_client):
    post = make_page(BlogPage, home, title="Adem", slug="adem")
    practitioner_client.post(
        f"/admin/pages/{post.pk}/copy/",
        {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": post.get_parent().pk},
    )
    assert BlogPage.objects.filter(slug="kopie").exists()


def test_pages_begin_in_dutch(home, en, published, practitioner_client):
    english_home = translate_to(en, home, published)
    assert StandardPage.can_create_at(home)
    assert not StandardPage.can_create_at(english_home)
    response = practitioner_client.get(f"/admin/pages/add/home/standardpage/{english_home.pk}/")
    assert response.status_code in {302, 403}


def test_an_empty_translation_counts_as_none(
    dutch, english, en, practitioner_client, published, client: Client
):
    source = Translation.objects.get(source__object_id=dutch.translation_key).source
    segment = source.stringsegment_set.get(string__data="Wie ik nu ben.")
    StringTranslation.from_text(segment.string, en, segment.context, "   ")
    published(practitioner_client.post, f"/admin/pages/{english.pk}/edit/", {"action": "publish"})
    html = client.get(english.url).content
    assert "EN Wie ik ben." in BeautifulSoup(html, "html.parser").text


def test_an_english_page_is_not_translated_into_dutch(home, en, published, practitioner_client):
    english = translate_to(en, home, published)
    url = f"/admin/localize/submit/page/{english.pk}/"
    response = practitioner_client.get(url, follow=True)
    assert "in het Nederlands geschreven" in response.content.decode()
    practitioner_client.post(url, {"locales": [home.locale_id]})
    assert home.get_translations(inclusive=True).count() == 2
