"""What reaches the live English page, and when."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from core.models import CustomImage
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page
from translations.confirmation import confirm, confirm_edit
from translations.models import LiveSegment
from translations.publication import (
    IncompleteTranslationError,
    missing_texts,
    publish_translation,
)
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db

Status = LiveSegment.Status


def block(number: int, prose: str, heading: str = "") -> dict[str, Any]:
    return {"type": "text", "id": f"block-{number}", "value": {"heading": heading, "prose": prose}}


@pytest.fixture
def dutch(home: Any) -> TreatmentPage:
    return make_page(
        TreatmentPage,
        home,
        slug="psoas-release",
        strapline="Puur en diep.",
        body=[
            block(1, "<p>Je ademt mee.</p><p>Dit duurt 2 uur.</p>", "Adem"),
            block(2, "<p>Daarna is er thee.</p>", "Rust"),
        ],
    )


@pytest.fixture
def english(dutch: TreatmentPage, en: Any, published: Any) -> TreatmentPage:
    return translate_to(en, dutch, published)


@pytest.fixture
def translation(dutch: TreatmentPage, english: TreatmentPage, en: Any) -> Translation:
    return translation_into(en, dutch)


def publish(page: TreatmentPage, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def main_of(page: TreatmentPage, client: Client) -> str:
    return client.get(page.url).content.decode()


def row(translation: Translation, dutch_text: str) -> LiveSegment:
    return translation.live_segments.exclude(status=Status.REMOVED).get(string__data=dutch_text)


def write(translation: Translation, dutch_text: str, english_text: str, **fields: str) -> None:
    segment = translation.source.stringsegment_set.get(string__data=dutch_text)
    write_text(translation, segment, english_text, **fields)


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


# Pictures go with their words


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


def test_a_text_that_does_not_fit_is_refused_and_says_where(dutch, english, translation, client):
    write(translation, "Puur en diep.", "deep " * 60)
    with pytest.raises(ValidationError):
        publish_translation(translation)
    text = StringTranslation.objects.get(context__path="strapline")
    assert text.has_error
    assert text.get_error()
    assert text.data == "deep " * 60
    assert "EN Puur en diep." in main_of(english, client)


# Review


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


def test_a_page_that_was_live_before_texts_were_remembered_keeps_them(
    dutch, english, translation, client
):
    translation.live_segments.all().delete()
    publish(dutch, strapline="Puur en heel diep.")
    html = main_of(english, client)
    assert "EN Puur en diep." in html
    assert "EN Je ademt mee." in html
    assert row(translation, "Puur en heel diep.").status == Status.CHANGED


def test_a_reviewed_text_that_is_too_long_for_its_block_is_refused(dutch, english, translation):
    publish(dutch, body=[block(1, "<p>Je ademt mee.</p>", "Adem in")])
    with pytest.raises(ValidationError):
        confirm_edit(row(translation, "Adem in"), "x" * 121)


# The translation editor


def test_the_editor_offers_the_old_english_and_counts_it_as_open(dutch, english, translation):
    publish(dutch, strapline="Puur en heel diep.")
    text = StringTranslation.objects.get(translation_of__data="Puur en heel diep.")
    assert text.data == "EN Puur en diep."
    assert text.has_error
    assert "Nederlands" in text.get_error() or "Dutch" in text.get_error()
    assert missing_texts(translation) == 1


def test_publishing_the_same_dutch_again_publishes_no_english(dutch, english):
    before = english.revisions.count()
    publish(dutch)
    assert english.revisions.count() == before
