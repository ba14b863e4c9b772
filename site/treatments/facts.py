"""The typed facts of a treatment, worded in a language.

They are stored once, on the treatment page, and never typed into prose.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

NO_BREAK_SPACE = "\u00a0"
CURRENCY_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$"}
# From here on, and in whole half hours, a duration reads better in hours.
HOURS_FROM_MINUTES = 90
KEPT = 500  # facts that stay worded


@lru_cache(KEPT)
def format_price(amount: Decimal, currency: str, language: str) -> str:
    """`€ 100` in Dutch, `€100` in English; cents only where there are any.

    `currency` is an ISO 4217 code; one without a symbol here is written as the code.
    """
    decimals = 0 if amount == amount.to_integral_value() else 2
    with translation.override(language):
        number = number_format(amount, decimals, use_l10n=True, force_grouping=True)
    symbol = CURRENCY_SYMBOLS.get(currency)
    if symbol is None:
        return f"{currency}{NO_BREAK_SPACE}{number}"
    return f"{symbol}{number}" if language == "en" else f"{symbol}{NO_BREAK_SPACE}{number}"


@lru_cache(KEPT)
def format_duration(minutes_from: int | None, minutes_to: int | None, language: str) -> str:
    """`1,5 tot 2 uur`, `60 to 90 minutes`; one number where both ends are equal or one is missing; `""` for neither."""
    ends = sorted({minutes for minutes in (minutes_from, minutes_to) if minutes})
    if not ends:
        return ""
    in_hours = ends[0] >= HOURS_FROM_MINUTES and all(minutes % 30 == 0 for minutes in ends)
    with translation.override(language):
        if in_hours:
            numbers = [
                number_format(Decimal(minutes) / 60, 1 if minutes % 60 else 0) for minutes in ends
            ]
        else:
            numbers = [str(minutes) for minutes in ends]
        span = (
            gettext("%(from)s to %(to)s") % {"from": numbers[0], "to": numbers[1]}
            if len(numbers) == 2
            else numbers[0]
        )
        if in_hours:
            unit = ngettext("%(number)s hour", "%(number)s hours", 2)
        else:
            unit = ngettext("%(number)s minute", "%(number)s minutes", ends[-1])
        return unit % {"number": span}


@dataclass(frozen=True)
class TreatmentFacts:
    """The facts as texts in one language; a fact that is not filled in is `""` or absent from `booking`."""

    price: str
    duration: str
    massage: str
    booking: list[str]

    def __bool__(self) -> bool:
        return bool(self.price or self.duration or self.massage or self.booking)

    @property
    def summary(self) -> str:
        """`€ 100 · 1,5 tot 2 uur`."""
        return " · ".join(text for text in (self.price, self.duration) if text)
