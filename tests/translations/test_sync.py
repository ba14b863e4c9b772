"""What publishing Dutch does to English."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db

BODY = [
    {
        "type": "text",
        "value": {"heading": "Adem", "prose": "<p>Je ademt mee.</p>"},
        "id": "1d4f8f0e-6d3c-4f0e-9a64-0b8d5f6f6a01",
    }
]


@pytest.fixture
def dutch(home: Any) -> TreatmentPage:
    return make_page(TreatmentPage, home, slug="psoas-release", body=BODY)


@pytest.fixture
def english(dutch: TreatmentPage, en: Any, published: Any) -> TreatmentPage:
    return translate_to(en, dutch, published)


def publish(page: TreatmentPage, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_price_change_reaches_the_live_english_page_at_once(dutch, english, client: Client):
    assert "€100" in client.get(english.url).content.decode()
    publish(dutch, price=Decimal("112.50"), duration_to=150)
    html = client.get(english.url).content.decode()
    assert "€112.50" in html
    assert "€100" not in html
    assert "1.5 to 2.5 hours" in html


def test_changed_dutch_text_does_not_reach_english(dutch, english, client: Client):
    publish(dutch, strapline="Heel andere woorden.")
    html = client.get(english.url).content.decode()
    assert "Heel andere woorden" not in html
    assert "EN Puur en diep." in html


def test_changed_dutch_text_is_offered_for_translation_without_another_step(dutch, english):
    publish(dutch, strapline="Heel andere woorden.")
    translation = Translation.objects.get(source__object_id=dutch.translation_key)
    total, done = translation.get_progress()
    assert total - done == 1


def test_publishing_english_later_keeps_the_new_price(dutch, english, en, published):
    publish(dutch, price=Decimal(110))
    translation = Translation.objects.get(source__object_id=dutch.translation_key)
    published(translation.save_target, publish=True)
    english.refresh_from_db()
    assert english.price == Decimal(110)


def test_opening_the_english_draft_later_has_the_new_price(dutch, english):
    publish(dutch, price=Decimal(110))
    english.refresh_from_db()
    assert english.get_latest_revision_as_object().price == Decimal(110)


def test_a_new_picture_waits_for_its_words(dutch, english, en, picture, published, client):
    publish(dutch, hero_image=picture, hero_alt="Een doek over een bank.")
    english.refresh_from_db()
    assert english.hero_image is None
    html = client.get(translate_to(en, dutch, published).url).content.decode()
    assert 'alt="EN Een doek over een bank."' in html


def test_a_picture_without_words_reaches_english_at_once(dutch, english, picture):
    publish(dutch, hero_image=picture, hero_decorative=True)
    english.refresh_from_db()
    assert english.hero_image == picture
    assert english.hero_decorative


def test_a_picture_taken_away_is_gone_from_english_at_once(dutch, en, picture, published):
    publish(dutch, hero_image=picture, hero_alt="Een doek.")
    english = translate_to(en, dutch, published)
    assert english.hero_image == picture
    publish(dutch, hero_image=None, hero_alt="")
    english.refresh_from_db()
    assert english.hero_image is None


def test_publishing_the_english_page_changes_nothing_in_dutch(dutch, english):
    english.price = Decimal(7)
    english.save_revision().publish()
    dutch.refresh_from_db()
    assert dutch.price == Decimal(100)


def test_a_draft_of_dutch_changes_nothing_in_english(dutch, english):
    dutch.price = Decimal(500)
    dutch.save_revision()
    english.refresh_from_db()
    assert english.price == Decimal(100)


def test_translating_for_the_first_time_makes_a_draft_only(dutch, en, published, client: Client):
    index = dutch.get_parent().specific
    translate_to(en, index, published)
    published(translate_object, TreatmentPage.objects.get(pk=dutch.pk), [en])
    english = dutch.get_translation(en)
    assert not english.live
    assert client.get(english.url).status_code == 404


def test_facts_cannot_be_overridden_in_english(dutch, english):
    translation = Translation.objects.get(source__object_id=dutch.translation_key)
    overridable = translation.source.overridablesegment_set.values_list("context__path", flat=True)
    assert not {"price", "currency", "duration_from", "massage_to", "hero_image"} & set(overridable)
    assert StringTranslation.objects.filter(context__path="price").count() == 0
