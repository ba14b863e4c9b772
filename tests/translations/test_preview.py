"""The translation editor's preview."""

from typing import Any

import pytest
from django.test import Client
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def dutch(home: Any) -> StandardPage:
    return make_page(StandardPage, home, title="Over mij", introduction="Wie ik ben.")


def preview(client: Client, translation: Any, mode: str = "") -> Any:
    return client.get(f"/admin/localize/translate/{translation.pk}/preview/{mode}")


def test_a_live_page_is_previewed_with_the_texts_of_the_editor_and_without_dutch(
    dutch, en, published, practitioner_client
):
    english = translate_to(en, dutch, published)
    translation = translation_into(en, dutch)
    dutch.introduction, dutch.search_description = "Wie ik nu ben.", "Over mijn werk."
    dutch.save_revision().publish()
    segment = translation.source.stringsegment_set.get(context__path="title")
    write_text(translation, segment, "About me")
    html = preview(practitioner_client, translation).content.decode()
    assert "About me" in html
    assert "EN Wie ik ben." in html
    assert "Wie ik nu ben." not in html
    assert "Over mijn werk." not in html
    english.refresh_from_db()
    assert english.title == "EN Over mij"
    assert translation.live_segments.get(context=segment.context).text == "EN Over mij"


def test_a_draft_is_previewed_without_what_is_not_translated(
    dutch, home, en, published, practitioner_client
):
    translate_to(en, home, published)
    published(translate_object, StandardPage.objects.get(pk=dutch.pk), [en])
    translation = translation_into(en, dutch)
    segment = translation.source.stringsegment_set.get(context__path="title")
    write_text(translation, segment, "About me")
    html = preview(practitioner_client, translation).content.decode()
    assert "About me" in html
    assert "Wie ik ben." not in html
    assert not translation.live_segments.exists()


def test_a_preview_is_for_who_may_edit_and_of_what_there_is(
    dutch, en, published, practitioner_client, client
):
    translate_to(en, dutch, published)
    translation = translation_into(en, dutch)
    assert preview(client, translation).status_code == 302
    assert preview(practitioner_client, translation, "nonsense/").status_code == 404
