"""Counts what was looked for in vain, and keeps no more of it than that.

A visitor may type anything, a name or an address too. What looks like that is not counted; what was typed less than
three times in a month is shown to nobody, and deleted when the month is over.
"""

import re
from datetime import date, timedelta

from django.db.models import F, Q
from django.utils import timezone

from publishing.periodic import periodic
from search.models import MissedTerm
from search.words import WORD, normalised

SHOWN_FROM = 3  # times in a month
KEPT = timedelta(days=365)
MOST_TERMS = 500  # of a language in a month, so that nobody can fill the table
MOST_WORDS = 5
LONGEST_TERM = 60  # characters
LONGEST_WORD = 30
MOST_DIGITS = 4  # a year is a term; a telephone number, a date of birth or a postcode with a house number is not
PERSONAL = re.compile(r"@|://|www\.|\.(nl|com|be|eu|net|org)\b", re.IGNORECASE)


def countable(query: str) -> str:
    """The term to count for what was typed, in lower case and without signs; `""` where it is better not kept."""
    words = [match[0].lower() for match in WORD.finditer(normalised(query))]
    term = " ".join(words)
    is_kept = (
        words
        and len(words) <= MOST_WORDS
        and len(term) <= LONGEST_TERM
        and max(len(word) for word in words) <= LONGEST_WORD
        and sum(letter.isdigit() for letter in term) <= MOST_DIGITS
        and not PERSONAL.search(query)
    )
    return term if is_kept else ""


def count_missed(query: str, language: str, today: date | None = None) -> None:
    """Adds one to the month's count of what was typed, as far as it is kept at all."""
    term = countable(query)
    if not term:
        return
    month = (today or timezone.localdate()).replace(day=1)
    counted = MissedTerm.objects.filter(language=language, month=month)
    if counted.filter(term=term).update(times=F("times") + 1):
        return
    if counted.count() < MOST_TERMS:
        # Of two visitors at once both make it and one of them finds it made; both add theirs.
        MissedTerm.objects.bulk_create(
            [MissedTerm(language=language, month=month, term=term)], ignore_conflicts=True
        )
        counted.filter(term=term).update(times=F("times") + 1)


@periodic(minutes=6 * 60)
def purge_missed_terms(today: date | None = None) -> int:
    """Deletes the months that began longer than a year ago, and of months past what was too rare to show.

    Returns how many terms went.
    """
    today = today or timezone.localdate()
    too_old = Q(month__lt=today - KEPT)
    too_rare = Q(month__lt=today.replace(day=1), times__lt=SHOWN_FROM)
    deleted, _models = MissedTerm.objects.filter(too_old | too_rare).delete()
    return deleted
