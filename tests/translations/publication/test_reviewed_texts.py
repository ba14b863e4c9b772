"""What the review decides about a text, and what then reaches the live English page."""

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.models import StringTranslation

from tests.translations.publication.pages import Status, block, main_of, publish, row, write
from translations.confirmation import confirm, confirm_edit
from translations.models import LiveSegment
from translations.publication import (
    missing_texts,
    publish_translation,
)

pytestmark = pytest.mark.django_db


def test_a_text_that_does_not_fit_is_refused_and_says_where(dutch, english, translation, client):
    write(translation, "Puur en diep.", "deep " * 60)
    with pytest.raises(ValidationError):
        publish_translation(translation)
    text = StringTranslation.objects.get(context__path="strapline")
    assert text.has_error
    assert text.get_error()
    assert text.data == "deep " * 60
    assert "EN Puur en diep." in main_of(english, client)


def test_still_right_brings_a_withheld_text_back_at_once(dutch, english, translation, client):
    prose = "<p>Je ademt mee.</p><p>Dit duurt 3 uur.</p>"
    publish(dutch, body=[block(1, prose, "Adem")])
    confirm(row(translation, "Dit duurt 3 uur."))
    assert "EN Dit duurt 2 uur." in main_of(english, client)
    assert missing_texts(translation) == 0
    assert not translation.live_segments.filter(status__in=LiveSegment.BEHIND).exists()


def test_a_reviewed_text_goes_live_with_the_next_publication_of_dutch(
    dutch, english, translation, client
):
    publish(dutch, strapline="Puur en heel diep.")
    confirm_edit(row(translation, "Puur en heel diep."), "Pure and very deep.")
    assert "Pure and very deep." not in main_of(english, client)
    publish(dutch, price=110)
    assert "Pure and very deep." in main_of(english, client)
    assert row(translation, "Puur en heel diep.").status == Status.CURRENT


def test_a_reviewed_text_is_the_last_good_one_when_dutch_changes_again(
    dutch, english, translation, client
):
    publish(dutch, strapline="Puur en heel diep.")
    confirm_edit(row(translation, "Puur en heel diep."), "Pure and very deep.")
    publish(dutch, strapline="Puur en echt heel diep.")
    assert "Pure and very deep." in main_of(english, client)
    again = row(translation, "Puur en echt heel diep.")
    assert (again.status, again.confirmed_for.data) == (Status.CHANGED, "Puur en heel diep.")


@pytest.mark.parametrize(
    "text", ["", "   ", '<a id="a9">no such link</a>', "<p>block</p>", "x" * 161]
)
def test_a_reviewed_text_that_cannot_be_used_is_refused(text, dutch, english, translation):
    publish(dutch, strapline="Puur en heel diep.")
    segment = row(translation, "Puur en heel diep.")
    with pytest.raises(ValidationError):
        confirm_edit(segment, text)
    segment.refresh_from_db()
    assert segment.confirmed_text == ""


def test_a_reviewed_text_that_is_too_long_for_its_block_is_refused(dutch, english, translation):
    publish(dutch, body=[block(1, "<p>Je ademt mee.</p>", "Adem in")])
    with pytest.raises(ValidationError):
        confirm_edit(row(translation, "Adem in"), "x" * 121)


def test_the_editor_offers_the_old_english_and_counts_it_as_open(dutch, english, translation):
    publish(dutch, strapline="Puur en heel diep.")
    text = StringTranslation.objects.get(translation_of__data="Puur en heel diep.")
    assert text.data == "EN Puur en diep."
    assert text.has_error
    assert "Nederlands" in text.get_error() or "Dutch" in text.get_error()
    assert missing_texts(translation) == 1
