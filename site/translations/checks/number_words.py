"""Rewrites numbers that are spelled out as digits, in Dutch and in English.

“Een”, “one” and “a” stay: they are articles at least as often as numbers. So do ordinals.
"""

import re
from functools import cache

_DUTCH_UNITS = {
    "twee": 2,
    "tweeën": 2,
    "drie": 3,
    "drieën": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
}
_DUTCH_TEENS = {
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "dertien": 13,
    "veertien": 14,
    "vijftien": 15,
    "zestien": 16,
    "zeventien": 17,
    "achttien": 18,
    "negentien": 19,
}
_DUTCH_TENS = {
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
}
_ENGLISH_UNITS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_ENGLISH_TEENS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_ENGLISH_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_FRACTIONS = {"¼": 25, "½": 5, "¾": 75}

# What is no number although it looks like one, and parts of an hour; in order.
_PHRASES = {
    "nl": [
        (r"\b(?:1|één|een)[ -]?(?:op|:)[ -]?(?:1|één|een)\b", " "),
        (r"\bin acht\b|\bacht (?:te )?(?:slaan|geven|nemen)\b|\b(?:sla|geef) acht\b", " "),
        (r"\bdriekwart\b(?! ?uur)", " "),
        (r"\bdrie ?kwartier\b|\bdriekwart ?uur\b", "45 minuten"),
        (r"\b(?:een|één) kwartier(?:tje)?\b|\bkwartier(?:tje)?\b", "15 minuten"),
        (r"\bander ?hal(?:f|ve)\b", "1,5"),
        (r"\bhal(?:f|ve) ?uur(?:tje)?\b", "0,5 uur"),
        (r"\b(twee|drie|vier|vijf|zes|zeven)ë?nhal(?:f|ve)\b", r"\1 en een half"),
    ],
    "en": [
        (r"\b(?:1|one)[ -]?(?:to|on|:)[ -]?(?:1|one)\b", " "),
        (r"\bthree[ -]quarters of an hour\b", "45 minutes"),
        (r"\bthree[ -]quarters?\b", " "),
        (r"\b(?:a )?quarter[ -](?:of an )?hour\b", "15 minutes"),
        (r"\b(?:an?|one) (hour|minute|day|week|month|year) and a half\b", r"1.5 \1s"),
        (r"\bone and a half\b", "1.5"),
        (r"\bhalf[ -](?:an?[ -])?hour\b", "0.5 hours"),
        (r"\btwice\b", "two times"),
        (r"\bthrice\b", "three times"),
    ],
}
_AND_A_HALF = {
    "nl": (r"\b(\d+) en een hal(?:f|ve)\b", r"\1,5"),
    "en": (r"\b(\d+) and a half\b", r"\1.5"),
}


def spelled_as_digits(text: str, language: str) -> str:
    """The text with “twee”, “anderhalf”, “twenty-five”, “half an hour”, “1½” … as digits of that language."""
    comma = "," if language == "nl" else "."
    text = re.sub(
        r"(\d*)([¼½¾])", lambda found: f"{found[1] or 0}{comma}{_FRACTIONS[found[2]]}", text
    )
    for pattern, replacement in _PHRASES[language]:
        text = re.sub(pattern, replacement, text, flags=re.IGNORECASE)
    words = _dutch_words() if language == "nl" else _english_words()
    text = words.sub(lambda found: str(_value(found[0], language)), text)
    pattern, replacement = _AND_A_HALF[language]
    return re.sub(pattern, replacement, text, flags=re.IGNORECASE)


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _dutch_words() -> re.Pattern:
    units = f"(?:{_any(_DUTCH_UNITS)})"
    below_hundred = (
        f"(?:(?:een|één|{units})[eë]n(?:{_any(_DUTCH_TENS)})"
        f"|{_any(_DUTCH_TENS)}|{_any(_DUTCH_TEENS)}|{units})"
    )
    hundreds = f"(?:{_any(_DUTCH_TEENS)}|{units})?(?:honderd|duizend)"
    times = "(?=(?:maal|keer)?(?!\\w))"
    return re.compile(
        f"(?<!\\w)(?:{hundreds}(?:(?:en)?{below_hundred})?|{below_hundred}){times}", re.IGNORECASE
    )


@cache
def _english_words() -> re.Pattern:
    below_hundred = (
        f"(?:(?:{_any(_ENGLISH_TENS)})[ -](?:one|{_any(_ENGLISH_UNITS)})"
        f"|{_any(_ENGLISH_TENS)}|{_any(_ENGLISH_TEENS)}|{_any(_ENGLISH_UNITS)})"
    )
    hundreds = f"(?:(?:(?:an?|one|{below_hundred})[ -])?(?:hundred|thousand))"
    return re.compile(
        f"\\b(?:{hundreds}(?: and {below_hundred}| {below_hundred})?|{below_hundred})\\b",
        re.IGNORECASE,
    )


def _value(words: str, language: str) -> int:
    """The number that a match of the patterns above spells."""
    words = words.lower()
    if language == "nl":
        small = _DUTCH_UNITS | _DUTCH_TEENS | _DUTCH_TENS | {"een": 1, "één": 1}
        large = {"honderd": 100, "duizend": 1000}
    else:
        small = _ENGLISH_UNITS | _ENGLISH_TEENS | _ENGLISH_TENS | {"one": 1, "a": 1, "an": 1}
        large = {"hundred": 100, "thousand": 1000}
    parts = re.findall(_any(small | large), words) if language == "nl" else re.split("[ -]", words)
    total = 0
    for part in parts:
        if part in large:
            total = (total or 1) * large[part]
        else:
            total += small.get(part, 0)
    return total
