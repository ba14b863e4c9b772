"""Drafts of Dutch never reach English."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, TranslationSource

from home.models import StandardPage
from tests.factories.home import StandardPageFactory
from tests.factories.translations import translation_into
from translations.models import LiveSegment
from translations.tree.counterparts import source_not_live

pytestmark = pytest.mark.django_db


def save_draft(client: Client, page: Page, published: Any, **changes: str) -> None:
    """Saves the page's form without publishing."""
    editor = client.get(f"/admin/pages/{page.pk}/edit/")
    soup = BeautifulSoup(editor.content, "html.parser")
    form = {
        field["name"]: field.get("value", "")
        for field in soup.select("#page-edit-form input[name]")
        if field.get("type") not in {"checkbox", "submit"}
    }
    form |= {
        field["name"]: field.get_text() for field in soup.select("#page-edit-form textarea[name]")
    }
    form |= {"body-count": "0"}
    response = published(client.post, f"/admin/pages/{page.pk}/edit/", form | changes)
    assert response.status_code == 302


def state_of_translations() -> list[Any]:
    return [
        list(TranslationSource.objects.order_by("pk").values()),
        list(StringTranslation.objects.order_by("pk").values()),
        list(LiveSegment.objects.order_by("pk").values()),
    ]


def test_a_draft_changes_nothing_in_english(
    dutch, english, practitioner_client, published, client: Client
):
    translations, html = state_of_translations(), client.get(english.url).content
    revision = english.latest_revision_id
    save_draft(practitioner_client, dutch, published, introduction="Nog niet af.", title="Straks")
    dutch.refresh_from_db()
    assert dutch.get_latest_revision_as_object().introduction == "Nog niet af."
    assert state_of_translations() == translations
    assert client.get(english.url).content == html
    english.refresh_from_db()
    assert english.latest_revision_id == revision


def test_translating_a_page_with_a_draft_takes_what_is_live(
    dutch, dutch_below, english, en, practitioner_client, published
):
    save_draft(practitioner_client, dutch_below, published, introduction="Nog niet af.")
    published(
        practitioner_client.post,
        f"/admin/localize/submit/page/{dutch_below.pk}/",
        {"locales": [en.pk]},
    )
    translation = translation_into(en, dutch_below)
    texts = set(translation.source.stringsegment_set.values_list("string__data", flat=True))
    assert dutch_below.introduction in texts
    assert "Nog niet af." not in texts
    draft = dutch_below.get_translation(en)
    assert draft.get_latest_revision_as_object().introduction == dutch_below.introduction


def test_the_draft_reaches_english_for_translation_once_it_is_published(
    dutch, english, en, practitioner_client, published, client: Client
):
    save_draft(practitioner_client, dutch, published, introduction="Nu af.")
    dutch.refresh_from_db()
    dutch.get_latest_revision().publish()
    segments = translation_into(en, dutch).source.stringsegment_set
    assert segments.filter(string__data="Nu af.").exists()
    assert "Nu af." not in client.get(english.url).content.decode()


class TestSourceNotLive:
    def test_a_translation_of_a_page_that_is_online(self, dutch, english):
        assert not source_not_live(english)

    def test_a_translation_of_a_page_that_is_not(self, dutch, english):
        dutch.unpublish()
        assert source_not_live(english)

    def test_a_dutch_page(self, home):
        assert not source_not_live(StandardPageFactory(parent=home, live=False))

    def test_a_translation_whose_source_is_gone(self, dutch, english):
        StandardPage.objects.get(pk=dutch.pk).delete()
        assert not source_not_live(english)
