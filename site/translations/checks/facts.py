"""The facts that a text states, in a form that is the same in Dutch and in English."""

import html
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from translations.checks.number_words import spelled_as_digits

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_SHORT_MONTHS = {
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
_WEEKDAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
# English words that are months with a capital only.
_AMBIGUOUS_MONTHS = ("May", "March")

_NUMBER = r"\d+(?:[.,]\d+)*"
_EURO = r"(?:€|\beuro'?s?\b|\bEUR\b)"
_GAP = r"(?: ?[-–./] ?| )?"
_PHONE = re.compile(
    rf"(?<![\w+])(?:(?:\+|00)31{_GAP}(?:\(0\))?(?:{_GAP}\d){{9}}|0(?:{_GAP}\d){{9}}"
    rf"|\+\d(?:{_GAP}\d){{7,13}})(?!\w)"
)
_MINUTES = {"half": 30, "kwart over": 15, "kwart voor": -15}
_ENGLISH_MINUTES = {"half past": 30, "quarter past": 15, "quarter to": -15}


@dataclass(frozen=True)
class Fact:
    """`kind` and `value` are the same in every language; `shown` is how the text says it."""

    kind: str
    value: str
    shown: str

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.value


class FactFinder:
    """Takes the facts out of a text, kind by kind; what is taken is not found a second time."""

    def __init__(self, text: str, language: str) -> None:
        # Formats other than Dutch are read as English.
        self.language = "nl" if language.startswith("nl") else "en"
        self.text = text
        self.found: list[Fact] = []

    def find(self) -> list[Fact]:
        links = len(re.findall(r"<a[\s>]", self.text, re.IGNORECASE))
        self.found += [Fact("link", "a", "<a>")] * links
        self.text = plain_text(self.text)
        self._take(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", lambda m: ("email", m[0].lower()))
        self.text = re.sub(r"(?:https?://|www\.)\S+", " ", self.text)
        self._take(_PHONE, lambda m: ("phone", _phone(m[0])))
        self._take_codes()
        self.text = spelled_as_digits(self.text, self.language)
        self._take_dates()
        self._take_times()
        self._take_prices()
        percent = r"(?:%|procent\b|per ?cent\b)"
        self._take(rf"({_NUMBER})\s?{percent}", lambda m: ("percentage", self._number(m[1])))
        ordinal = r"(?:ste|de|e)" if self.language == "nl" else r"(?:st|nd|rd|th)"
        self._take(rf"\b(\d+){ordinal}\b", lambda m: ("ordinal", m[1]))
        self._take(_NUMBER, lambda m: ("number", self._number(m[0])))
        if self.language == "nl":
            self._take(r"\béén\b(?! van\b)", lambda m: ("number", "1"), re.IGNORECASE)
        self._take_names()
        return self.found

    def _take(
        self,
        pattern: str | re.Pattern,
        read: Callable[[re.Match], tuple[str, str] | None],
        flags: int = 0,
    ) -> None:
        """Adds a fact for each match that `read` gives a kind and value for."""

        def replace(match: re.Match) -> str:
            fact = read(match)
            if fact is None:
                return match[0]
            # Prices are spaced differently in each language; they are named in one way.
            shown = f"€ {match[1]}" if fact[0] == "price" else match[0].strip()
            self.found.append(Fact(*fact, shown))
            return " ; "

        self.text = re.sub(pattern, replace, self.text, flags=flags)

    def _number(self, text: str) -> str:
        """“1.250,50” (Dutch) and “1,250.50” (English) as “1250.5”."""
        thousands, comma = (".", ",") if self.language == "nl" else (",", ".")
        if re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{comma}\d+)?", text):
            text = text.replace(thousands, "")
        whole, *decimals = re.split("[.,]", text)
        if len(decimals) > 1:  # no number, such as “1.2.3”
            return text
        value = Decimal(".".join([whole, *decimals]))
        return format(
            value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize(), "f"
        )

    def _take_codes(self) -> None:
        """“L5-S1”: letters that belong to a digit."""
        self._take(r"\b(?!u\d)[A-Za-z]{1,3}\d+\b", lambda m: ("code", m[0].upper()))

    def _take_dates(self) -> None:
        self._take(r"\b(\d{4})-(\d{2})-(\d{2})\b", lambda m: self._date(int(m[3]), int(m[2]), m[1]))
        self._take(
            r"\b(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\b",
            lambda m: self._date(int(m[1]), int(m[3]), m[4]),
        )
        months = self._months()
        names = "|".join(sorted(months, key=len, reverse=True))
        flags = re.IGNORECASE if self.language == "nl" else 0
        suffix = r"(?:ste|de|e)?" if self.language == "nl" else r"(?:st|nd|rd|th)?(?: of)?"
        year = r"(?:,? (\d{4})\b)?"

        def month(name: str) -> int:
            return months[name.lower() if self.language == "nl" else name]

        self._take(
            rf"\b(\d{{1,2}}){suffix} ({names})\b\.?{year}",
            lambda m: self._date(int(m[1]), month(m[2]), m[3]),
            flags,
        )
        if self.language == "en":
            self._take(
                rf"\b({names})\.? (\d{{1,2}})(?:st|nd|rd|th)?\b(?![.:]\d){year}",
                lambda m: self._date(int(m[2]), month(m[1]), m[3]),
            )

    def _months(self) -> dict[str, int]:
        months = {}
        for names in (_MONTHS, _SHORT_MONTHS):
            for number, name in enumerate(names[self.language].split(), start=1):
                months[name] = number
                if self.language == "en":
                    months[name.upper()] = number
        return months

    def _date(self, day: int, month: int, year: str | None) -> tuple[str, str] | None:
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return None
        if year:
            self.found.append(Fact("number", year, year))
        return "date", f"{month:02}-{day:02}"

    def _take_times(self) -> None:
        if self.language == "en":
            self._take_english_times()
        else:
            self._take_dutch_times()
        clock = r"(\d{1,2})[:.](\d{2})"
        hour = r"(?: ?uur\b| ?u\b| ?h\b| ?o'clock\b)"
        before = r"(?:\b(?:om|vanaf|van|tot|tussen|rond|at|from|until|till|between|around|by) |; ?[–-] ?)"
        # Two times that belong together, one that is called so, one after “om” or “at”.
        range_ = rf"\b(?={clock} ?(?:–|-|tot|en|to|until|and) ?\d{{1,2}}[:.]\d{{2}}(?!\d))"
        unit = r"(?! ?(?:hours?|minut|euro|%|€|procent|percent))"
        for pattern in (
            rf"\b(\d{{1,2}}):(\d{{2}})\b{hour}?",
            rf"\b{clock}{hour}",
            rf"{range_}\d{{1,2}}[:.]\d{{2}}\b",
            rf"(?<!€)(?<!€ ){before}{clock}\b(?![.,]\d){unit}",
        ):
            self._take(pattern, lambda m: _time(int(m[1]), int(m[2])))
        if self.language == "nl":
            self._take(r"\b(\d{1,2})u(\d{2})\b", lambda m: _time(int(m[1]), int(m[2])))

    def _take_english_times(self) -> None:
        half_day = r" ?([ap])\.?m\b\.?"

        def read(match: re.Match) -> tuple[str, str] | None:
            hour, minutes, part = int(match[1]) % 12, int(match[2] or 0), match[3].lower()
            return _time(hour + 12 if part == "p" else hour, minutes)

        self._take(rf"\b(\d{{1,2}})(?:[:.](\d{{2}}))?{half_day}", read, re.IGNORECASE)
        self._take(
            r"\b(half past|quarter past|quarter to) (\d{1,2})\b",
            lambda m: _clock(int(m[2]), _ENGLISH_MINUTES[m[1].lower()]),
            re.IGNORECASE,
        )
        self._take(r"\b(\d{1,2}) ?o'clock", lambda m: _clock(int(m[1]), 0), re.IGNORECASE)

    def _take_dutch_times(self) -> None:
        part = r"'s (ochtends|morgens|middags|avonds|nachts)"
        before = rf"{part} (?:om |vanaf |rond )?(\d{{1,2}})(?:[.:](\d{{2}}))? uur"
        after = rf"\b(\d{{1,2}})(?:[.:](\d{{2}}))? uur {part}"
        self._take(before, lambda m: _part_of_day(int(m[2]), m[3], m[1]), re.IGNORECASE)
        self._take(after, lambda m: _part_of_day(int(m[1]), m[2], m[3]), re.IGNORECASE)
        self._take(
            r"\bhalf (\d{1,2})\b(?![,.]\d)", lambda m: _clock(int(m[1]) - 1, 30), re.IGNORECASE
        )
        self._take(
            r"\b(kwart over|kwart voor) (\d{1,2})\b",
            lambda m: _clock(int(m[2]), _MINUTES[m[1].lower()]),
            re.IGNORECASE,
        )

    def _take_prices(self) -> None:
        def read(match: re.Match) -> tuple[str, str]:
            return "price", self._number(match[1])

        no_cents = r"(?:,(?:-{1,2}|–|—))?"
        self._take(rf"(?:€|\bEUR\b) ?({_NUMBER}){no_cents}", read)
        self._take(rf"\b({_NUMBER}){no_cents} ?{_EURO}", read, re.IGNORECASE)

    def _take_names(self) -> None:
        flags = re.IGNORECASE if self.language == "nl" else 0
        for number, name in enumerate(_MONTHS[self.language].split(), start=1):
            # A sentence may begin with the verb “May”, and a heading with “March”.
            start = r"(?<![.!?] )(?<!^)" if name in _AMBIGUOUS_MONTHS else ""
            self._take(rf"{start}\b{name}\b", _constant("month", f"{number:02}"), flags)
        for number, name in enumerate(_WEEKDAYS[self.language].split(), start=1):
            self._take(rf"\b{name}\w*", _constant("weekday", str(number)), flags)


def find_facts(text: str, language: str) -> list[Fact]:
    """Every fact of a text, HTML or not, in no particular order; one that is repeated is there as often."""
    return FactFinder(text, language).find()


def facts(text: str, language: str) -> Counter[tuple[str, str]]:
    """How often a text states each fact, as `(kind, value)`: ("price", "100"), ("time", "20:00"), ("date", "03-12").

    Kinds: price, time, clock (a time that may be before or after noon), date (a year is a number of its own), month,
    weekday, number, percentage, ordinal, code, phone, email, link. Numbers have a decimal point and no thousands.
    """
    return Counter(fact.key for fact in find_facts(text, language))


def plain_text(text: str) -> str:
    """Text without tags and entities, with plain spaces, apostrophes and dashes."""
    text = re.sub(r"<(?:br|/?p|/?li|/?h\d|/?div)\b[^>]*>", " ", text, flags=re.IGNORECASE)
    text = html.unescape(re.sub(r"<[^>]*>", "", text))
    text = re.sub(r"[‘’ʼ`´]", "'", re.sub(r"[‐‑‒−]", "-", text))
    return re.sub(r"\s+", " ", text).strip()


def _constant(kind: str, value: str) -> Callable[[re.Match], tuple[str, str]]:
    return lambda match: (kind, value)


def _time(hour: int, minutes: int) -> tuple[str, str] | None:
    return ("time", f"{hour:02}:{minutes:02}") if hour <= 24 and minutes < 60 else None


def _clock(hour: int, minutes: int) -> tuple[str, str] | None:
    if hour > 12:
        return _time(hour, minutes) if minutes >= 0 else None
    total = (hour * 60 + minutes) % 720
    return "clock", f"{total // 60:02}:{total % 60:02}"


def _part_of_day(hour: int, minutes: str | None, part: str) -> tuple[str, str] | None:
    if part.lower() in ("middags", "avonds") and hour < 12:
        hour += 12
    return _time(hour, int(minutes or 0))


def _phone(text: str) -> str:
    digits = re.sub(r"[^\d+]", "", text.replace("(0)", ""))
    return re.sub(r"^(?:\+31|0031)0?", "0", digits)
