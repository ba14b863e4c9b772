"""Opening hours as visitors read them."""

from datetime import time

import pytest

from core.opening_hours import Span, format_opening_hours, overlaps

DAY = (time(9), time(17))


def lines(spans: list[Span], language: str) -> list[tuple[str, str]]:
    return [(line.days, line.times) for line in format_opening_hours(spans, language)]


@pytest.mark.parametrize(
    ("days", "dutch", "english"),
    [
        ([0], ["ma"], ["Mon"]),
        ([0, 1], ["ma en di"], ["Mon and Tue"]),
        ([2, 0, 1], ["ma t/m wo"], ["Mon–Wed"]),
        ([0, 2, 3, 6], ["ma", "wo en do", "zo"], ["Mon", "Wed and Thu", "Sun"]),
    ],
)
def test_consecutive_days_with_the_same_hours_share_a_line(days, dutch, english):
    spans = [Span(day, *DAY) for day in days]
    assert lines(spans, "nl") == [(day, "9:00–17:00") for day in dutch]
    assert lines(spans, "en") == [(day, "9:00–17:00") for day in english]


def test_a_day_with_a_break_has_both_its_times_in_order():
    spans = [Span(3, time(13, 30), time(20)), Span(3, time(9), time(12, 5))]
    assert lines(spans, "nl") == [("do", "9:00–12:05, 13:30–20:00")]


def test_days_that_differ_in_one_time_stay_apart():
    spans = [Span(0, *DAY), Span(1, *DAY), Span(1, time(18), time(20))]
    assert lines(spans, "nl") == [("ma", "9:00–17:00"), ("di", "9:00–17:00, 18:00–20:00")]


def test_without_hours_there_is_nothing():
    assert lines([], "nl") == []


def test_hours_that_touch_do_not_overlap_and_hours_that_cross_do():
    touching = [Span(0, time(9), time(12)), Span(0, time(12), time(17)), Span(1, *DAY)]
    assert overlaps(touching) == []
    late = Span(0, time(16), time(18))
    assert overlaps([*touching, late]) == [late]
    assert overlaps([touching[0], touching[0]]) == [touching[0]]
