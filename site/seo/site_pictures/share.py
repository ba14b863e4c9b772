"""The picture shown with a shared link: the practice's name and strapline on paper, above the deepening grounds."""

import io
import math
from functools import cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

from core.colours import DEEPER_GROUNDS, INK, INK_SOFT, PAPER
from seo.site_pictures.line import places

SIZE = (1200, 630)  # pixels; what the sites that show it ask for
OVERSAMPLE = 2
MARGIN = 96
TEXT_WIDTH = 640
NAME_SIZES = range(104, 39, -4)
STRAPLINE_SIZES = range(44, 27, -2)
MOST_LINES = 4

Font = ImageFont.FreeTypeFont


def share_png(accent: str, name: str, strapline: str) -> bytes:
    """A PNG of `SIZE`; long texts are set smaller, and a word wider than the picture is broken."""
    width, height = SIZE
    image = Image.new("RGB", (width * OVERSAMPLE, height * OVERSAMPLE), PAPER)
    draw = ImageDraw.Draw(image)
    _grounds(draw)
    _line(draw, accent)
    top = _text(draw, name, "Regular", NAME_SIZES, INK, top=MARGIN, leading=1.1)
    if strapline:
        _text(draw, strapline, "It", STRAPLINE_SIZES, INK_SOFT, top=top + 24, leading=1.35)
    file = io.BytesIO()
    image.reduce(OVERSAMPLE).save(file, "PNG", optimize=True)
    return file.getvalue()


@cache
def _font(style: str, size: int) -> Font:
    """Source Serif Pro in pixels of the final picture; Pillow's own type has no accented letters."""
    file = resources.files("font_source_serif_pro") / "files" / f"SourceSerifPro-{style}.ttf"
    return ImageFont.truetype(io.BytesIO(file.read_bytes()), size * OVERSAMPLE)


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


def _text(
    draw: ImageDraw.ImageDraw,
    text: str,
    style: str,
    sizes: range,
    colour: str,
    *,
    top: float,
    leading: float,
) -> float:
    """Writes a text from `top` down in the largest size that fits; returns where it ends, in final pixels."""
    for size in sizes:
        font = _font(style, size)
        lines = _wrap(text, font)
        if len(lines) <= MOST_LINES and all(_fits(line, font) for line in lines):
            break
    else:
        lines = _wrap(_broken(text, font), font)[:MOST_LINES]
    for line in lines:
        draw.text((MARGIN * OVERSAMPLE, top * OVERSAMPLE), line, fill=colour, font=font)
        top += size * leading
    return top


def _wrap(text: str, font: Font) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and _fits(f"{lines[-1]} {word}", font):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _fits(line: str, font: Font) -> bool:
    return font.getlength(line) <= TEXT_WIDTH * OVERSAMPLE


def _broken(text: str, font: Font) -> str:
    """The text with a space wherever a word grows too wide for a line."""
    broken = ""
    for letter in text:
        word = broken.rpartition(" ")[2]
        broken += letter if _fits(word + letter, font) else f" {letter}"
    return broken
