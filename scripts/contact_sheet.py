"""Several tall pictures on one sheet that fits a screen: scaled down together, long ones folded into columns."""

import math
from pathlib import Path

from PIL import Image

WIDTH, HEIGHT = 2400, 1500  # pixels at most
GAP = 16
GROUND = "#888"
LARGEST_SCALE = 0.6


def make_sheet(pictures: list[Path], target: Path) -> None:
    """Writes the pictures side by side, in their order, as one picture to `target`."""
    scale = fitting_scale([_size(path) for path in pictures])
    x, height, placed = GAP, 0, []
    for path in pictures:
        with Image.open(path) as image:
            size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
            small = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
        for top in range(0, small.height, HEIGHT - 2 * GAP):
            part = small.crop((0, top, small.width, min(top + HEIGHT - 2 * GAP, small.height)))
            placed.append((part, x))
            x, height = x + part.width + GAP, max(height, part.height)
    sheet = Image.new("RGB", (x, height + 2 * GAP), GROUND)
    for part, left in placed:
        sheet.paste(part, (left, GAP))
    target.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(target)


def _size(path: Path) -> tuple[int, int]:
    with Image.open(path) as image:
        return image.size


def fitting_scale(sizes: list[tuple[int, int]]) -> float:
    """The largest scale at which pictures of these sizes, folded into columns, fit the sheet."""
    scale = LARGEST_SCALE
    while scale > 0.05 and _width_at(scale, sizes) > WIDTH:
        scale -= 0.01
    return round(scale, 2)


def _width_at(scale: float, sizes: list[tuple[int, int]]) -> float:
    columns = (
        (width * scale + GAP) * math.ceil(height * scale / (HEIGHT - 2 * GAP))
        for width, height in sizes
    )
    return GAP + sum(columns)
