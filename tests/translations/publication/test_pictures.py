"""Pictures go with their words."""

from typing import Any

import pytest

from core.models import CustomImage
from tests.factories.translations import translate_to
from tests.translations.publication.pages import main_of, publish, row, write
from translations.confirmation import confirm_edit
from translations.publication import (
    publish_translation,
)

pytestmark = pytest.mark.django_db


def picture_block(picture: CustomImage, words: str) -> dict[str, Any]:
    image = {"image": picture.pk, "alt_text": words, "decorative": False}
    return {
        "type": "captioned_image",
        "id": "pic",
        "value": {"image": image, "caption": "Mijn kamer"},
    }


def test_another_picture_with_other_words_waits_for_them(
    dutch, english, translation, picture, client
):
    publish(dutch, body=[picture_block(picture, "Een doek over een bank")])
    assert "<picture>" not in main_of(english, client)
    write(translation, "Een doek over een bank", "A cloth on a bench")
    write(translation, "Mijn kamer", "My room")
    publish_translation(translation)
    assert 'alt="A cloth on a bench"' in main_of(english, client)

    other = CustomImage(title="Lamp", file=picture.file)
    other.save()
    publish(dutch, body=[picture_block(other, "Een lamp boven een bank")])
    english.refresh_from_db()
    shown = english.body[0].value["image"]
    assert (shown.pk, shown.contextual_alt_text) == (picture.pk, "A cloth on a bench")
    confirm_edit(row(translation, "Een lamp boven een bank"), "A lamp above a bench")
    publish_translation(translation)
    english.refresh_from_db()
    shown = english.body[0].value["image"]
    assert (shown.pk, shown.contextual_alt_text) == (other.pk, "A lamp above a bench")


def test_a_picture_at_the_top_stays_the_one_that_its_words_describe(
    dutch, en, picture, published, client
):
    publish(dutch, hero_image=picture, hero_alt="Een doek.")
    english = translate_to(en, dutch, published)
    other = CustomImage(title="Lamp", file=picture.file)
    other.save()
    publish(dutch, hero_image=other, hero_alt="Een doekje.")
    english.refresh_from_db()
    assert (english.hero_image, english.hero_alt) == (picture, "EN Een doek.")
