"""All that was found, as one text that is printed and kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bench import first_visit, machine
from bench.growth import Growth
from bench.load import CONNECTIONS
from bench.rounds import Figures
from bench.table import markdown, speed_table
from bench.verdicts import Verdict

KINDS = ("document", "stylesheet", "script", "font", "image")
INTRODUCTION = """# What `make bench` found

{machine}

Everything ran on this machine, on loopback, without TLS: {rounds} rounds of {seconds} s a row, one row after the
other in each round, {connections} connections. What asks goes before what answers (SCHED_RR, where the account may),
so that its own waiting for a processor is not counted. Figures are medians of the rounds, ratios medians of the rounds'
ratios. Processor time is that of all processes of the server's side, bytes are those of a whole answer with its
headers.

The page is a treatment with all its sections. Plain Wagtail is what `wagtail start` makes, with 1,300 words of that
page in 12 rich text blocks, `DEBUG` off, on the same PostgreSQL and the same application server. Uncached is
`RESPONSE_CACHE=off`; the files and the `proxy_cache` hold what this site answers. That nobody reads anything older than
a change that was finished before, and what visitors get while the database is away, is held by
`tests/publishing/response_cache/`.
"""


@dataclass
class Results:
    """What the parts of a run have found, as they end."""

    rounds: int
    seconds: int
    figures: Figures = field(default_factory=dict)
    memory: Mapping[str, float] = field(default_factory=dict)
    cold_start: float = 0
    visits: list[tuple[str, Counter[str], Counter[str]]] = field(default_factory=list)
    growth: Sequence[Growth] = ()
    verdicts: list[Verdict] = field(default_factory=list)

    def text(self) -> str:
        """The whole of it, as Markdown."""
        introduction = INTRODUCTION.format(
            machine="\n".join(f"- {name}: {value}" for name, value in machine.describe()),
            rounds=self.rounds,
            seconds=self.seconds,
            connections=CONNECTIONS,
        )
        parts = {
            "Speed": speed_table(self.figures),
            "A small installation": self._small_installation(),
            f"First visit of a phone ({first_visit.PHONE['width']} px wide, {first_visit.DENSITY}x)": visits_table(
                self.visits
            ),
            "Growth": growth_table(self.growth),
            "What is wanted": verdicts_table(self.verdicts),
        }
        return "\n".join(
            [introduction, *(f"## {title}\n\n{part}\n" for title, part in parts.items())]
        )

    def _small_installation(self) -> str:
        parts = ", ".join(f"{name} {size:.0f}" for name, size in self.memory.items())
        return (
            f"Two workers, the background worker and nginx: {sum(self.memory.values()):.0f} MB of PSS ({parts}). "
            f"From the start of the application to its first page: {self.cold_start:.1f} s."
        )


def visits_table(visits: Sequence[tuple[str, Counter[str], Counter[str]]]) -> str:
    """Requests and kB of each page, all together and by kind."""
    lines = []
    for name, counts, sizes in visits:
        kinds = [f"{counts[kind]}: {sizes[kind] / 1000:.1f} kB" for kind in KINDS]
        total = f"{counts.total()}: {sizes.total() / 1000:.1f} kB"
        others = counts.total() - sum(counts[kind] for kind in KINDS)
        lines.append((name, total, *kinds, f"{others}"))
    return markdown(("requests: bytes", "all", *KINDS, "other"), lines)


def growth_table(growth: Sequence[Growth]) -> str:
    """The p50 of each address on each site, and how much it has grown."""
    if not growth:
        return "Not measured."
    return markdown(
        ("", "address", *(f"{size} posts, ms" for size in growth[0].sizes), "ratio", "queries"),
        [
            (
                one.name,
                one.path,
                *(f"{milliseconds:.1f}" for milliseconds in one.medians),
                f"{one.ratio:.2f}",
                " ".join(map(str, sorted(set(one.queries)))),
            )
            for one in growth
        ],
    )


def verdicts_table(verdicts: Sequence[Verdict]) -> str:
    return markdown(("", "what", "is", "wanted"), [verdict.line for verdict in verdicts])
