"""Every text colour is legible on every ground it stands on, in light and in dark.

The measure is WCAG 2.2: success criteria 1.4.3 (text, 4.5:1) and 1.4.11 (lines, 3:1).
"""

import re
from pathlib import Path

import pytest

from core.colours import (
    ACCENTS,
    DEEPER_GROUNDS,
    DEFAULT_ACCENT,
    INK,
    INK_SOFT,
    PAPER,
    PAPER_DARK,
)

TOKENS = Path(__file__).parents[2] / "static" / "css" / "tokens.css"
DARK = "@media (prefers-color-scheme: dark)"

SURFACE_GROUNDS = ["paper", "sand", "dune", "clay-ground", "loam"]
TEXTS = ["ink", "ink-soft", "accent", "sage"]
PAIRS = [
    *((text, ground) for text in TEXTS for ground in SURFACE_GROUNDS),
    *((f"earth-{text}", "earth") for text in TEXTS),
    ("paper", "accent"),  # the button
    ("earth", "earth-accent"),
]


def colours(scheme: str, accent: str = DEFAULT_ACCENT) -> dict[str, str]:
    """Hexadecimal colours by token name, as the cascade gives them: dark over light, an accent over `:root`."""
    light, _, dark = TOKENS.read_text(encoding="utf-8").partition(DARK)
    palette = {}
    for sheet in [light] if scheme == "light" else [light, dark]:
        rules = re.findall(r"(:root|\[data-accent=\"[a-z]+\"\]) \{([^}]*)\}", sheet)
        for selector in (":root", f'[data-accent="{accent}"]'):
            for found, body in rules:
                if found == selector:
                    palette |= re.findall(r"--([\w-]+):\s*#([0-9a-f]{6});", body)
    return palette


def luminance(colour: str) -> float:
    """Relative luminance of `rrggbb`, from 0 (black) to 1 (white)."""
    shares = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_twenty_one():
    assert contrast("000000", "ffffff") == pytest.approx(21)


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_is_legible_on_its_ground(scheme, text, ground, accent):
    palette = colours(scheme, accent)
    assert contrast(palette[text], palette[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("line", "ground"), [*(("line", ground) for ground in SURFACE_GROUNDS), ("earth-line", "earth")]
)
def test_line_can_be_seen_on_its_ground(scheme, line, ground):
    palette = colours(scheme)
    assert contrast(palette[line], palette[ground]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_ground_is_deeper_than_the_one_above_it(scheme):
    palette = colours(scheme)
    depths = [luminance(palette[ground]) for ground in [*SURFACE_GROUNDS, "earth"]]
    assert depths == sorted(depths, reverse=True)
    assert len(set(depths)) == len(depths)


@pytest.mark.parametrize("accent", ACCENTS)
def test_admin_and_drawn_pictures_know_the_colours_of_the_stylesheet(accent):
    assert ACCENTS[accent].colour == f"#{colours('light', accent)['accent']}"


def test_grounds_and_inks_are_those_of_the_stylesheet():
    light, dark = colours("light"), colours("dark")
    assert [PAPER, *DEEPER_GROUNDS] == [f"#{light[ground]}" for ground in SURFACE_GROUNDS]
    assert f"#{dark['paper']}" == PAPER_DARK
    assert [f"#{light['ink']}", f"#{light['ink-soft']}"] == [INK, INK_SOFT]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_there_are_five_accents_that_differ(scheme):
    assert len({colours(scheme, accent)["accent"] for accent in ACCENTS}) == 5
    assert len({colours(scheme, accent)["earth-accent"] for accent in ACCENTS}) == 5
    assert next(iter(ACCENTS)) == DEFAULT_ACCENT == "clay"
