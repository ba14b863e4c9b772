"""Numbers, months and weekdays that are written as words."""

import re
from decimal import Decimal

# “Een” and “one” are left out: they are articles and pronouns far more often than numbers.
_WORDS = {
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien",
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
}
_TENS = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_OTHERS = {
    "nl": {"honderd": "100", "duizend": "1000", "anderhalf": "1.5", "anderhalve": "1.5"}
    | {"half": "0.5", "halve": "0.5", "halfuur": "0.5"},
    "en": {"hundred": "100", "thousand": "1000", "half": "0.5"},
}
_UNITS = {"nl": "een twee drie vier vijf zes zeven acht negen", "en": _WORDS["en"]}
_ONE_AND_A_HALF = re.compile(r"\b(?:one|an?)(?: \w+)? and a half\b", re.IGNORECASE)


def _numbers(language: str) -> dict[str, Decimal]:
    numbers = {word: Decimal(i) for i, word in enumerate(_WORDS[language].split(), 2)}
    tens = {word: Decimal(10 * i) for i, word in enumerate(_TENS[language].split(), 2)}
    for ten, tenfold in tens.items():
        if language == "nl":
            for unit, word in enumerate(_UNITS["nl"].split(), 1):
                link = "ën" if word.endswith("e") else "en"
                numbers[f"{word}{link}{ten}"] = tenfold + unit
        else:
            for unit, word in enumerate(["one", *_UNITS["en"].split()[:8]], 1):
                numbers[f"{ten}-{word}"] = tenfold + unit
    return numbers | tens | {word: Decimal(value) for word, value in _OTHERS[language].items()}


_NUMBERS = {language: _numbers(language) for language in ("nl", "en")}
_PATTERNS = {
    language: re.compile(
        rf"\b(?:{'|'.join(sorted(numbers, key=len, reverse=True))})\b", re.IGNORECASE
    )
    for language, numbers in _NUMBERS.items()
}


def number_words(text: str, language: str) -> tuple[str, list[Decimal]]:
    """The text without its numbers in words, and those numbers."""
    found: list[Decimal] = []
    if language == "en":
        text, times = _ONE_AND_A_HALF.subn(" ", text)
        found += [Decimal("1.5")] * times

    def take(match: re.Match[str]) -> str:
        found.append(_NUMBERS[language][match.group().lower()])
        return " "

    return _PATTERNS[language].sub(take, text), found


def _any_of(words: str, tail: str = r"\b", flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Matches one of the words; `lastindex` is its place, from 1."""
    return re.compile(
        r"\b(?:" + "|".join(f"({word})" for word in words.split()) + ")" + tail, flags
    )


MONTHS = {
    "nl": _any_of(
        "januari februari maart april mei juni juli augustus september oktober november december"
    ),
    # Capitals only, since “may” and “march” are verbs; “May” also begins sentences, so it wants a number beside it.
    "en": _any_of(
        r"January February March April (?:(?<=\d\s)May|May(?=\s\d)) June July August September October November "
        "December",
        flags=0,
    ),
}
WEEKDAYS = {
    # Also in “maandagavond” and “maandags”.
    "nl": _any_of("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", tail=""),
    "en": _any_of("monday tuesday wednesday thursday friday saturday sunday", tail=r"s?\b"),
}
