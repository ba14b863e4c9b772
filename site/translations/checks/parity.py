"""Prices, times, dates, numbers, addresses and links: what has to be the same in both languages."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from html import unescape

from django.utils.dates import MONTHS as MONTH_NAMES
from django.utils.dates import WEEKDAYS as WEEKDAY_NAMES
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from translations.checks.number_words import MONTHS, WEEKDAYS, number_words

Fact = tuple[str, str]
Reader = Callable[[re.Match[str], str], list[Fact] | None]

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_TELEPHONE = re.compile(r"(?<![\w.,])(?:\+|00|0)[\d()\s./-]{7,}\d")
_PRICE = re.compile(
    r"(?:€|\bEUR|£|\$)\s*(?P<after>\d[\d.,]*)(?:,-|,—)?|(?P<before>\d[\d.,]*)(?:,-)?\s*(?:euros?\b|EUR\b|€)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})(?:\s*([ap])\.?m\b\.?)?", re.IGNORECASE)
_ENGLISH_HOUR = re.compile(r"\b(\d{1,2})(?:\.(\d{2}))?\s*([ap])\.?m\b\.?", re.IGNORECASE)
_DUTCH_CLOCK = re.compile(
    r"\b(\d{1,2})\.(\d{2})(?=\s*(?:uur|u\b|tot\b|en\b|-|–|t/m))", re.IGNORECASE
)
_DUTCH_HOUR = re.compile(
    r"\b(\d{1,2})\s*uur\s+['’]s\s+(ochtends|morgens|middags|avonds|nachts)", re.IGNORECASE
)
_NUMERIC_DATE = re.compile(r"\b(\d{1,2})[-/](\d{1,2})[-/](\d{4})\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def facts(text: str, language: str) -> Counter[Fact]:
    """Counts the facts in a text as `(kind, value)`, written the same way whatever the language.

    `text` may hold inline HTML. Kinds: `price`, `time` (`20:00`), `month`, `weekday`, `number`, `telephone`, `email`,
    `address` (of a web page) and `link`.
    """
    found: Counter[Fact] = Counter({("link", ""): text.count("<a ")})
    plain = unescape(strip_tags(text)).replace("\u00a0", " ").replace("\u202f", " ")
    for pattern, reader in _READERS:
        plain = _take(plain, pattern, reader, language, found)
    for name, words in (("month", MONTHS), ("weekday", WEEKDAYS)):
        for match in words[language].finditer(plain):
            found[(name, str(match.lastindex))] += 1
    plain, numbers = number_words(plain, language)
    found.update(("number", _plain_number(number)) for number in numbers)
    found.update(("number", _decimal(match.group(), language)) for match in _NUMBER.finditer(plain))
    return +found


def facts_changed(old: str, new: str, language: str = "nl") -> bool:
    """Whether a number, price, time or date differs between two versions of a text in one language."""
    then, now = facts(old, language), facts(new, language)
    then.pop(("link", ""), None)
    now.pop(("link", ""), None)
    return then != now


def mismatches(dutch: str, english: str) -> list[str]:
    """A sentence for each fact that one language states and the other does not; empty when they agree."""
    ours, theirs = facts(dutch, "nl"), facts(english, "en")
    missing, extra = ours - theirs, theirs - ours
    _settle_hours(missing, extra)
    links, links_in_english = ours[("link", "")], theirs[("link", "")]
    sentences = []
    if links != links_in_english:
        sentences.append(
            ngettext(
                "The Dutch has %(dutch)d link, the English %(english)d.",
                "The Dutch has %(dutch)d links, the English %(english)d.",
                links,
            )
            % {"dutch": links, "english": links_in_english}
        )
    sentences += [_("The Dutch says %s, the English does not.") % name for name in _names(missing)]
    sentences += [_("The English says %s, the Dutch does not.") % name for name in _names(extra)]
    return sentences


def _names(counted: Counter[Fact]) -> Iterator[str]:
    for kind, value in sorted(counted):
        if kind == "price":
            yield f"€ {value}"
        elif kind == "month":
            yield str(MONTH_NAMES[int(value)])
        elif kind == "weekday":
            yield str(WEEKDAY_NAMES[int(value) - 1])
        elif kind != "link":
            yield value


def _settle_hours(missing: Counter[Fact], extra: Counter[Fact]) -> None:
    """“8 uur” is 8 o'clock as well as eight hours: it agrees with 8 pm."""
    for one, other in ((missing, extra), (extra, missing)):
        for kind, value in list(one):
            if kind != "time" or not value.endswith(":00"):
                continue
            hour = int(value[:2])
            for number in (hour, hour % 12 or 12):
                if other[("number", str(number))]:
                    one.subtract([(kind, value)])
                    other.subtract([("number", str(number))])
                    break
    for counted in (missing, extra):
        for fact in [fact for fact, count in counted.items() if count <= 0]:
            del counted[fact]


