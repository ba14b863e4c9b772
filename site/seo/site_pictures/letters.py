"""Texts in a drawn picture: letters that the type has, lines that fit, and an end that says there was more."""

import io
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

from PIL import ImageDraw, ImageFont

OVERSAMPLE = 2  # pixels drawn for each that is kept, along each side
ELLIPSIS = "…"
NOT_A_CHARACTER = (
    "\uffff"  # what a font draws for it, it draws for every character that it does not have
)
# Characters that are drawn as another one: no type needs them, and this one has no shape for some.
SAME_SHAPE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": None, "\u200b": None})

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True)
class Setting:
    """How a text is set; sizes, width and height in pixels of the final picture, `leading` in sizes.

    `style` is the type's own word: `Regular`, `It`.
    """

    style: str
    sizes: range
    colour: str
    width: int
    height: int
    lines: int
    leading: float


def write(draw: ImageDraw.ImageDraw, text: str, setting: Setting, left: float, top: float) -> float:
    """Writes a text in the largest size that fits and returns where it ends, in final pixels.

    A word wider than a line is broken; what does not fit in the smallest size ends in an ellipsis.
    """
    lines: list[str] = []
    size = 0
    for size in setting.sizes:
        font = _font(setting.style, size)
        lines = _wrap(text, font, setting.width)
        if len(lines) <= _most_lines(setting, size) and all(
            _fits(line, font, setting.width) for line in lines
        ):
            break
    else:
        font = _font(setting.style, size)
        lines = _wrap(_broken(text, font, setting.width), font, setting.width)
        lines = _cut(lines, _most_lines(setting, size), font, setting.width)
    for line in lines:
        draw.text(
            (left * OVERSAMPLE, top * OVERSAMPLE),
            line,
            fill=setting.colour,
            font=_font(setting.style, size),
        )
        top += size * setting.leading
    return top


def drawable(text: str, style: str = "Regular") -> str:
    """The text without what the type has no letter for, such as an emoji: no box stands in its place."""
    composed = unicodedata.normalize("NFC", text).translate(SAME_SHAPE)
    return " ".join(
        "".join(" " if each.isspace() else each for each in composed if _has(each, style)).split()
    )


@cache
def _font(style: str, size: int) -> Font:
    """Source Serif Pro in pixels of the final picture; Pillow's own type has no accented letters."""
    file = resources.files("font_source_serif_pro") / "files" / f"SourceSerifPro-{style}.ttf"
    return ImageFont.truetype(io.BytesIO(file.read_bytes()), size * OVERSAMPLE)


@cache
def _shape(character: str, style: str) -> bytes:
    return bytes(_font(style, 24).getmask(character))


def _has(character: str, style: str) -> bool:
    if character.isspace():
        return True
    return _shape(character, style) not in (_shape(NOT_A_CHARACTER, style), b"")


def _most_lines(setting: Setting, size: int) -> int:
    return max(1, min(setting.lines, int(setting.height / (size * setting.leading))))


def _wrap(text: str, font: Font, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and _fits(f"{lines[-1]} {word}", font, width):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _fits(line: str, font: Font, width: int) -> bool:
    return font.getlength(line) <= width * OVERSAMPLE


def _broken(text: str, font: Font, width: int) -> str:
    """The text with a space wherever a word grows too wide for a line."""
    broken = ""
    for letter in text:
        word = broken.rpartition(" ")[2]
        broken += letter if _fits(word + letter, font, width) else f" {letter}"
    return broken


def _cut(lines: list[str], most: int, font: Font, width: int) -> list[str]:
    """The first lines; where there were more, the last ends in an ellipsis, after a whole word if it has several."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and not _fits(last + ELLIPSIS, font, width):
        last = last.rpartition(" ")[0] if " " in last else last[:-1]
    return [*lines[: most - 1], last.rstrip(" ,.;:–—-") + ELLIPSIS]
