"""The colour that holds a picture's place: found on the way in, in the stylesheet, and for older pictures."""

import importlib
import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.template import Context, Template
from PIL import Image, ImageDraw

import core.migrations
from core.image_uploads.placeholders import NONE, PALETTE, oklab, placeholder_of
from core.models import CustomImage
from tests.core.test_contrast import colours
from tests.factories import image_files

STYLES = Path(__file__).parents[2] / "static" / "css" / "blocks" / "placeholder.css"
MIGRATIONS = Path(core.migrations.__file__).parent


def plain(colour, mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (80, 60), colour)


@pytest.mark.parametrize("name", PALETTE)
def test_a_picture_in_a_colour_of_the_palette_gets_that_colour(name):
    assert placeholder_of(plain(PALETTE[name])) == name


@pytest.mark.parametrize(
    ("picture", "name"),
    [
        (plain((255, 255, 255)), "paper"),
        (plain((0, 0, 0)), "ink"),
        (plain(160, "L"), "stone"),
        (plain((60, 110, 40)), "moss"),
        (plain((170, 70, 40)), "rust"),
    ],
)
def test_other_colours_get_the_nearest_one(picture, name):
    assert placeholder_of(picture) == name


def test_what_covers_most_of_a_picture_counts_rather_than_its_mean():
    picture = plain(PALETTE["sage"])
    ImageDraw.Draw(picture).rectangle((0, 0, 30, 59), fill=PALETTE["ink"])
    assert placeholder_of(picture) == "sage"


def test_a_transparent_picture_has_none_and_an_opaque_one_with_an_alpha_channel_has():
    assert placeholder_of(plain((*PALETTE["clay"], 120), "RGBA")) == NONE
    assert placeholder_of(plain((*PALETTE["clay"], 255), "RGBA")) == "clay"


def test_oklab_agrees_with_its_published_values():
    """White is (1, 0, 0) by definition; red is CSS Color 4's `oklab(0.628 0.225 0.126)`."""
    assert oklab(255, 255, 255) == pytest.approx((1, 0, 0), abs=1e-4)
    assert oklab(255, 0, 0) == pytest.approx((0.628, 0.225, 0.126), abs=1e-3)


def test_the_stylesheet_has_every_colour_in_both_schemes():
    light, dark = colours("light"), colours("dark")
    for name, rgb in PALETTE.items():
        assert light[f"placeholder-{name}"] == bytes(rgb).hex()
        assert dark[f"placeholder-{name}"] != light[f"placeholder-{name}"]
    classes = re.findall(r"\.placeholder--(\w+)", STYLES.read_text(encoding="utf-8"))
    assert classes == list(PALETTE)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "name", "found"),
    [
        (lambda: image_files.encoded(plain(PALETTE["rust"]), "JPEG"), "a.jpg", "rust"),
        (lambda: image_files.encoded(plain((0, 0, 0, 0), "RGBA"), "PNG"), "a.png", NONE),
        (lambda: image_files.animated_gif(), "a.gif", "slate"),
    ],
)
def test_a_new_picture_knows_its_colour_and_shows_it(content, name, found):
    image = CustomImage.objects.create(title="Doek", file=ContentFile(content(), name))
    image = CustomImage.objects.get(pk=image.pk)
    assert image.placeholder == found
    html = Template(
        "{% load pictures %}{% site_picture image 'HERO' sizes='40px' alt='' %}"
    ).render(Context({"image": image}))
    assert f'class="placeholder placeholder--{found}"' in html


@pytest.mark.django_db
def test_a_replaced_file_brings_its_own_colour(picture):
    picture.file = ContentFile(image_files.encoded(plain(PALETTE["moss"]), "PNG"), "b.png")
    picture.save()
    assert CustomImage.objects.get(pk=picture.pk).placeholder == "moss"


@pytest.mark.django_db
def test_pictures_from_before_get_theirs_even_where_a_file_is_gone():
    images = [
        CustomImage.objects.create(
            title=name,
            file=ContentFile(image_files.encoded(plain(PALETTE[name]), "PNG"), f"{name}.png"),
        )
        for name in ("clay", "mist", "earth")
    ]
    CustomImage.objects.update(placeholder=NONE)
    images[1].file.storage.delete(images[1].file.name)
    (name,) = (path.stem for path in MIGRATIONS.glob("*_image_placeholder.py"))
    historical = MigrationLoader(connection).project_state(("core", name)).apps
    backfill = importlib.import_module(f"core.migrations.{name}").find_placeholders
    backfill(historical, connection.schema_editor())
    found = CustomImage.objects.order_by("pk").values_list("placeholder", flat=True)
    assert list(found) == ["clay", NONE, "earth"]
