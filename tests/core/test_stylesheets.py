"""The stylesheets hold to what turning them into one file asks of them."""

import re
from pathlib import Path

import brotli
import pytest

from core.staticfiles import IMPORT, bundle_stylesheet

CSS = Path(__file__).parents[2] / "static" / "css"
MAIN = CSS / "main.css"
# What visitors get; the admin has sheets of its own.
SHEETS = sorted({*CSS.glob("*.css"), *CSS.glob("blocks/*.css")} - {MAIN})
MOST_BYTES = 12_000


def test_every_stylesheet_is_imported_once():
    imported = [match["path"] for match in IMPORT.finditer(MAIN.read_text(encoding="utf-8"))]
    assert sorted(imported) == sorted(path.relative_to(CSS).as_posix() for path in SHEETS)


def test_every_import_names_a_layer_that_has_a_place_in_the_order():
    text = MAIN.read_text(encoding="utf-8")
    order = re.match(r"@layer (?P<layers>[\w, ]+);", text)["layers"].split(", ")
    assert {match["layer"] for match in IMPORT.finditer(text)} == set(order)


def test_bundle_has_no_import_left_and_stays_small():
    bundle = bundle_stylesheet(MAIN)
    assert "@import" not in bundle
    assert len(brotli.compress(bundle.encode())) <= MOST_BYTES


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_stylesheet_loads_nothing(sheet):
    """An address in it would be read from another folder once the sheets are one file."""
    assert "url(" not in sheet.read_text(encoding="utf-8")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_stylesheet_uses_only_colours_that_have_a_name(sheet):
    if sheet.stem in {"tokens", "print"}:
        return
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|\brgb|\bhsl", sheet.read_text(encoding="utf-8"))
