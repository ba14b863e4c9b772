import pytest
from bench.load import Load
from bench.rounds import Measured, measured, median, ratio


def one(requests_a_second, cpu=1.0, p99=1.0):
    return Measured(requests_a_second, cpu, cpu, 1.0, p99, 100)


def test_round_says_what_each_request_took_in_milliseconds():
    found = measured(Load(200, 2, 0.005, 0.02, 300), own=0.1, of_database=0.3)
    assert found == Measured(
        requests_a_second=100,
        cpu=pytest.approx(0.5),
        cpu_with_database=pytest.approx(2),
        p50=5,
        p99=20,
        bytes_each=300,
    )


def test_each_figure_has_a_median_of_its_own():
    middle = median([one(10, p99=3), one(30, p99=1), one(20, p99=2)])
    assert (middle.requests_a_second, middle.p99) == (20, 2)


def test_ratio_compares_within_each_round():
    # The machine was ten times as slow in the second round, for both.
    assert ratio([one(90), one(9), one(50)], [one(100), one(10), one(100)]) == pytest.approx(0.9)


def test_ratio_of_another_figure():
    assert ratio([one(1, cpu=3)], [one(1, cpu=2)], "cpu") == 1.5
