"""Measures rows in interleaved rounds, so that a busy machine slows all of them alike."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bench.answers import ask
from bench.load import Load, wrk
from bench.processes import cpu_seconds

WARM_UP = 1  # seconds, before the first round


@dataclass(frozen=True)
class Row:
    """One address of one server, asked in one way; `processes` are those of its side, without the database."""

    name: str
    url: str
    processes: Callable[[], list[int]]
    headers: dict[str, str] = field(default_factory=dict)
    way: str = "plain"  # how it is asked, in a word for the table

    @property
    def key(self) -> tuple[str, str]:
        return self.name, self.way


@dataclass(frozen=True)
class Measured:
    """What one round, or the median of all, says: times in milliseconds, bytes with headers."""

    requests_a_second: float
    cpu: float
    cpu_with_database: float
    p50: float
    p99: float
    bytes_each: float


Figures = dict[tuple[str, str], list[Measured]]


def measure(
    rows: Sequence[Row], rounds: int, seconds: int, database: Callable[[], list[int]]
) -> Figures:
    """What each row did in each round, by its key."""
    for row in rows:
        ask(row.url)  # the first answer of a process may take longer than warming up does
        wrk(row.url, WARM_UP, row.headers)
    figures: Figures = {row.key: [] for row in rows}
    for number in range(rounds):
        print(f"Round {number + 1} of {rounds} ...", flush=True)
        for row in rows:
            figures[row.key].append(_measure(row, seconds, database))
    return figures


def _measure(row: Row, seconds: int, database: Callable[[], list[int]]) -> Measured:
    before = cpu_seconds(row.processes()), cpu_seconds(database())
    load = wrk(row.url, seconds, row.headers)
    own = cpu_seconds(row.processes()) - before[0]
    of_database = cpu_seconds(database()) - before[1]
    return measured(load, own, of_database)


def measured(load: Load, own: float, of_database: float) -> Measured:
    """One round, from what wrk saw and the seconds of processor time that were taken meanwhile."""
    each = 1000 / load.requests
    return Measured(
        requests_a_second=load.requests / load.seconds,
        cpu=own * each,
        cpu_with_database=(own + of_database) * each,
        p50=load.p50 * 1000,
        p99=load.p99 * 1000,
        bytes_each=load.bytes_each,
    )


def median(rounds: Sequence[Measured]) -> Measured:
    """The median of each figure by itself."""
    return Measured(
        *(statistics.median(figures) for figures in zip(*map(_figures, rounds), strict=True))
    )


def _figures(one: Measured) -> tuple[float, ...]:
    return tuple(vars(one).values())


def ratio(
    above: Sequence[Measured], below: Sequence[Measured], figure: str = "requests_a_second"
) -> float:
    """The median of the rounds' ratios: both were measured within seconds of each other in each."""
    return statistics.median(
        getattr(a, figure) / getattr(b, figure) for a, b in zip(above, below, strict=True)
    )
