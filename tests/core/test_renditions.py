"""The files that pictures are shown by: what is shown while they are not there, and how they are made."""

from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from core import rendition_making
from core.models import CustomImage, CustomRendition
from core.rendition_making import lacking, make_renditions, unusable
from core.renditions import SPECS, Place, files_of, jpeg_of
from core.templatetags.pictures import site_picture

pytestmark = pytest.mark.django_db


def painted(size: tuple[int, int], colour: str = "#8f5238") -> ContentFile:
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, "JPEG")
    return ContentFile(buffer.getvalue(), name="doek.jpg")


@pytest.fixture
def wide(db: None) -> CustomImage:
    """Wider than 800 and narrower than 1200 pixels."""
    image = CustomImage(title="Doek", file=painted((900, 600)))
    image.save()
    return image


def shown(image: CustomImage, place: str = "HERO") -> BeautifulSoup:
    image = CustomImage.objects.get(pk=image.pk)
    return BeautifulSoup(site_picture(image, place, sizes="100vw", alt="Doek"), "html.parser")


def names_of(image: CustomImage) -> set[str]:
    return {name for name, _width, _height in image.rendition_files.values()}


def stored(image: CustomImage) -> set[str]:
    folder = CustomRendition._meta.get_field("file").storage
    return {f"images/{name}" for name in folder.listdir("images")[1]}


def test_all_of_a_picture_are_made_at_once_and_shown_without_a_query(wide: CustomImage) -> None:
    assert list(lacking()) == [wide]
    assert make_renditions(wide)
    assert not lacking()
    assert not make_renditions(wide)
    image = CustomImage.objects.get(pk=wide.pk)
    with CaptureQueriesContext(connection) as queries:
        hero, card = files_of(image, Place.HERO), files_of(image, Place.TREATMENT_CARD)
    assert not queries.captured_queries
    assert list(hero) == ["avif", "webp", "jpeg"]
    assert [file.width for file in hero["avif"]] == [400, 800, 900], "each width once"
    assert [file[1:] for file in card["jpeg"]] == [(480, 360), (800, 600)]
    assert names_of(image) == stored(image)
    for name, width, height in image.rendition_files.values():
        with image.file.storage.open(name) as file, Image.open(file) as opened:
            assert opened.size == (width, height)


def test_a_page_lists_the_files_that_are_there(wide: CustomImage) -> None:
    make_renditions(wide)
    del wide.rendition_files["format-avif|width-400"]
    for cut in Place.HERO.cuts:
        del wide.rendition_files[f"format-webp|{cut}"]
    wide.save()
    html = shown(wide)
    (source,) = html.find_all("source")
    assert source["type"] == "image/avif"
    assert [each.split()[1] for each in source["srcset"].split(", ")] == ["800w", "900w"]
    assert html.img["src"].endswith("width-400.jpg")
    assert (html.img["width"], html.img["height"]) == ("400", "266")


def test_until_then_the_original_takes_the_room_of_what_comes(wide: CustomImage) -> None:
    whole, card, portrait = (shown(wide, place) for place in ("HERO", "POST_CARD", "PORTRAIT"))
    for html in (whole, card, portrait):
        assert not html.find_all("source")
        assert html.img["src"] == wide.file.url
        assert "srcset" not in html.img.attrs
    assert (whole.img["width"], whole.img["height"]) == ("900", "600")
    assert "uncut" not in whole.img["class"]
    assert (card.img["width"], card.img["height"]) == ("240", "180")
    assert "uncut--landscape" in card.img["class"]
    assert "uncut--portrait" in portrait.img["class"]


def test_the_stylesheet_knows_the_shape_of_every_cut() -> None:
    cuts = [cut for place in Place for cut in place.cuts if cut.startswith("fill-")]
    sides = [cut.removeprefix("fill-").split("x") for cut in cuts]
    assert {int(width) / int(height) for width, height in sides} == {4 / 3, 4 / 5}


def test_another_original_is_shown_at_once(wide: CustomImage) -> None:
    make_renditions(wide)
    before = names_of(wide)
    wide.file = painted((1000, 500), "#223344")
    wide.save()
    assert shown(wide).img["src"] == wide.file.url
    assert list(lacking()) == [wide]
    make_renditions(wide)
    assert not before & names_of(wide)
    assert jpeg_of(wide).width == 1000
    assert CustomRendition.objects.count() == len(SPECS)


def test_a_tall_picture_is_not_made_taller_than_a_screen(home: Any) -> None:
    tall = CustomImage(title="Hoog", file=painted((1700, 2550)))
    tall.save()
    make_renditions(tall)
    assert [file.width for file in files_of(tall, Place.BODY)["avif"]] == [400, 800, 1200]
    assert max(height for _name, _width, height in tall.rendition_files.values()) == 1800


def test_what_is_not_in_the_list_any_more_is_deleted(wide: CustomImage) -> None:
    old = wide.get_rendition("format-webp|width-1000")
    thumbnail = wide.get_rendition("max-165x165")
    make_renditions(wide)
    assert not CustomRendition.objects.filter(pk=old.pk).exists()
    assert CustomRendition.objects.filter(pk=thumbnail.pk).exists()


