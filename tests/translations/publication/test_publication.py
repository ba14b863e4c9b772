"""What reaches the live English page, and when."""

import pytest
from wagtail_localize.operations import translate_object

from tests.factories.translations import translate_to, translation_into, write_text
from tests.translations.publication.pages import Status, block, main_of, publish, row, write
from translations.models import LiveSegment
from translations.publication import (
    IncompleteTranslationError,
    missing_texts,
    publish_translation,
)
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


# Keep last good


def test_a_full_stop_in_dutch_leaves_english_as_it_was_and_marks_it_behind(
    dutch, english, translation, client
):
    publish(dutch, strapline="Puur en diep")
    assert "EN Puur en diep." in main_of(english, client)
    changed = row(translation, "Puur en diep")
    assert changed.status == Status.CHANGED
    assert changed.confirmed_for.data == "Puur en diep."
    assert changed.behind_since is not None


def test_an_edited_paragraph_keeps_its_english_beside_the_others(
    dutch, english, translation, client
):
    prose = "<p>Je ademt heel rustig mee.</p><p>Dit duurt 2 uur.</p>"
    publish(dutch, body=[block(1, prose, "Adem"), block(2, "<p>Daarna is er thee.</p>", "Rust")])
    html = main_of(english, client)
    assert "EN Je ademt mee." in html
    assert "EN Dit duurt 2 uur." in html
    assert "heel rustig" not in html


def test_a_number_that_changed_in_dutch_is_withheld_in_english(dutch, english, translation, client):
    prose = "<p>Je ademt mee.</p><p>Dit duurt 3 uur.</p>"
    publish(dutch, body=[block(1, prose, "Adem")])
    html = main_of(english, client)
    assert "Dit duurt" not in html
    assert "EN Je ademt mee." in html
    assert row(translation, "Dit duurt 3 uur.").status == Status.WITHHELD


def test_a_withheld_text_returns_when_the_number_does(dutch, english, translation, client):
    publish(dutch, strapline="Vanaf 2 uur.")
    write(translation, "Vanaf 2 uur.", "From 2 hours.")
    publish_translation(translation)
    publish(dutch, strapline="Vanaf 3 uur.")
    assert "From 2 hours." not in main_of(english, client)
    publish(dutch, strapline="Vanaf 2 uur.")
    assert "From 2 hours." in main_of(english, client)
    assert row(translation, "Vanaf 2 uur.").status == Status.CURRENT


def test_a_withheld_title_leaves_a_page_with_a_neutral_one(dutch, english, translation, client):
    publish(dutch, title="Psoas-release in 2 uur")
    english.refresh_from_db()
    assert english.title == "Treatment"
    assert english.live


def test_a_new_block_and_a_new_paragraph_wait_for_their_translation(
    dutch, english, translation, client
):
    body = [
        block(1, "<p>Je ademt mee.</p><p>Dit duurt 2 uur.</p><p>Gloednieuw.</p>", "Adem"),
        block(3, "<p>Wat neem je mee?</p>", "Meenemen"),
        block(2, "<p>Daarna is er thee.</p>", "Rust"),
    ]
    publish(dutch, body=body)
    html = main_of(english, client)
    for words in ("Gloednieuw", "Wat neem je mee?", "Meenemen", "block-3"):
        assert words not in html
    assert row(translation, "Gloednieuw.").status == Status.NEW
    write(translation, "Gloednieuw.", "Brand new.")
    assert publish_translation(translation) == 2
    html = main_of(english, client)
    assert "Brand new." in html
    assert "block-3" not in html


def test_a_text_that_the_editor_cannot_offer_is_not_shown_in_dutch(dutch, english, client):
    group = {"name": "In je lijf", "reasons": ["Rugpijn"]}  # lists as old code wrote them
    value = {
        "heading": "Waarom",
        "prose": "<p>Ik.</p>",
        "reasons_heading": "",
        "reason_groups": [group],
    }
    publish(dutch, body=[{"type": "treatment", "id": "block-1", "value": value}])
    assert "Rugpijn" in main_of(dutch, client)
    html = main_of(english, client)
    assert "Rugpijn" not in html
    assert "In je lijf" not in html


def test_what_is_removed_or_moved_in_dutch_is_so_in_english(dutch, english, client):
    publish(
        dutch,
        body=[block(2, "<p>Daarna is er thee.</p>"), block(1, "<p>Je ademt mee.</p>", "Adem")],
    )
    html = main_of(english, client)
    assert "EN Dit duurt 2 uur." not in html
    assert "EN Rust" not in html
    assert html.index("EN Daarna is er thee.") < html.index("EN Je ademt mee.")


def test_words_cut_from_one_block_and_pasted_into_another_stay_translated(dutch, english, client):
    publish(
        dutch,
        body=[
            block(1, "<p>Je ademt mee.</p>", "Adem"),
            block(2, "<p>Daarna is er thee.</p><p>Dit duurt 2 uur.</p>", "Rust"),
        ],
    )
    html = main_of(english, client)
    assert html.index("EN Daarna is er thee.") < html.index("EN Dit duurt 2 uur.")


