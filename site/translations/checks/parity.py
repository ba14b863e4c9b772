"""Whether two texts state the same facts."""

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from translations.checks.facts import Fact, facts, find_facts, plain_text

__all__ = ["facts", "facts_changed", "mismatches"]

# What says “1” or “2” without a digit, and ordinals, by language.
_ONE = {"nl": r"\b(?:een|één|eén|eenmaal|enkele?)\b", "en": r"\b(?:one|an?|once|single)\b"}
_TWO = {
    "nl": r"\b(?:beide[n]?|allebei|paar|tweetal|dubbele?)\b",
    "en": r"\b(?:both|either|pair|couple|double|half|halves)\b",
}
_ORDINALS = {
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth",
}
_ONE_UNIT = r"\b(?:een|één|1) (?:uur|minuut|dag|week|maand|jaar|keer|euro)\b"


def facts_changed(old_dutch: str, new_dutch: str) -> bool:
    """Whether a number, price, time, date, phone number or e-mail address differs; order and links do not count."""
    old, new = (
        Counter(fact.key for fact in find_facts(text, "nl") if fact.kind != "link")
        for text in (old_dutch, new_dutch)
    )
    gone, come = old - new, new - old
    one = ("number", "1")
    for left, text in ((gone, new_dutch), (come, old_dutch)):
        if left[one] == 1 and re.search(_ONE_UNIT, plain_text(text), re.IGNORECASE):
            del left[one]
    return bool(+gone or +come)


def mismatches(dutch: str, english: str) -> list[str]:
    """Sentences that name each fact that only one of the two texts states; `[]` where they agree.

    A fact counts once, however often a text repeats it; of links the number counts.
    """
    of_dutch, of_english = find_facts(dutch, "nl"), find_facts(english, "en")
    only_dutch, only_english = _left(of_dutch, of_english), _left(of_english, of_dutch)
    for agree in (_is_same_time, _is_same_number, _is_same_duration):
        _cancel(only_dutch, only_english, agree)
    # A number may be part of what the other language says in full: “60 tot 90 euro”, “€60 to €90”.
    only_dutch = [fact for fact in only_dutch if not _is_part_of(fact, of_english)]
    only_english = [fact for fact in only_english if not _is_part_of(fact, of_dutch)]
    only_dutch = [fact for fact in only_dutch if not _is_in_words(fact, english, "en")]
    only_english = [fact for fact in only_english if not _is_in_words(fact, dutch, "nl")]
    sentences = [
        _("The Dutch says %(fact)s; the English does not.") % {"fact": fact.shown}
        for fact in only_dutch
    ]
    sentences += [
        _("The English says %(fact)s; the Dutch does not.") % {"fact": fact.shown}
        for fact in only_english
    ]
    return sentences + _links(of_dutch, of_english)


def _links(of_dutch: list[Fact], of_english: list[Fact]) -> list[str]:
    dutch, english = (
        sum(1 for fact in found if fact.kind == "link") for found in (of_dutch, of_english)
    )
    if dutch == english:
        return []
    return [
        ngettext(
            "The Dutch has %(dutch)s link, the English %(english)s.",
            "The Dutch has %(dutch)s links, the English %(english)s.",
            dutch,
        )
        % {"dutch": dutch, "english": english}
    ]


def _left(facts_here: list[Fact], facts_there: list[Fact]) -> list[Fact]:
    """The facts that are stated here only, each once."""
    there = {fact.key for fact in facts_there} | {("link", "a")}
    return list({fact.key: fact for fact in facts_here if fact.key not in there}.values())


def _cancel(left: list[Fact], right: list[Fact], agree: Callable[[Fact, Fact], bool]) -> None:
    """Takes away every pair that agrees, from both."""
    for one in list(left):
        other = next((fact for fact in right if agree(one, fact) or agree(fact, one)), None)
        if other is not None:
            left.remove(one)
            right.remove(other)


def _is_same_time(one: Fact, other: Fact) -> bool:
    """“Half acht” is 7:30 and 19:30; “om 8 uur” may be 20:00."""
    if other.kind != "time" or one.kind not in ("clock", "number"):
        return one.kind == "clock" and other.kind == "number" and one.value == _hour(other.value)
    hour, minutes = other.value.split(":")
    twelve = f"{int(hour) % 12:02}:{minutes}"
    if one.kind == "clock":
        return one.value == twelve
    return minutes == "00" and (one.value == str(int(hour)) or _hour(one.value) == twelve)


def _hour(number: str) -> str:
    return f"{int(number) % 12:02}:00" if number.isdigit() and int(number) <= 12 else ""


def _is_same_number(one: Fact, other: Fact) -> bool:
    if one.kind != "number":
        return False
    if other.kind == "date":
        return one.value == str(int(other.value[-2:]))
    return other.kind in ("price", "percentage", "ordinal") and one.value == other.value


def _is_same_duration(one: Fact, other: Fact) -> bool:
    """“Anderhalf uur” and “90 minutes”."""
    if one.kind != "number" or other.kind != "number":
        return False
    try:
        hours, minutes = Decimal(one.value), Decimal(other.value)
    except InvalidOperation:
        return False
    return Decimal("0.25") <= hours <= 8 and hours * 60 == minutes


def _is_part_of(fact: Fact, others: list[Fact]) -> bool:
    return any(_is_same_number(fact, other) or _is_same_number(other, fact) for other in others)


def _is_in_words(fact: Fact, text: str, language: str) -> bool:
    """Whether a text says in words what the other says in digits: “1 uur” and “an hour”."""
    text = plain_text(text)
    if fact.kind == "month":  # at the start of a sentence, where it might be the verb
        name = {"05": r"\bMay\b", "03": r"\bMarch\b"}.get(fact.value)
        return language == "en" and name is not None and re.search(name, text) is not None
    if fact.kind == "ordinal":
        ordinals = _ORDINALS[language].split()
        place = int(fact.value)
        return place <= len(ordinals) and ordinals[place - 1] in text.lower()
    words = {"1": _ONE, "2": _TWO}.get(fact.value) if fact.kind == "number" else None
    return words is not None and re.search(words[language], text, re.IGNORECASE) is not None
