"""What cleaning makes of a picture, whatever way it came in."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from core.image_uploads.cleaning import (
    LONGEST_SIDE,
    clean_image,
    damaged,
    too_many_pixels,
    unsupported,
)
from tests.factories import image_files


def cleaned(content: bytes, name: str = "foto.jpg"):
    stored = clean_image(ContentFile(content, name), name)
    picture = Image.open(BytesIO(stored.read()))
    picture.load()
    assert picture.size == stored.dimensions
    return stored, picture


def refusal(content: bytes, name: str = "foto.jpg") -> str:
    with pytest.raises(ValidationError) as error:
        clean_image(ContentFile(content, name), name)
    return error.value.messages[0]


def traces(content: bytes) -> list[bytes]:
    return [trace for trace in image_files.TRACES if trace in content]


def test_sample_files_do_carry_what_must_go():
    found = traces(image_files.phone_jpeg(icc_profile=image_files.swapped_profile()))

    assert {b"Exif", b"Apple", b"GPSLatitude", b"Photoshop", b"CommentSecret"} <= set(found)
    assert {b"Exif", b"Apple", b"GPSLatitude"} <= set(traces(image_files.phone_heic()))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (image_files.phone_jpeg, "IMG_0001.JPG"),
        (image_files.phone_heic, "IMG_0001.HEIC"),
    ],
)
def test_phone_photo_becomes_an_upright_jpeg_without_position_or_camera(content, name):
    stored, picture = cleaned(content(), name)

    assert stored.name == "IMG_0001.jpg"
    assert picture.format == "JPEG"
    assert picture.size == (600, 400)
    assert image_files.looks_upright(picture)
    assert traces(stored.file.getvalue()) == []
    assert not picture.getexif()


@pytest.mark.parametrize("file_format", ["PNG", "WEBP", "AVIF"])
def test_other_kinds_are_turned_upright_and_stripped_too(file_format):
    turned = image_files.upright_photo().transpose(Image.Transpose.ROTATE_90)
    content = image_files.encoded(turned, file_format, exif=image_files.phone_exif(6))
    assert b"Apple" in content

    stored, picture = cleaned(content)

    assert image_files.looks_upright(picture)
    assert traces(stored.file.getvalue()) == []


def test_colours_of_a_profile_are_converted_before_the_profile_goes():
    profile = image_files.swapped_profile()
    content = image_files.encoded(image_files.upright_photo(), "JPEG", icc_profile=profile)

    stored, picture = cleaned(content)

    red, green, _blue = picture.getpixel((20, 20))
    assert green > 150 > red
    assert "icc_profile" not in picture.info
    assert traces(stored.file.getvalue()) == []


def test_mismatched_profile_is_ignored():
    grey = image_files.upright_photo(mode="L")
    content = image_files.encoded(grey, "JPEG", icc_profile=image_files.swapped_profile())

    _stored, picture = cleaned(content)

    assert picture.getpixel((20, 20)) == pytest.approx(grey.getpixel((20, 20)), abs=3)


@pytest.mark.parametrize(("file_format", "name"), [("PNG", "logo.png"), ("WEBP", "logo.webp")])
def test_transparency_stays(file_format, name):
    logo = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    logo.paste((220, 30, 30, 255), (0, 0, 100, 100))

    stored, picture = cleaned(image_files.encoded(logo, file_format), name)

    assert stored.name == name
    assert [picture.getpixel((at, 50))[3] for at in (20, 180)] == [255, 0]


def test_transparent_avif_becomes_png():
    picture = Image.new("RGBA", (64, 64), (220, 30, 30, 0))

    stored, picture = cleaned(image_files.encoded(picture, "AVIF"), "logo.avif")

    assert stored.name == "logo.png"
    assert picture.mode == "RGBA"


def test_transparent_palette_keeps_its_transparency():
    picture = Image.new("P", (64, 64))
    content = image_files.encoded(picture, "PNG", transparency=0)

    _stored, picture = cleaned(content, "icoon.png")

    assert picture.convert("RGBA").getpixel((5, 5))[3] == 0


def test_animation_keeps_moving_without_its_comment():
    content = image_files.animated_gif()
    assert {b"CommentSecret", b"xmpmeta"} <= set(traces(content))

    stored, picture = cleaned(content, "beweging.gif")

    assert stored.name == "beweging.gif"
    assert (picture.n_frames, picture.info["duration"], picture.info["loop"]) == (3, 80, 0)
    assert traces(stored.file.getvalue()) == []


def test_cmyk_becomes_rgb():
    _stored, picture = cleaned(
        image_files.encoded(image_files.upright_photo(mode="CMYK"), "JPEG"),
    )

    assert picture.mode == "RGB"
    assert image_files.looks_upright(picture)


def test_sixteen_bits_become_eight_without_losing_the_middle_tones():
    picture = Image.new("I;16", (40, 40), 0x8000)

    _stored, picture = cleaned(image_files.encoded(picture, "PNG"), "scan.png")

    assert picture.mode == "L"
    assert picture.getpixel((5, 5)) == 128


def test_picture_behind_the_picture_is_left_out():
    secret = Image.new("RGB", (64, 64))
    content = image_files.encoded(
        image_files.upright_photo(), "MPO", save_all=True, append_images=[secret]
    )

    stored, picture = cleaned(content)

    assert picture.format == "JPEG"
    assert stored.file.getvalue().count(b"\xff\xd8\xff") == 1


def test_large_photo_is_scaled_down_in_proportion():
    _stored, picture = cleaned(
        image_files.encoded(image_files.upright_photo(3000, 6000), "JPEG"),
    )

    assert picture.size == (LONGEST_SIDE // 2, LONGEST_SIDE)
    assert image_files.looks_upright(picture)


def test_small_photo_keeps_its_size():
    assert cleaned(image_files.phone_jpeg())[1].size == (600, 400)


def test_contents_and_not_the_name_decide_the_kind():
    stored, picture = cleaned(image_files.encoded(image_files.upright_photo(), "PNG"), "a.jpg")

    assert (stored.name, picture.format) == ("a.png", "PNG")


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF", "GIF"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_incomplete_picture_is_refused(file_format, part):
    grain = Image.effect_noise((300, 200), 90).convert("RGB")
    content = image_files.encoded(grain, file_format)

    message = refusal(content[: int(len(content) * part)])

    assert message == damaged().messages[0]


def test_header_that_promises_more_than_there_is_is_refused():
    content = image_files.encoded(image_files.upright_photo(40, 40), "PNG")

    assert refusal(content[:40]) == damaged().messages[0]


@pytest.mark.parametrize("side", [12_000, 20_000], ids=["warned_about", "refused_by_pillow"])
def test_decompression_bomb_is_refused(side):
    content = image_files.encoded(Image.new("1", (side, side)), "PNG")
    assert len(content) < 100_000

    assert refusal(content, "bom.png") == too_many_pixels().messages[0]


def test_animation_counts_every_frame(settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 10_000
    frames = [image_files.upright_photo(60, 60).rotate(90 * turn) for turn in range(3)]
    content = image_files.encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])

    assert refusal(content, "bom.gif") == too_many_pixels().messages[0]


@pytest.mark.parametrize("content", [image_files.SVG, b"hallo", b"", b"%PDF-1.7 ..."])
def test_what_is_no_photo_is_refused(content):
    assert refusal(content) == unsupported().messages[0]


def test_kinds_with_risky_decoders_are_never_opened():
    assert (
        refusal(image_files.encoded(image_files.upright_photo(), "TIFF"))
        == (unsupported().messages[0])
    )
