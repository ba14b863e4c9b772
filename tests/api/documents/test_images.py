"""Pictures with everything a `<picture>` needs."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from core.models import CustomImage
from core.rendition_making import make_renditions
from home.models import HomePage
from tests.factories.tree import make_page
from treatments.models import TreatmentPage


@pytest.fixture
def wide(db: None) -> CustomImage:
    """Wider than 800 and narrower than 1200 pixels."""
    buffer = BytesIO()
    Image.new("RGB", (900, 600), "#8f5238").save(buffer, "JPEG")
    image = CustomImage(title="Doek", file=ContentFile(buffer.getvalue(), name="doek.jpg"))
    image.save()
    make_renditions(image)
    return image


def hero_of(client: Client, page: Any) -> Any:
    return client.get(f"/api/v1/pages/{page.pk}").json()["hero"]


def test_a_set_has_each_width_once_and_never_more_than_the_original(
    home: HomePage, wide: Any, client: Client
) -> None:
    hero = hero_of(client, make_page(TreatmentPage, home, hero_image=wide, hero_alt="Een doek."))
    for source in hero["sources"]:
        assert [file["width"] for file in source["srcset"]] == [400, 800, 900]
    assert hero["src"] == hero["sources"][-1]["srcset"][-1]["url"]
    assert (hero["width"], hero["original_width"], hero["original_height"]) == (900, 900, 600)
    assert hero["dominant_color"] == "#8f5238"


def test_until_its_sizes_are_made_a_picture_is_its_original(
    home: HomePage, picture: CustomImage, client: Client
) -> None:
    page = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Een doek.")
    hero = hero_of(client, page)
    assert (hero["sources"], hero["src"]) == ([], f"http://testserver{picture.file.url}")
    assert (hero["width"], hero["height"]) == (picture.width, picture.height)
    make_renditions(picture)
    assert len(hero_of(client, page)["sources"]) == 3


def test_a_decoration_has_no_words(home: HomePage, picture: Any, client: Client) -> None:
    page = make_page(
        TreatmentPage, home, hero_image=picture, hero_alt="Een doek.", hero_decorative=True
    )
    hero = hero_of(client, page)
    assert (hero["alt"], hero["decorative"]) == ("", True)


def test_what_must_stay_in_sight_is_said_in_pixels(
    home: HomePage, wide: Any, client: Client
) -> None:
    page = make_page(TreatmentPage, home, hero_image=wide, hero_alt="Een doek.")
    assert hero_of(client, page)["focal_point"] is None
    wide.focal_point_x, wide.focal_point_y = 450, 300
    wide.focal_point_width, wide.focal_point_height = 100, 80
    wide.save()
    focus = hero_of(client, page)["focal_point"]
    assert focus == {"x": 450, "y": 300, "width": 100, "height": 80}


def test_a_picture_whose_file_is_gone_is_none(home: HomePage, picture: Any, client: Client) -> None:
    page = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Een doek.")
    picture.file.storage.delete(picture.file.name)
    make_renditions(picture)
    assert hero_of(client, page) is None