def test_a_large_photo_is_read_smaller_and_cut_where_it_should_be(db: None) -> None:
    """Left red, right blue; the focal point is in the blue, and no column of the seam is in what is cut around it."""
    content = Image.new("RGB", (3840, 1920), "#c02020")
    content.paste("#2020c0", (1920, 0, 3840, 1920))
    buffer = BytesIO()
    content.save(buffer, "JPEG", quality=95)
    image = CustomImage(title="Twee", file=ContentFile(buffer.getvalue(), name="twee.jpg"))
    image.focal_point_x, image.focal_point_y = 3200, 960
    image.focal_point_width = image.focal_point_height = 100
    image.save()
    make_renditions(image)
    name, width, height = image.rendition_files["format-jpeg|fill-600x750"]
    with image.file.storage.open(name) as file, Image.open(file) as cut:
        assert cut.size == (width, height) == (600, 750)
        assert all(low[2] > 150 for low in [cut.getpixel((x, 375)) for x in (0, 300, 599)])
    name, width, _height = image.rendition_files["format-jpeg|max-1600x1800"]
    with image.file.storage.open(name) as file, Image.open(file) as whole:
        reds = [whole.getpixel((x, 400))[0] > 128 for x in (2, 790, 810, width - 2)]
        assert reds == [True, True, False, False]


def test_another_focal_point_moves_only_what_is_cut(wide: CustomImage) -> None:
    make_renditions(wide)
    before = dict(wide.rendition_files)
    wide.focal_point_x, wide.focal_point_y = 100, 100
    wide.focal_point_width = wide.focal_point_height = 20
    wide.save()
    assert list(lacking()) == [wide]
    assert "480x360" in shown(wide, "POST_CARD").img["srcset"], "what was cut before, until then"
    make_renditions(wide)
    moved = {spec for spec, file in wide.rendition_files.items() if file != before[spec]}
    assert moved == {spec for spec in SPECS if "fill-" in spec}


def test_what_deleted_a_file_has_it_made_again(wide: CustomImage) -> None:
    """As Wagtail's command does, or its form for a new file."""
    make_renditions(wide)
    wide.renditions.all().delete()
    assert shown(wide).img["src"] == wide.file.url
    assert list(lacking()) == [wide]


def test_what_a_site_has_already_is_not_made_again(wide: CustomImage) -> None:
    kept = wide.get_rendition("format-avif|width-400").file.name
    make_renditions(wide)
    assert wide.rendition_files["format-avif|width-400"][0] == kept
    assert names_of(wide) == stored(wide)


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_picture_that_cannot_be_read_is_told_of_once_and_not_shown(
    is_gone: bool, wide: CustomImage, caplog: pytest.LogCaptureFixture
) -> None:
    with wide.file.storage.open(wide.file.name) as file:
        content = file.read()
    wide.file.storage.delete(wide.file.name)
    if not is_gone:
        wide.file.storage.save(wide.file.name, ContentFile(content[:500]))
    make_renditions(wide)
    assert not lacking()
    assert list(unusable()) == [wide]
    assert str(shown(wide)) == ""
    make_renditions(CustomImage.objects.get(pk=wide.pk))
    assert len(caplog.records) == 1
    wide.file.storage.delete(wide.file.name)
    wide.file.storage.save(wide.file.name, ContentFile(content))
    make_renditions(CustomImage.objects.get(pk=wide.pk))
    assert len(shown(wide).find_all("source")) == 2


def test_a_file_that_cannot_be_made_is_left_out(
    wide: CustomImage, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = CustomImage.generate_rendition_instance

    def fail_at_times(self: Any, filter: Any, source: Any) -> Any:
        if filter.spec == "format-avif|width-800":
            raise ValueError
        return make(self, filter, source)

    monkeypatch.setattr(CustomImage, "generate_rendition_instance", fail_at_times)
    make_renditions(wide)
    assert set(SPECS) - set(wide.rendition_files) == {"format-avif|width-800"}
    assert len(caplog.records) == 1
    assert not lacking()


@pytest.mark.parametrize("change", ["file", "focal_point", "made", "deleted"])
def test_what_comes_too_late_leaves_nothing_behind(
    change: str, wide: CustomImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Meanwhile the picture is another one, is gone, or another process has made the same."""
    keep = rendition_making._keep

    def meanwhile(*args: Any) -> Any:
        monkeypatch.setattr(rendition_making, "_keep", keep)
        image = CustomImage.objects.get(pk=wide.pk)
        if change == "file":
            image.file = painted((1000, 500))
        elif change == "focal_point":
            image.focal_point_x = image.focal_point_y = 5
            image.focal_point_width = image.focal_point_height = 5
        if change == "deleted":
            image.delete()
        else:
            image.save()
            make_renditions(image)
        return keep(*args)

    monkeypatch.setattr(rendition_making, "_keep", meanwhile)
    assert not make_renditions(wide)
    assert not lacking()
    images = list(CustomImage.objects.all())
    assert stored(wide) == {name for image in images for name in names_of(image)}


def test_a_storage_that_fails_halfway_keeps_nothing(
    wide: CustomImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = FileSystemStorage
    save, saved = storage._save, []

    def fail_at_the_fifth(self: Any, name: str, content: Any) -> str:
        saved.append(name)
        if len(saved) == 5:
            raise OSError("full")
        return save(self, name, content)

    monkeypatch.setattr(storage, "_save", fail_at_the_fifth)
    with pytest.raises(OSError, match="full"):
        make_renditions(wide)
    assert stored(wide) == set()
    assert list(lacking()) == [wide]
