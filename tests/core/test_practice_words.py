"""The words about the practice in the admin: one per language, English from Dutch."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from wagtail_localize.models import Translation

from core.models import PracticeWords
from tests.factories.practice import WORDS, make_words
from tests.factories.translations import write_text

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/core/practicewords/"


def test_they_stand_in_the_settings_menu(home, practitioner_client: Client):
    html = practitioner_client.get("/admin/").content.decode()
    assert LIST in html
    assert "Woorden bij de praktijk" in html
    assert practitioner_client.get(LIST).status_code == 200


def test_she_writes_and_publishes_them(home, practitioner_client: Client):
    response = practitioner_client.post(f"{LIST}add/", WORDS | {"action-publish": "1"})
    assert response.status_code == 302
    words = PracticeWords.objects.get()
    assert words.live
    assert {name: getattr(words, name) for name in WORDS} == WORDS


def test_a_second_one_leads_to_the_first(home, nl, practitioner_client: Client):
    words = make_words(nl, **WORDS)
    response = practitioner_client.get(f"{LIST}add/")
    assert response.headers["Location"] == f"{LIST}edit/{words.pk}/"
    with pytest.raises(IntegrityError), transaction.atomic():
        PracticeWords.objects.create(locale=nl)


@pytest.mark.parametrize("whose", ["admin_client", "practitioner_client"])
def test_nobody_deletes_them(whose, home, nl, request):
    words = make_words(nl, **WORDS)
    client = request.getfixturevalue(whose)
    delete = f"{LIST}delete/{words.pk}/"
    together = f"/admin/bulk/core/practicewords/delete/?id={words.pk}"
    assert delete not in client.get(LIST).content.decode()
    for url in (delete, together):
        client.post(url)
        assert PracticeWords.objects.filter(pk=words.pk).exists(), url


def test_english_is_not_written_beside_the_dutch(home, en, practitioner_client: Client):
    response = practitioner_client.post(f"{LIST}add/?locale=en", WORDS)
    assert response.headers["Location"] == LIST
    assert not PracticeWords.objects.exists()


def test_she_translates_them_and_english_follows(
    home, nl, en, published, practitioner_client: Client
):
    words = make_words(nl, **WORDS)
    submit = f"/admin/localize/submit/snippet/core/practicewords/{words.pk}/"
    assert submit in practitioner_client.get(LIST).content.decode()
    published(practitioner_client.post, submit, {"locales": [en.pk]})
    english = words.get_translation(en)
    assert not english.live
    translation = Translation.objects.get(source__object_id=words.translation_key)
    for segment in translation.source.stringsegment_set.all():
        write_text(translation, segment, f"EN {segment.string.data}")
    edit = f"{LIST}edit/{english.pk}/"
    assert practitioner_client.get(edit).status_code == 200
    published(practitioner_client.post, edit, {"action": "publish"})
    english.refresh_from_db()
    assert english.live
    assert english.about == "EN Ik werk met aandacht."
    words.about = "Ik werk met rust."
    words.route = ""
    words.save_revision().publish()
    english.refresh_from_db()
    assert english.about == "EN Ik werk met aandacht."
    assert english.route == ""


@pytest.mark.parametrize(("code", "label"), [("nl", "Openingstijden"), ("en", "Opening hours")])
def test_a_preview_is_in_the_language_of_the_words(code, label, home, nl, en):
    words = PracticeWords(locale={"nl": nl, "en": en}[code], **WORDS)
    response = words.make_preview_request()
    assert response.status_code == 200
    html = response.content.decode()
    assert label in html
    assert "Alleen op afspraak." in html
    assert f'<html lang="{code}"' in html
