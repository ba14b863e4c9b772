"""A sheet of paper to paint on: washes, light, a brush line, and the tooth of the paper.

Places are shares of the sheet (0 to 1, from the top left); lengths are shares of its height.
The same seed always gives the same picture.
"""

import io
import math
import random
from collections.abc import Callable, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 2400, 1500
OVERSAMPLE = 2

Point = tuple[float, float]
Colour = tuple[int, int, int]


def trail(text: str) -> list[Point]:
    """Read places written as percentages of the sheet: `across down, across down, …`."""
    pairs = (pair.split() for pair in text.split(","))
    return [(float(across) / 100, float(down) / 100) for across, down in pairs]


def flow(points: Sequence[Point], steps: int = 1400) -> list[Point]:
    """Give `steps` places along a smooth curve through all `points` (Catmull-Rom)."""
    ends = [points[0], *points, points[-1]]
    spans = len(points) - 1
    curve = []
    for step in range(steps):
        at = step / (steps - 1) * spans
        span = min(int(at), spans - 1)
        t = at - span
        a, b, c, d = ends[span : span + 4]
        curve.append(
            tuple(
                b[i]
                + 0.5 * t * (c[i] - a[i])
                + t * t * (a[i] - 2.5 * b[i] + 2 * c[i] - 0.5 * d[i])
                + 0.5 * t**3 * (3 * b[i] - a[i] - 3 * c[i] + d[i])
                for i in (0, 1)
            )
        )
    return [(x, y) for x, y in curve]


