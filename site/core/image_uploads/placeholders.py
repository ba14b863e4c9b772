"""The colour that holds a picture's place until it is there, from a small palette that the stylesheet knows."""

from PIL import Image

NONE = "none"  # nothing may shine through a picture that is transparent in places
# In the light scheme; static/css/tokens.css has the same colours, and darker ones for the dark scheme.
PALETTE: dict[str, tuple[int, int, int]] = {
    "paper": (0xEF, 0xE6, 0xD8),
    "sand": (0xDC, 0xC9, 0xA8),
    "blush": (0xD9, 0xB3, 0x9A),
    "clay": (0xB9, 0x80, 0x5C),
    "rust": (0x8F, 0x52, 0x38),
    "earth": (0x5F, 0x46, 0x36),
    "ink": (0x2F, 0x26, 0x1F),
    "sage": (0x9A, 0xA2, 0x83),
    "moss": (0x5D, 0x68, 0x48),
    "mist": (0xB4, 0xC2, 0xC8),
    "slate": (0x5B, 0x6B, 0x75),
    "stone": (0xA3, 0x9C, 0x93),
}
NAMES = [NONE, *PALETTE]
LOOKED_AT = 48  # pixels on the longer side; a colour needs no more
COLOURS = 6  # what the picture is reduced to; the one that covers most of it counts


def placeholder_of(picture: Image.Image) -> str:
    """The name of the palette's colour nearest to the dominant one of `picture`; `NONE` for a transparent one."""
    small = picture.copy()
    small.thumbnail((LOOKED_AT, LOOKED_AT))
    if small.has_transparency_data and min(small.convert("RGBA").getchannel("A").tobytes()) < 255:
        return NONE
    reduced = small.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT)
    counts, palette = reduced.histogram(), reduced.getpalette() or []
    most = counts.index(max(counts))
    red, green, blue = palette[3 * most : 3 * most + 3]
    dominant = oklab(red, green, blue)
    return min(PALETTE, key=lambda name: _distance(oklab(*PALETTE[name]), dominant))


def oklab(red: int, green: int, blue: int) -> tuple[float, float, float]:
    """An sRGB colour (0 to 255 each) as lightness, green-red and blue-yellow, where distance is what an eye sees.

    Matrices and cube root are those of Björn Ottosson, “A perceptual color space for image processing” (2020),
    https://bottosson.github.io/posts/oklab/.
    """
    r, g, b = (_linear(value / 255) for value in (red, green, blue))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _linear(share: float) -> float:
    """The light of one channel, 0 to 1, without sRGB's curve (IEC 61966-2-1)."""
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _distance(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    return sum((one - other) ** 2 for one, other in zip(first, second, strict=True))
