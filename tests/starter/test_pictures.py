"""The pictures of the starter site are drawn, the same each time."""

import io

import pytest
from PIL import Image

from starter.loading import starter_pages
from starter.pictures import draw

KEYS = {page.content["hero"] for page in starter_pages() if page.content.get("hero")}


@pytest.mark.parametrize("key", sorted(KEYS))
def test_a_picture_is_large_enough_for_any_screen_and_light_enough_to_keep(key):
    data = draw(key)
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.format == "JPEG"
        assert picture.size == (2400, 1500)
    assert len(data) < 300_000


def test_a_picture_is_drawn_the_same_twice():
    assert draw("breath") == draw("breath")
