"""What is wanted of the figures, and whether they are so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bench import rows
from bench.rounds import Figures, median, ratio

PSS = 350  # MB
AS_FAST = 0.97  # as fast as, less what two runs of one row differ by
WAYS = (rows.PLAIN, rows.COMPRESSED)


@dataclass(frozen=True)
class Verdict:
    """One thing that is wanted: a figure, and the least or the most that it may be."""

    what: str
    figure: float
    limit: float
    at_least: bool = False
    unit: str = ""

    @property
    def is_met(self) -> bool:
        return self.figure >= self.limit if self.at_least else self.figure <= self.limit

    @property
    def line(self) -> tuple[str, str, str, str]:
        """Met or not, what, the figure, and what is wanted."""
        wanted = "at least" if self.at_least else "at most"
        return (
            "met" if self.is_met else "NOT MET",
            self.what,
            f"{self.figure:.3g}{self.unit}",
            f"{wanted} {self.limit:g}{self.unit}",
        )


def of_speed(figures: Figures) -> list[Verdict]:
    """Pages: behind nginx, from our own cache, and made anew beside plain Wagtail."""
    found = []
    for way in WAYS:
        for other, least in ((rows.PROXY_CACHE, 0.95), (rows.STATIC, 0.85)):
            share = ratio(figures[rows.NGINX, way], figures[other, way])
            found.append(Verdict(f"{rows.NGINX} / {other} ({way})", share, least, at_least=True))
    for way in WAYS:
        cached = figures[rows.CACHE, way]
        share = ratio(cached, figures[rows.STATIC, way])
        found += [
            Verdict(f"{rows.CACHE} / {rows.STATIC} ({way})", share, 0.08, at_least=True),
            Verdict(f"{rows.CACHE}: CPU a request ({way})", median(cached).cpu, 0.35, unit=" ms"),
            Verdict(f"{rows.CACHE}: p99 ({way})", median(cached).p99, 10, unit=" ms"),
        ]
    compressed = ratio(figures[rows.CACHE, rows.COMPRESSED], figures[rows.CACHE, rows.PLAIN])
    found.append(Verdict(f"{rows.CACHE}: br, gzip / plain", compressed, AS_FAST, at_least=True))
    ours, theirs = figures[rows.UNCACHED, rows.PLAIN], figures[rows.WAGTAIL, rows.PLAIN]
    for figure, words in (("cpu", "CPU"), ("cpu_with_database", "CPU with PostgreSQL")):
        share = ratio(ours, theirs, figure)
        found.append(Verdict(f"{rows.UNCACHED} / {rows.WAGTAIL}: {words}", share, 1))
    return found


def of_api(figures: Figures) -> list[Verdict]:
    """The content API beside Wagtail's own, and beside a page from the same cache."""
    api = {name: figures[name, rows.PLAIN] for name in (rows.API_UNCACHED, rows.API_CACHE)}
    peer, page = figures[rows.WAGTAIL_API, rows.PLAIN], figures[rows.CACHE, rows.PLAIN]
    return [
        Verdict(
            f"{rows.API_UNCACHED} / {rows.WAGTAIL_API}",
            ratio(api[rows.API_UNCACHED], peer),
            2.5,
            at_least=True,
        ),
        Verdict(
            f"{rows.API_CACHE} / {rows.CACHE}",
            ratio(api[rows.API_CACHE], page),
            AS_FAST,
            at_least=True,
        ),
    ]


def of_memory(parts: Mapping[str, float]) -> Verdict:
    """All processes of a small installation together, from the megabytes of each part."""
    return Verdict("PSS of all processes", sum(parts.values()), PSS, unit=" MB")


def are_met(verdicts: Iterable[Verdict]) -> bool:
    return all(verdict.is_met for verdict in verdicts)
