import pytest
from PIL import Image

from scripts.contact_sheet import HEIGHT, LARGEST_SCALE, WIDTH, fitting_scale, make_sheet

SIX = [(375, 9000), (768, 7000), (1440, 6000)] * 2  # a long page at every width, light and dark


@pytest.mark.parametrize("sizes", [SIX, [(375, 700)], [(1440, 30_000)] * 6])
def test_sheet_fits_a_screen(sizes, tmp_path):
    pictures = []
    for number, size in enumerate(sizes):
        pictures.append(tmp_path / f"{number}.png")
        Image.new("RGB", size).save(pictures[-1])
    make_sheet(pictures, tmp_path / "sheets" / "sheet.png")
    with Image.open(tmp_path / "sheets" / "sheet.png") as sheet:
        assert sheet.width <= WIDTH + 20
        assert sheet.height <= HEIGHT


def test_few_small_pictures_stay_legible():
    assert fitting_scale([(375, 700)]) == LARGEST_SCALE
