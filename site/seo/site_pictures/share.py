"""The picture shown with a shared link: a title and the name of the practice on paper, above the deepening grounds."""

import io
import math
from functools import lru_cache

from PIL import Image, ImageDraw

from core.colours import ACCENTS, DEEPER_GROUNDS, INK, INK_SOFT, PAPER
from seo.site_pictures.letters import OVERSAMPLE, Setting, drawable, write
from seo.site_pictures.line import places

SIZE = (1200, 630)  # pixels; what the sites that show it ask for
MARGIN = 96
NAME_TOP = 540
TITLE = Setting("Regular", range(104, 43, -4), INK, width=640, height=340, lines=6, leading=1.1)
STRAPLINE = Setting("It", range(44, 27, -2), INK_SOFT, width=640, height=160, lines=4, leading=1.35)
NAME = Setting("Regular", range(36, 23, -2), INK, width=960, height=50, lines=1, leading=1.35)
STEPS = 8  # of colour, from a ground to what is written on it


def share_png(accent: str, title: str, strapline: str = "", name: str = "") -> bytes:
    """A PNG of `SIZE`: the title, a line below it, and at the foot the practice's name; only the title must be there.

    Long texts are set smaller, and cut where they would be too small. What the type has no letters for is left out; a
    title that has nothing else gives its place to the name.
    """
    width, height = SIZE
    image = Image.new("RGB", (width * OVERSAMPLE, height * OVERSAMPLE), PAPER)
    draw = ImageDraw.Draw(image)
    _grounds(draw)
    _line(draw, accent)
    title, strapline, name = drawable(title), drawable(strapline, "It"), drawable(name)
    top = write(draw, title or name, TITLE, MARGIN, MARGIN)
    if strapline:
        write(draw, strapline, STRAPLINE, MARGIN, top + 24)
    if name and title:
        _mark(draw, accent)
        write(draw, name, NAME, MARGIN + 64, NAME_TOP)
    file = io.BytesIO()
    small = image.reduce(OVERSAMPLE)
    small.quantize(palette=_palette(accent), dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()


@lru_cache(len(ACCENTS))
def _palette(accent: str) -> Image.Image:
    """Every colour that is drawn with, and the steps at the edge of what is written: a third of the bytes and time."""
    grounds = (PAPER, *DEEPER_GROUNDS)
    edges = [(PAPER, INK_SOFT), *((ground, each) for ground in grounds for each in (INK, accent))]
    colours = [_rgb(each) for each in (*grounds, INK, INK_SOFT, accent)]
    for ground, colour in edges:
        for step in range(1, STEPS):
            pairs = zip(_rgb(ground), _rgb(colour), strict=True)
            colours.append(tuple(a + (b - a) * step // STEPS for a, b in pairs))
    image = Image.new("P", (1, 1))
    image.putpalette([value for colour in colours for value in colour])
    return image


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _mark(draw: ImageDraw.ImageDraw, accent: str) -> None:
    """A short stroke of the line before the name."""
    middle = (NAME_TOP + 24) * OVERSAMPLE
    radius = 3.5 * OVERSAMPLE
    box = (MARGIN * OVERSAMPLE, middle - radius, (MARGIN + 44) * OVERSAMPLE, middle + radius)
    draw.rounded_rectangle(box, radius, fill=accent)


def _grounds(draw: ImageDraw.ImageDraw) -> None:
    """One ground below the other, each with a soft upper edge."""
    width, height = (side * OVERSAMPLE for side in SIZE)
    for number, colour in enumerate(DEEPER_GROUNDS):
        level = height * (0.7 + 0.085 * number)
        edge = [
            (x, level + height * 0.022 * math.sin(x / width * math.tau * 0.8 + number * 1.9))
            for x in range(0, width + 8, 8)
        ]
        draw.polygon([*edge, (width, height), (0, height)], fill=colour)


def _line(draw: ImageDraw.ImageDraw, accent: str) -> None:
    radius = 3.5 * OVERSAMPLE
    scale = 17 * OVERSAMPLE
    for x, y in places(scale, (695 * OVERSAMPLE, -60 * OVERSAMPLE)):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=accent)
