"""Fills the lists of words that the practitioner keeps in the admin."""

from django.db import transaction

from starter.content import claim_words, glossary
from translations.models import ClaimWord, GlossaryTerm


@transaction.atomic
def load_words() -> None:
    """Fills each list that is empty; one that has a single word is hers, and stays as it is."""
    if not ClaimWord.objects.exists():
        ClaimWord.objects.bulk_create(
            ClaimWord(language=language, word=word, gentler=gentler)
            for language, words in claim_words.WORDS.items()
            for word, gentler in words
        )
    if not GlossaryTerm.objects.exists():
        GlossaryTerm.objects.bulk_create(
            GlossaryTerm(term=term, translation=translation, note=note)
            for term, translation, note in glossary.TERMS
        )
