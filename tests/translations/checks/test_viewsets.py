"""The lists of words that she keeps herself."""

import pytest

from translations.models import ClaimWord, GlossaryTerm

pytestmark = pytest.mark.django_db


def test_she_adds_changes_and_removes_a_word_that_promises_a_cure(practitioner_client, home):
    url = "/admin/words/claims/"
    typed = {"language": "nl", "word": "wegneemt", "gentler": "kan verzachten"}
    practitioner_client.post(f"{url}new/", typed)
    word = ClaimWord.objects.get()
    assert (word.language, word.word, word.gentler) == ("nl", "wegneemt", "kan verzachten")
    assert "wegneemt" in practitioner_client.get(url).content.decode()
    practitioner_client.post(f"{url}edit/{word.pk}/", typed | {"gentler": "verlicht soms"})
    word.refresh_from_db()
    assert word.gentler == "verlicht soms"
    practitioner_client.post(f"{url}delete/{word.pk}/")
    assert not ClaimWord.objects.exists()


def test_a_word_stands_once_in_the_list_of_a_language(practitioner_client, home):
    ClaimWord.objects.create(language="nl", word="geneest")
    response = practitioner_client.post(
        "/admin/words/claims/new/", {"language": "nl", "word": "geneest"}
    )
    assert response.status_code == 200
    assert response.context["form"].errors
    assert ClaimWord.objects.count() == 1


def test_she_keeps_a_glossary(practitioner_client, home):
    typed = {"term": "lichaamswerk", "translation": "body work", "note": ""}
    practitioner_client.post("/admin/words/glossary/new/", typed)
    assert GlossaryTerm.objects.get().translation == "body work"
    assert "body work" in practitioner_client.get("/admin/words/glossary/").content.decode()


def test_both_lists_stand_in_the_menu(practitioner_client, home):
    html = practitioner_client.get("/admin/").content.decode()
    assert "/admin/words/claims/" in html
    assert "/admin/words/glossary/" in html


def test_a_visitor_is_asked_to_log_in(client, home):
    assert "/login/" in client.get("/admin/words/claims/").headers["Location"]
