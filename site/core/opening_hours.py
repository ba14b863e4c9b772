"""When the practice is open: typed once, worded in each language."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from django.utils import translation
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext, pgettext

# From Monday to Sunday: the number that `django.utils.dates` and `date.weekday()` use is the place in this list.
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of one day; `weekday` counts from Monday, 0."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True)
class OpeningHours:
    """A line of a list: `ma t/m wo` and `9:00–12:30, 13:30–17:00`."""

    days: str
    times: str


def overlaps(spans: Iterable[Span]) -> list[Span]:
    """The spans that begin before an earlier one of the same day ends, in the order of the week."""
    return [
        later
        for earlier, later in pairwise(sorted(spans))
        if earlier.weekday == later.weekday and later.opens < earlier.closes
    ]


def format_opening_hours(spans: Iterable[Span], language: str) -> list[OpeningHours]:
    """The lines from Monday on; consecutive days with the same hours share one."""
    times: dict[int, list[str]] = defaultdict(list)
    for span in sorted(set(spans)):
        times[span.weekday].append(f"{_format_time(span.opens)}–{_format_time(span.closes)}")
    runs: list[list[int]] = []
    for day in times:
        if runs and runs[-1][-1] == day - 1 and times[runs[-1][0]] == times[day]:
            runs[-1].append(day)
        else:
            runs.append([day])
    with translation.override(language):
        return [OpeningHours(_format_days(run), ", ".join(times[run[0]])) for run in runs]


def _format_time(moment: time) -> str:
    """`9:00`, on a clock of 24 hours: the same in both languages."""
    return f"{moment.hour}:{moment.minute:02}"


def _format_days(run: list[int]) -> str:
    """`ma`, `ma en di`, `ma t/m wo`; `Mon`, `Mon and Tue`, `Mon–Wed`."""
    names = {"first": str(WEEKDAYS_ABBR[run[0]]), "last": str(WEEKDAYS_ABBR[run[-1]])}
    if len(run) == 1:
        return names["first"]
    if len(run) == 2:
        return gettext("%(first)s and %(last)s") % names
    return pgettext("weekdays", "%(first)s–%(last)s") % names
