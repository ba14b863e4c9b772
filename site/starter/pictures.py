"""The starter pictures: warm abstract drawings made from code, so they carry nobody else's rights.

Every one is layers of thinned colour, from paper down to earth, under one long brush line.
"""

import math
from collections.abc import Callable

from starter.sheet import Colour, Sheet, trail

PAPER: Colour = (247, 241, 231)
SAND: Colour = (233, 218, 194)
BLUSH: Colour = (222, 188, 158)
CLAY: Colour = (197, 143, 108)
RUST: Colour = (158, 88, 58)
EARTH: Colour = (104, 72, 53)
INK: Colour = (56, 42, 34)
SAGE: Colour = (160, 162, 135)
LIGHT: Colour = (255, 250, 240)


def _home(sheet: Sheet) -> None:
    """Hills, or someone lying on her side: a shoulder, a waist, a hip."""
    sheet.glow((0.24, 0.3), 0.62, LIGHT, 0.8)
    sheet.ground(trail("-2 66, 20 60, 42 62, 66 43, 84 50, 102 60"), SAND, 0.75, 1.05)
    sheet.ground(trail("-2 74, 16 72, 36 76, 55 70, 72 58, 88 62, 102 72"), BLUSH, 0.7, 1.25)
    sheet.ground(trail("-2 87, 25 83, 50 87, 75 77, 102 84"), CLAY, 0.62, 1.5)
    sheet.ground(trail("-2 95, 30 97, 60 94, 102 93"), RUST, 0.42, 1.6)
    body = trail("3 73.5, 11 72.2, 19 66.8, 25.5 60, 31.5 58.5, 38 63, 46 67.5")
    body += trail("54 64.5, 61 52.5, 67.5 44.5, 74.5 45.2, 82 53.5, 89 62, 97 66.2")
    sheet.line(body, 0.0095, INK)


def _depth(sheet: Sheet) -> None:
    """From a pale surface down through the layers, and at the bottom it opens."""
    layers = (
        (0.27, SAND, 0.9),
        (0.41, BLUSH, 0.8),
        (0.55, CLAY, 0.75),
        (0.69, RUST, 0.62),
        (0.83, EARTH, 0.72),
    )
    for i, (y, colour, strength) in enumerate(layers):
        tilt = 0.035 * (-1) ** i
        ridge = [
            (-0.02, y + tilt),
            (0.22, y - 0.02),
            (0.46, y + 0.03),
            (0.72, y - tilt),
            (1.02, y + 0.02 - tilt),
        ]
        sheet.ground(ridge, colour, strength, 2.2)
    sheet.glow((0.665, 0.845), 0.3, (236, 200, 164), 0.62)
    down = trail("36 3, 36.4 12, 34.5 23, 35.2 34, 39.2 45, 41.8 55, 40.8 65.5")
    down += trail("43 77, 51 87.5, 62 91.5, 71.5 87, 74.2 78.5, 70 73.5, 64.8 77")
    sheet.line(down, 0.0095, INK, dry=(0.05, 0.08), taper=(0.1, 0.16))


def _psoas(sheet: Sheet) -> None:
    """A spine, and two bands that run down from it and outward."""
    sheet.glow((0.66, 0.22), 0.75, LIGHT, 0.75)
    sheet.ground(trail("-2 58, 20 66, 50 73, 80 66, 102 70"), SAND, 0.8, 1.3)
    sheet.ground(trail("-2 80, 30 86, 60 90, 102 82"), BLUSH, 0.55, 1.5)
    right = trail("63 6, 65.5 20, 69.4 36, 73.8 53, 77.5 70, 79.3 87, 78 112")
    left = trail("60.4 10, 58.5 24, 55.2 40, 51.2 56, 47.5 73, 45.6 90, 46.8 120")
    for points, way, weight in ((right, 1, 0.85), (left, -1, 0.55)):
        for shift, width, colour, strength in (
            (0.024, 0.1, BLUSH, 0.8),
            (0.008, 0.085, CLAY, 0.55),
            (-0.008, 0.05, RUST, 0.4),
        ):
            bow = [math.sin(math.pi * i / 6) * shift * way for i in range(7)]
            strand = [(x + dx, y + abs(shift) * 2) for (x, y), dx in zip(points, bow, strict=True)]
            sheet.band(strand, width, colour, strength * weight)
    spine = trail("63.2 -4, 62.2 10, 61.2 22, 61.5 34, 62.6 46, 63 57")
    sheet.line([*spine, (0.618, 0.68), (0.602, 0.77), (0.6, 0.85)], 0.0095, INK)


def _movement(sheet: Sheet) -> None:
    """A movement that breaks off, and later goes on."""
    sheet.glow((0.72, 0.28), 0.7, LIGHT, 0.75)
    sheet.ground(trail("-2 52, 20 60, 45 75, 70 83, 102 80"), SAND, 0.85, 1.2)
    sheet.ground(trail("-2 68, 25 77, 50 88, 80 92, 102 89"), SAGE, 0.42, 1.4)
    sheet.ground(trail("-2 84, 20 89, 45 97, 60 102, 102 104"), CLAY, 0.6, 1.5)
    sheet.line(
        trail("5 63, 12 50, 20 36, 28.5 30.5, 35.5 37, 40 49, 43.7 57"),
        0.0105,
        INK,
        dry=(0.0, 0.6),
        taper=(0.14, 0.1),
    )
    sheet.line(
        trail("53 66.5, 57.5 68, 64 63, 70 51, 77 37, 85 27.5, 95.5 23"),
        0.0105,
        RUST,
        dry=(0.4, 0.1),
        taper=(0.16, 0.3),
    )


def _breath(sheet: Sheet) -> None:
    """Slow waves that swell and die away."""
    sheet.glow((0.36, 0.26), 0.72, LIGHT, 0.8)
    colours = ((SAND, 0.8), (SAGE, 0.3), (BLUSH, 0.6), (CLAY, 0.46), (CLAY, 0.5))
    for i, (colour, strength) in enumerate(colours):
        y, swing = 0.47 + 0.115 * i, 0.062 - 0.009 * i
        ridge = [
            (x / 20, y + swing * math.sin(x * 0.47 + i * 1.15) * (0.55 + 0.02 * x))
            for x in range(-1, 22)
        ]
        sheet.ground(ridge, colour, strength, y + 0.5)
    line = []
    for step in range(47):
        swell = 0.03 + 0.085 * math.exp(-(((step - 27) / 11) ** 2))
        line.append((0.04 + step * 0.02, 0.385 + swell * math.sin(0.9 + step * 0.255)))
    sheet.line(line, 0.0095, INK)


PICTURES: dict[str, tuple[Callable[[Sheet], None], Colour, Colour]] = {
    "home": (_home, PAPER, (244, 231, 213)),
    "depth": (_depth, PAPER, (240, 226, 206)),
    "psoas": (_psoas, PAPER, (243, 231, 215)),
    "movement": (_movement, PAPER, (243, 230, 212)),
    "breath": (_breath, PAPER, (241, 231, 217)),
}


def draw(key: str) -> bytes:
    """Give the picture named `key` (one of `PICTURES`) as a JPEG of 2400 by 1500 pixels.

    Raises KeyError for a name that is not there.
    """
    paint, top, bottom = PICTURES[key]
    sheet = Sheet(key, top, bottom)
    paint(sheet)
    return sheet.jpeg()
