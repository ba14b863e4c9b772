"""A publication that dies half-way leaves English as it was, says so, and is mended by the next one."""

from typing import Any

import pytest
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import StandardPage
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page
from translations.models import LiveSegment
from translations.publication import publish_translation
from translations.sync import is_pending

pytestmark = pytest.mark.django_db


class PowerCutError(Exception):
    pass


def fails(*args: Any, **kwargs: Any) -> None:
    raise PowerCutError


@pytest.fixture
def dutch(home: Any) -> StandardPage:
    return make_page(StandardPage, home, title="Over mij", introduction="Wie ik ben.")


@pytest.fixture
def translation(dutch: StandardPage, en: Any, published: Any) -> Translation:
    translate_to(en, dutch, published)
    return translation_into(en, dutch)


POINTS = [
    "translations.sync.align",
    "translations.sync._offer_texts",
    "translations.sync._follow_live_segments",
    "translations.publication.compose",
    "wagtail.models.Page.save_revision",
    "translations.publication.TranslationLog.objects.create",
    "wagtail_localize.models.TranslationSource.refresh_segments",
]


def everything(translation: Translation) -> tuple:
    """All that English is made of."""
    page = translation.get_target_instance()
    source = TranslationSource.objects.get(pk=translation.source_id)
    return (
        page.introduction,
        page.live_revision_id,
        source.content_json,
        sorted(LiveSegment.objects.values_list("string_id", "status", "text")),
        sorted(StringTranslation.objects.values_list("translation_of_id", "data", "has_error")),
    )


@pytest.mark.parametrize("point", POINTS)
def test_english_stays_as_it_was_and_the_next_publication_mends_it(
    point, dutch, translation, monkeypatch, client: Client, caplog
):
    before = everything(translation)
    dutch.introduction, dutch.seo_title = "Wie ik nu ben.", "Nieuw"
    dutch.show_in_menus = True  # a shared fact, so that English is published too
    revision = dutch.save_revision()
    with monkeypatch.context() as patch:
        patch.setattr(point, fails)
        revision.publish()
    assert "could not follow" in caplog.text
    dutch = StandardPage.objects.get(pk=dutch.pk)
    assert "Wie ik nu ben." in client.get(dutch.url).content.decode()
    assert everything(translation) == before
    assert is_pending(TranslationSource.objects.get(pk=translation.source_id), dutch)
    english = translation.get_target_instance()
    assert "EN Wie ik ben." in client.get(english.url).content.decode()

    dutch.save_revision().publish()
    dutch.refresh_from_db()
    assert not is_pending(TranslationSource.objects.get(pk=translation.source_id), dutch)
    behind = translation.live_segments.filter(status__in=LiveSegment.BEHIND)
    assert behind.count() == 2
    html = client.get(english.url).content.decode()
    assert "EN Wie ik ben." in html
    assert "Wie ik nu ben." not in html


@pytest.mark.parametrize(
    "point",
    ["translations.publication.compose", "translations.publication.TranslationLog.objects.create"],
)
def test_a_publication_of_english_that_dies_loses_no_text(
    point, dutch, translation, monkeypatch, client: Client
):
    segment = translation.source.stringsegment_set.get(string__data="Wie ik ben.")
    write_text(translation, segment, "Who I am.")
    before = everything(translation)
    with monkeypatch.context() as patch:
        patch.setattr(point, fails)
        with pytest.raises(PowerCutError):
            publish_translation(translation)
    assert everything(translation) == before
    publish_translation(translation)
    english = translation.get_target_instance()
    assert "Who I am." in client.get(english.url).content.decode()
