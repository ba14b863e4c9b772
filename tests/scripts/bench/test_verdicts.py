import pytest
from bench import rows
from bench.rounds import Measured
from bench.verdicts import Verdict, are_met, of_api, of_memory, of_speed


def measured(requests_a_second, cpu=0.3, p99=5.0):
    return [Measured(requests_a_second, cpu, cpu, 1, p99, 100)]


@pytest.fixture
def figures():
    """Those of a run in which everything is just as it is wanted."""
    of_pages = {
        rows.STATIC: measured(1000),
        rows.PROXY_CACHE: measured(894),
        rows.NGINX: measured(850),
        rows.CACHE: measured(80, cpu=0.35, p99=10),
        rows.UNCACHED: measured(2, cpu=8),
        rows.WAGTAIL: measured(2, cpu=8),
    }
    of_api = {
        rows.API_CACHE: measured(80),
        rows.API_UNCACHED: measured(5),
        rows.WAGTAIL_API: measured(2),
    }
    return {
        (name, way): rounds
        for name, rounds in (of_pages | of_api).items()
        for way in (rows.PLAIN, rows.COMPRESSED)
    }


def unmet(figures):
    return [one.what for one in of_speed(figures) + of_api(figures) if not one.is_met]


def test_just_enough_is_enough(figures):
    assert unmet(figures) == []


@pytest.mark.parametrize(
    ("name", "way", "worse", "parts"),
    [
        (rows.NGINX, rows.COMPRESSED, measured(840), [rows.PROXY_CACHE, rows.STATIC]),
        (rows.PROXY_CACHE, rows.PLAIN, measured(900), [rows.PROXY_CACHE]),
        (rows.CACHE, rows.COMPRESSED, measured(77), [rows.STATIC, "br, gzip / plain"]),
        (rows.CACHE, rows.COMPRESSED, measured(80, cpu=0.36), ["CPU a request"]),
        (rows.CACHE, rows.PLAIN, measured(80, p99=11), ["p99"]),
        (rows.UNCACHED, rows.PLAIN, measured(2, cpu=8.1), ["CPU", "CPU with PostgreSQL"]),
        (rows.API_UNCACHED, rows.PLAIN, measured(4.9), [rows.WAGTAIL_API]),
        (rows.API_CACHE, rows.PLAIN, measured(77), [rows.CACHE]),
    ],
)
def test_a_little_less_is_named(figures, name, way, worse, parts):
    found = unmet(figures | {(name, way): worse})
    assert len(found) == len(parts)
    for part in parts:
        assert any(part in what for what in found)


def test_memory_is_that_of_all_parts_together():
    assert of_memory({"application": 300, "nginx": 50}).is_met
    assert not of_memory({"application": 300, "nginx": 51}).is_met


def test_line_says_what_was_found_and_what_is_wanted():
    verdict = Verdict("p99", 12.345, 10, unit=" ms")
    assert verdict.line == ("NOT MET", "p99", "12.3 ms", "at most 10 ms")
    assert not are_met([Verdict("other", 1, 1), verdict])
