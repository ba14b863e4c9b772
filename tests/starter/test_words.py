"""The word lists are filled once, and hers from then on."""

import pytest
from django.core.management import call_command

from starter.bodies import translations
from starter.content.claim_words import WORDS
from starter.loading import starter_pages
from starter.words import load_words
from translations.checks.claims import claims_in
from translations.machine.glossary import entries, misses
from translations.models import ClaimWord, GlossaryTerm

pytestmark = pytest.mark.django_db


def test_both_lists_are_filled_also_where_there_are_pages(home):
    call_command("load_starter_content", verbosity=0)
    for word in ("geneest", "behandelt", "bewezen", "gegarandeerd", "klachtenvrij"):
        assert ClaimWord.objects.get(language="nl", word=word).gentler
    for word in ("cures", "treats", "proven", "guaranteed", "fixes", "heals"):
        assert ClaimWord.objects.get(language="en", word=word).gentler
    assert GlossaryTerm.objects.get(term="1:1-traject").translation == "one-to-one course"


def test_what_she_changed_or_removed_stays_so():
    load_words()
    ClaimWord.objects.filter(word="geneest").delete()
    ClaimWord.objects.filter(word="cures").update(gentler="mine")
    GlossaryTerm.objects.exclude(term="lichaamswerk").delete()
    load_words()
    assert not ClaimWord.objects.filter(word="geneest").exists()
    assert ClaimWord.objects.get(word="cures").gentler == "mine"
    assert GlossaryTerm.objects.count() == 1


def test_no_text_of_the_starter_site_promises_a_cure():
    load_words()
    dutch, english = [], []
    for page in starter_pages():
        for one, other in translations(page.content).items():
            dutch.append(one)
            english.append(other)
    assert len(dutch) > 100
    assert claims_in(dutch, "nl") == []
    assert claims_in(english, "en") == []


def test_what_she_does_has_a_name_that_promises_nothing():
    load_words()
    assert claims_in(["De behandeling vervangt geen medische zorg."], "nl") == []
    assert claims_in(["The treatment does not replace medical care."], "en") == []


@pytest.mark.parametrize("language", WORDS)
def test_a_gentler_wording_promises_nothing_itself(language):
    load_words()
    assert claims_in([gentler for _word, gentler in WORDS[language]], language) == []


def test_the_starter_site_keeps_to_the_glossary():
    load_words()
    terms = entries()
    for page in starter_pages():
        for dutch, english in translations(page.content).items():
            assert misses(dutch, english, terms) == []