def test_what_returns_in_dutch_returns_in_english(dutch, english, translation, client):
    body = dutch.body.get_prep_value()
    publish(dutch, body=[block(1, "<p>Je ademt mee.</p>", "Adem")])
    assert "thee" not in main_of(english, client)
    publish(dutch, body=body)
    assert "EN Daarna is er thee." in main_of(english, client)
    assert not translation.live_segments.filter(status__in=LiveSegment.BEHIND).exists()


def test_the_address_is_translated_once_and_never_behind(dutch, english, translation, client):
    url = english.url
    publish(dutch, slug="psoas-loslaten")
    english.refresh_from_db()
    assert english.url == url
    assert missing_texts(translation) == 0
    assert not translation.live_segments.filter(status__in=LiveSegment.BEHIND).exists()


def test_a_page_without_a_translated_address_gets_one_from_its_title(dutch, en, published):
    index = translate_to(en, dutch.get_parent().specific, published)
    published(translate_object, TreatmentPage.objects.get(pk=dutch.pk), [en])
    translation = translation_into(en, dutch)
    for segment in translation.source.stringsegment_set.exclude(context__path="slug"):
        write_text(translation, segment, f"A {segment.string_id} release")
    publish_translation(translation)
    english = dutch.get_translation(en)
    assert english.live
    assert english.url.startswith(index.url + "a-")
    assert english.slug.endswith("-release")


# Nothing unpublished goes live by way of Dutch


@pytest.mark.parametrize("kind", ["manual", "machine"])
def test_a_text_in_the_editor_does_not_go_live_by_a_dutch_publish(
    kind, dutch, english, translation, client
):
    write(translation, "Puur en diep.", "Half an ed", translation_type=kind)
    publish(dutch, introduction="Iets nieuws.")
    write(translation, "Iets nieuws.", "Something untested.", translation_type=kind)
    publish(dutch, price=110)
    html = main_of(english, client)
    assert "€110" in html
    assert "EN Puur en diep." in html
    assert "Half an ed" not in html
    assert "Something untested." not in html


def test_a_link_replaced_in_the_editor_goes_live_with_the_next_english_publication(
    dutch, english, translation, client
):
    link = '<p>Lees <a href="https://boek.example/nl/">dit boek</a>.</p>'
    publish(dutch, body=[block(1, link)])
    write(translation, 'Lees <a id="a1">dit boek</a>.', 'Read <a id="a1">this book</a>.')
    publish_translation(translation)
    segment = translation.source.overridablesegment_set.get()
    translation.target_locale.overrides.create(
        context=segment.context, data_json='"https://book.example/en/"'
    )
    publish(dutch, price=110)
    assert "https://boek.example/nl/" in main_of(english, client)
    publish_translation(translation)
    assert "https://book.example/en/" in main_of(english, client)
    publish(dutch, body=[block(1, link.replace("/nl/", "/nieuw/"))])
    assert "https://boek.example/nieuw/" in main_of(english, client)


# Publishing English


def test_a_first_publication_needs_every_text(dutch, en, published, client):
    translate_to(en, dutch.get_parent().specific, published)
    published(translate_object, TreatmentPage.objects.get(pk=dutch.pk), [en])
    translation = translation_into(en, dutch)
    with pytest.raises(IncompleteTranslationError) as error:
        publish_translation(translation)
    assert error.value.missing == missing_texts(translation) > 3
    assert not dutch.get_translation(en).live


def test_an_incomplete_first_publication_by_another_route_is_taken_off(
    dutch, en, published, client
):
    translate_to(en, dutch.get_parent().specific, published)
    published(translate_object, TreatmentPage.objects.get(pk=dutch.pk), [en])
    english = dutch.get_translation(en)
    published(translation_into(en, dutch).save_target, publish=True)
    english.refresh_from_db()
    assert not english.live
    assert client.get(english.url).status_code == 404


def test_dutch_that_another_route_put_on_a_live_page_is_taken_off(
    dutch, english, translation, published, client
):
    publish(dutch, strapline="Puur en diep", introduction="Voor iedereen.")
    published(translation.save_target, publish=True)
    html = main_of(english, client)
    assert "EN Puur en diep." in html
    assert "Voor iedereen." not in html


def test_publishing_what_is_there_leaves_the_rest_as_it_was(dutch, english, translation, client):
    publish(dutch, strapline="Puur en diep", introduction="Voor wie moe is.")
    write(translation, "Voor wie moe is.", "For the weary.")
    assert publish_translation(translation) == 1
    html = main_of(english, client)
    assert "For the weary." in html
    assert "EN Puur en diep." in html


def test_a_page_that_was_live_before_texts_were_remembered_keeps_them(
    dutch, english, translation, client
):
    translation.live_segments.all().delete()
    publish(dutch, strapline="Puur en heel diep.")
    html = main_of(english, client)
    assert "EN Puur en diep." in html
    assert "EN Je ademt mee." in html
    assert row(translation, "Puur en heel diep.").status == Status.CHANGED


def test_publishing_the_same_dutch_again_publishes_no_english(dutch, english):
    before = english.revisions.count()
    publish(dutch)
    assert english.revisions.count() == before
