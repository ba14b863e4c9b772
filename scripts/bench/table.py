"""Figures as text that reads well in a terminal and is a table in Markdown."""

from collections.abc import Sequence

from bench import rows
from bench.rounds import Figures, median, ratio

HEAD = (
    "",
    "asked",
    "requests/s",
    "of static",
    "CPU ms",
    "with PostgreSQL",
    "p50 ms",
    "p99 ms",
    "bytes",
)


def speed_table(figures: Figures) -> str:
    """A line for each row: medians of its rounds, and its share of what nginx does with a file."""
    lines = []
    for (name, way), rounds in figures.items():
        static = figures.get((rows.STATIC, way)) or figures[rows.STATIC, rows.PLAIN]
        middle = median(rounds)
        lines.append(
            (
                name,
                way,
                f"{middle.requests_a_second:,.0f}",
                f"{ratio(rounds, static):.3f}",
                f"{middle.cpu:.3f}",
                f"{middle.cpu_with_database:.3f}",
                f"{middle.p50:.2f}",
                f"{middle.p99:.2f}",
                f"{middle.bytes_each:,.0f}",
            )
        )
    return markdown(HEAD, lines)


def markdown(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """Columns of one width each; those of figures stand to the right."""
    cells = [list(head), *map(list, lines)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(head))]
    to_left = [
        any(line[column] and not is_figure(line[column]) for line in lines) or not lines
        for column in range(len(head))
    ]

    def written(line: Sequence[str]) -> str:
        padded = (
            cell.ljust(width) if left else cell.rjust(width)
            for cell, width, left in zip(line, widths, to_left, strict=True)
        )
        return f"| {' | '.join(padded)} |"

    rule = [
        "-" * width if left else f"{'-' * (width - 1)}:"
        for width, left in zip(widths, to_left, strict=True)
    ]
    return "\n".join([written(head), f"| {' | '.join(rule)} |", *map(written, lines)])


def is_figure(cell: str) -> bool:
    return cell.replace(",", "").replace(".", "").isdecimal()
