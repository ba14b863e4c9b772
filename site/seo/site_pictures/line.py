"""The one line of the site, as it ends: down, around, and open. Drawn on a square of 32 units."""

from collections.abc import Iterator

SQUARE = 32
Point = tuple[float, float]
# A beginning, then cubic curves: two control points and an end each.
BEGINNING: Point = (10, 3)
CURVES: list[tuple[Point, Point, Point]] = [
    ((9, 10), (7, 16), (10, 22)),
    ((13, 28), (23, 31), (27, 24)),
    ((31, 17), (25, 9), (18, 10)),
    ((11, 11), (10, 16), (12, 20)),
]
STEPS = 120  # places along each curve, close enough to look drawn at any size used here


def svg_path() -> str:
    """The `d` of an SVG path."""
    curves = "".join(
        "C" + " ".join(f"{x:g} {y:g}" for x, y in curve)  # absolute coordinates
        for curve in CURVES
    )
    return f"M{BEGINNING[0]:g} {BEGINNING[1]:g}{curves}"


def places(scale: float, shift: Point = (0, 0)) -> Iterator[Point]:
    """Places along the line, so close that discs on them make a line; in pixels, `scale` of them to a unit."""
    start = BEGINNING
    for first, second, end in CURVES:
        for step in range(STEPS + 1):
            t = step / STEPS
            x, y = (
                (1 - t) ** 3 * start[axis]
                + 3 * (1 - t) ** 2 * t * first[axis]
                + 3 * (1 - t) * t**2 * second[axis]
                + t**3 * end[axis]
                for axis in (0, 1)
            )
            yield x * scale + shift[0], y * scale + shift[1]
        start = end
