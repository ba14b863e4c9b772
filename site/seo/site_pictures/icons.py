"""The small picture: the line on a tile of the accent, so that it can be seen on a light tab and on a dark one."""

import io

from PIL import Image, ImageDraw

from core.colours import PAPER
from seo.site_pictures.line import SQUARE, places, svg_path

STROKE = 2.6  # of the 32 units
CORNER = 7
OVERSAMPLE = 8
ICO_SIZES = [(16, 16), (32, 32), (48, 48)]  # pixels, one file
TOUCH_SIZE = 180  # pixels; what Apple asks for


def icon_svg(accent: str) -> bytes:
    """An SVG without styles: a Content-Security-Policy holds for it too."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SQUARE} {SQUARE}">'
        f'<rect width="{SQUARE}" height="{SQUARE}" rx="{CORNER}" fill="{accent}"/>'
        f'<path transform="translate(4 4) scale(.75)" fill="none" stroke="{PAPER}" stroke-width="{STROKE}" '
        f'stroke-linecap="round" d="{svg_path()}"/></svg>'
    ).encode()


def icon_ico(accent: str) -> bytes:
    """For browsers that take no SVG."""
    file = io.BytesIO()
    largest = ICO_SIZES[-1][0]
    _draw(largest, accent, corner=CORNER).save(file, "ICO", sizes=ICO_SIZES)
    return file.getvalue()


def touch_icon_png(accent: str) -> bytes:
    """For a telephone's home screen, which rounds the corners itself."""
    file = io.BytesIO()
    _draw(TOUCH_SIZE, accent, corner=0).convert("RGB").save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw(size: int, accent: str, corner: float) -> Image.Image:
    large = size * OVERSAMPLE
    unit = large / SQUARE
    image = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, large - 1, large - 1), corner * unit, fill=accent)
    radius = STROKE * 0.75 * unit / 2
    for x, y in places(unit * 0.75, (4 * unit, 4 * unit)):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=PAPER)
    return image.reduce(OVERSAMPLE)