class Sheet:
    """One picture in the making. `seed` fixes every accident of its colour and brush."""

    def __init__(self, seed: str, top: Colour, bottom: Colour) -> None:
        # Only the look depends on it, and it has to be repeatable.
        self.chance = random.Random(seed)  # noqa: S311
        ramp = Image.linear_gradient("L").resize((WIDTH, HEIGHT))
        self.image = Image.composite(self._plain(bottom), self._plain(top), ramp)

    def _plain(self, colour: Colour) -> Image.Image:
        return Image.new("RGB", (WIDTH, HEIGHT), colour)

    def _cloud(self, cells: int) -> Image.Image:
        """Give soft blotches, about `cells` of them down the height of the sheet."""
        across = cells * WIDTH // HEIGHT
        seeds = Image.frombytes("L", (across, cells), self.chance.randbytes(across * cells))
        return seeds.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)

    def _wave(self, count: int, steps: int) -> list[float]:
        """Give `steps` values between -1 and 1 that wander smoothly over `count` swells."""
        knots = [(float(i), self.chance.uniform(-1, 1)) for i in range(count + 1)]
        return [y for _, y in flow(knots, steps)]

    def _mask(self, paint: Callable[[ImageDraw.ImageDraw], None]) -> Image.Image:
        large = Image.new("L", (WIDTH * OVERSAMPLE, HEIGHT * OVERSAMPLE))
        paint(ImageDraw.Draw(large))
        return large.reduce(OVERSAMPLE)

    def wash(
        self, outline: Sequence[Point], colour: Colour, strength: float, fade: float | None = None
    ) -> None:
        """Lay thinned colour inside `outline`; with `fade` it thins to nothing at that height."""
        scale = (WIDTH * OVERSAMPLE, HEIGHT * OVERSAMPLE)
        corners = [(x * scale[0], y * scale[1]) for x, y in outline]
        shape = self._mask(lambda draw: draw.polygon(corners, fill=255))
        # Pigment gathers where a wash dries: a narrow darker rim just inside the edge.
        small = shape.reduce(4).filter(ImageFilter.GaussianBlur(5))
        rim = ImageChops.subtract(shape, small.resize(shape.size, Image.Resampling.BILINEAR))
        blotches = ImageChops.blend(self._cloud(5), self._cloud(17), 0.4)
        body = ImageChops.multiply(shape, blotches.point(lambda v: round(165 + v * 0.35)))
        if fade is not None:
            start = min(y for _, y in outline)
            ramp = Image.new("L", (1, HEIGHT))
            for row in range(HEIGHT):
                left = (fade - row / HEIGHT) / (fade - start)
                ramp.putpixel((0, row), round(255 * max(0.0, min(1.0, left))))
            body = ImageChops.multiply(body, ramp.resize((WIDTH, HEIGHT)))
            rim = ImageChops.multiply(rim, ramp.resize((WIDTH, HEIGHT)))
        alpha = ImageChops.add(
            body.point(lambda v: round(v * strength)),
            rim.point(lambda v: round(v * strength * 0.5)),
        )
        self.image.paste(colour, (0, 0), alpha)

    def ground(self, ridge: Sequence[Point], colour: Colour, strength: float, fade: float) -> None:
        """Wash everything below a ridge that runs from the left edge to the right."""
        wander = self._wave(40, 700)
        top = [(x, y + w * 0.0016) for (x, y), w in zip(flow(ridge, 700), wander, strict=True)]
        self.wash([*top, (1.02, 1.02), (-0.02, 1.02)], colour, strength, fade)

    def band(self, points: Sequence[Point], width: float, colour: Colour, strength: float) -> None:
        """Wash a ribbon along `points` that swells to `width` in its middle."""
        curve = flow(points, 500)
        left, right = self._sides(
            curve, [math.sin(math.pi * i / 499) ** 0.8 for i in range(500)], width
        )
        self.wash([*left, *reversed(right)], colour, strength)

    def _sides(
        self, curve: Sequence[Point], press: Sequence[float], width: float
    ) -> tuple[list[Point], list[Point]]:
        left, right = [], []
        for i, (x, y) in enumerate(curve):
            (x0, y0), (x1, y1) = curve[max(i - 1, 0)], curve[min(i + 1, len(curve) - 1)]
            across, down = (x1 - x0) * WIDTH, (y1 - y0) * HEIGHT
            length = math.hypot(across, down) or 1.0
            half = width * HEIGHT * press[i] / 2
            dx, dy = -down / length * half / WIDTH, across / length * half / HEIGHT
            left.append((x + dx, y + dy))
            right.append((x - dx, y - dy))
        return left, right

    def glow(self, centre: Point, radius: float, colour: Colour, strength: float) -> None:
        """Let light fall around `centre`."""
        spot = ImageChops.invert(Image.radial_gradient("L")).point(
            lambda v: round((max(0, v - 75) / 180) ** 1.6 * 255 * strength)
        )
        side = round(radius * 2 * HEIGHT)
        corner = (round(centre[0] * WIDTH - side / 2), round(centre[1] * HEIGHT - side / 2))
        alpha = Image.new("L", (WIDTH, HEIGHT))
        alpha.paste(spot.resize((side, side), Image.Resampling.BICUBIC), corner)
        self.image.paste(colour, (0, 0), alpha)

    def line(
        self,
        points: Sequence[Point],
        width: float,
        colour: Colour,
        dry: tuple[float, float] = (0.02, 0.22),
        taper: tuple[float, float] = (0.08, 0.2),
    ) -> None:
        """Draw one brush line; `dry` is how far the bristles part at its start and at its end."""
        curve = flow(points)
        steps = len(curve)
        sway = self._wave(9, steps)
        press = []
        for i in range(steps):
            t = i / (steps - 1)
            swell = min(1.0, t / taper[0], (1 - t) / taper[1]) if 0 < t < 1 else 0.0
            press.append((0.18 + 0.82 * math.sin(swell * math.pi / 2)) * (1 + 0.42 * sway[i]))
        left, right = self._sides(curve, press, width)
        bristles = [(self.chance.uniform(-0.9, 0.9), self._wave(60, steps)) for _ in range(7)]
        sx, sy = WIDTH * OVERSAMPLE, HEIGHT * OVERSAMPLE

        def paint(draw: ImageDraw.ImageDraw) -> None:
            for i in range(steps - 1):
                (ax, ay), (bx, by) = left[i], right[i]
                (cx, cy), (dx, dy) = right[i + 1], left[i + 1]
                draw.polygon(
                    [
                        (ax * sx, ay * sy),
                        (bx * sx, by * sy),
                        (cx * sx, cy * sy),
                        (dx * sx, dy * sy),
                    ],
                    fill=255,
                )
            for offset, wander in bristles:
                f = (1 + offset) / 2
                track = [
                    ((a[0] * f + b[0] * (1 - f)) * sx, (a[1] * f + b[1] * (1 - f)) * sy)
                    for a, b in zip(left, right, strict=True)
                ]
                for i in range(steps - 1):
                    dryness = dry[0] + (dry[1] - dry[0]) * i / steps
                    if wander[i] > 1 - 2 * dryness:
                        draw.line([track[i], track[i + 1]], fill=0, width=2)

        self.image.paste(colour, (0, 0), self._mask(paint).point(lambda v: round(v * 0.94)))

    def jpeg(self) -> bytes:
        """Give the finished sheet, with the tooth of paper, as JPEG."""
        tooth = Image.frombytes("L", (WIDTH, HEIGHT), self.chance.randbytes(WIDTH * HEIGHT))
        tooth = tooth.filter(ImageFilter.GaussianBlur(1.1)).point(
            lambda v: round(128 + (v - 128) * 0.3)
        )
        toothed = ImageChops.soft_light(self.image, Image.merge("RGB", [tooth] * 3))
        out = io.BytesIO()
        toothed.save(out, "JPEG", quality=80, optimize=True, progressive=True)
        return out.getvalue()