def _take(
    plain: str, pattern: re.Pattern[str], reader: Reader, language: str, found: Counter[Fact]
) -> str:
    """Reads every match of a pattern, and takes it out of the text."""

    def replace(match: re.Match[str]) -> str:
        read = reader(match, language)
        if read is None:
            return match.group()
        found.update(read)
        return " "

    return pattern.sub(replace, plain)


def _read_telephone(match: re.Match[str], language: str) -> list[Fact] | None:
    digits = re.sub(r"\(0\)|\D", "", match.group())
    if len(digits) < 9:
        return None
    if match.group().startswith("00"):
        digits = digits[2:]
    elif digits.startswith("0"):
        digits = "31" + digits[1:]
    return [("telephone", "+" + digits)]


def _read_price(match: re.Match[str], language: str) -> list[Fact]:
    amount = match.group("after") or match.group("before")
    return [("price", _decimal(amount.rstrip(".,"), language))]


def _read_clock(match: re.Match[str], language: str) -> list[Fact] | None:
    hour, minute = int(match.group(1)), int(match.group(2) or 0)
    half = match.group(3).lower() if match.re.groups >= 3 and match.group(3) else ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    return [("time", f"{hour:02}:{minute:02}")]


def _read_english_hour(match: re.Match[str], language: str) -> list[Fact] | None:
    return _read_clock(match, language) if language == "en" else None


def _read_dutch_clock(match: re.Match[str], language: str) -> list[Fact] | None:
    return _read_clock(match, language) if language == "nl" else None


def _read_dutch_hour(match: re.Match[str], language: str) -> list[Fact] | None:
    hour = int(match.group(1))
    if language != "nl" or hour > 24:
        return None
    if match.group(2).lower() in ("middags", "avonds") and hour < 12:
        hour += 12
    return [("time", f"{hour:02}:00")]


def _read_numeric_date(match: re.Match[str], language: str) -> list[Fact] | None:
    day, month, year = (int(part) for part in match.groups())
    if not 1 <= month <= 12:
        return None
    return [("number", str(day)), ("month", str(month)), ("number", str(year))]


def _decimal(digits: str, language: str) -> str:
    """`1.250,50` in Dutch and `1,250.50` in English are both `1250.5`."""
    point, comma = (",", ".") if language == "nl" else (".", ",")
    whole = re.fullmatch(rf"\d{{1,3}}(?:\{comma}\d{{3}})+(?:\{point}\d+)?", digits)
    plain = digits.replace(comma, "") if whole else digits.replace(comma, ".")
    try:
        return _plain_number(Decimal(plain.replace(point, ".")))
    except InvalidOperation:  # such as a version, 1.2.3
        return digits


def _plain_number(number: Decimal) -> str:
    return f"{number.normalize():f}"


_READERS: list[tuple[re.Pattern[str], Reader]] = [
    (_EMAIL, lambda match, language: [("email", match.group().lower())]),
    (_URL, lambda match, language: [("address", match.group().rstrip(".,;:)").lower())]),
    (_NUMERIC_DATE, _read_numeric_date),
    (_TELEPHONE, _read_telephone),
    (_PRICE, _read_price),
    (_CLOCK, _read_clock),
    (_ENGLISH_HOUR, _read_english_hour),
    (_DUTCH_HOUR, _read_dutch_hour),
    (_DUTCH_CLOCK, _read_dutch_clock),
]
