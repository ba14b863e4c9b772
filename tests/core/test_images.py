"""Pictures through the admin, the API's form and code: good ones are stored clean, bad ones not."""

import hashlib
import re
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape, escapejs
from PIL import Image
from wagtail.images.forms import get_image_form, get_image_multi_form

from core.image_uploads.cleaning import LONGEST_SIDE, damaged, too_many_pixels, unsupported
from core.models import CustomImage
from tests.factories import image_files

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings) -> Path:
    return Path(settings.MEDIA_ROOT)


@pytest.fixture(scope="module")
def forty_megapixels() -> bytes:
    return image_files.forty_megapixel_jpeg()


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def add(client, content: bytes, name: str):
    return client.post(
        reverse("wagtailimages:add"),
        {"title": "Praktijk", "file": SimpleUploadedFile(name, content)},
    )


def add_multiple(client, content: bytes, name: str) -> dict:
    response = client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": name, "files[]": SimpleUploadedFile(name, content)},
    )
    assert response.status_code == 200
    return response.json()


def stored(image: CustomImage) -> tuple[bytes, Image.Image]:
    """The bytes of the original and its picture; the row must describe exactly those."""
    image = CustomImage.objects.get(pk=image.pk)
    with image.open_file() as file:
        content = file.read()
    picture = Image.open(BytesIO(content))
    picture.load()
    assert (image.width, image.height) == picture.size
    assert image.file_size == len(content)
    assert image.file_hash == hashlib.sha1(content, usedforsecurity=False).hexdigest()
    return content, picture


def assert_clean(content: bytes) -> None:
    assert [trace for trace in image_files.TRACES if trace in content] == []


def in_dutch(refusal) -> str:
    with translation.override("nl"):
        return refusal().messages[0]


BAD_FILES = [
    pytest.param(lambda: image_files.phone_jpeg()[:-900], "foto.jpg", damaged, id="truncated_jpeg"),
    pytest.param(
        lambda: image_files.phone_heic()[:-300], "foto.heic", damaged, id="truncated_heic"
    ),
    pytest.param(image_files.bomb_png, "bom.png", too_many_pixels, id="bomb"),
    pytest.param(lambda: image_files.SVG, "tekening.svg", unsupported, id="svg"),
    pytest.param(lambda: image_files.SVG, "tekening.jpg", unsupported, id="svg_named_jpg"),
]


def test_forty_megapixel_photo_becomes_a_good_picture_in_the_admin(admin_client, forty_megapixels):
    assert 24_000_000 < len(forty_megapixels) < 30_000_000

    response = add(admin_client, forty_megapixels, "groot.jpg")

    assert response.status_code == 302
    content, picture = stored(CustomImage.objects.get())
    assert max(picture.size) == LONGEST_SIDE
    assert len(content) < 10_000_000
    assert image_files.looks_upright(picture)
    assert_clean(content)


@pytest.mark.parametrize(
    ("content", "name"),
    [(image_files.phone_jpeg, "IMG_1.JPG"), (image_files.phone_heic, "IMG_1.HEIC")],
)
def test_phone_photo_added_in_the_admin_is_upright_and_clean(admin_client, media, content, name):
    assert add(admin_client, content(), name).status_code == 302

    image = CustomImage.objects.get()
    original, picture = stored(image)
    assert re.fullmatch(r"IMG_1-[0-9a-f]{8}\.jpg", image.filename)
    assert picture.format == "JPEG"
    assert image_files.looks_upright(picture)
    assert_clean(original)
    assert len(files_in(media)) == 1


def test_phone_photo_added_with_the_multiple_uploader_is_upright_and_clean(admin_client, media):
    answer = add_multiple(admin_client, image_files.phone_heic(), "IMG_2.HEIC")

    assert answer["success"] is True
    image = CustomImage.objects.get(pk=answer["image_id"])
    original, picture = stored(image)
    assert re.fullmatch(r"IMG_2-[0-9a-f]{8}\.jpg", image.filename)
    assert image_files.looks_upright(picture)
    assert_clean(original)
    assert len(files_in(media)) == 1


def test_details_of_a_fresh_upload_can_be_saved(admin_client):
    answer = add_multiple(admin_client, image_files.phone_jpeg(), "IMG_3.JPG")
    prefix, image = f"image-{answer['image_id']}", CustomImage.objects.get()

    response = admin_client.post(
        reverse("wagtailimages:edit_multiple", args=[image.pk]),
        {f"{prefix}-title": "De behandelkamer", f"{prefix}-description": "Een tafel"},
    )

    assert response.json()["success"] is True
    assert CustomImage.objects.get().title == "De behandelkamer"
    assert "file" not in get_image_multi_form(CustomImage).base_fields


def test_upload_that_still_needs_a_title_is_clean_before_and_after_it_gets_one(admin_client, media):
    response = admin_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "", "files[]": SimpleUploadedFile("IMG_4.JPG", image_files.phone_jpeg())},
    )
    upload_id = response.json()["uploaded_file_id"]
    (waiting,) = files_in(media)
    assert_clean(waiting.read_bytes())

    admin_client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[upload_id]),
        {f"uploaded-image-{upload_id}-title": "Praktijk"},
    )

    original, picture = stored(CustomImage.objects.get())
    assert image_files.looks_upright(picture)
    assert_clean(original)
    assert len(files_in(media)) == 1


def test_replacing_the_file_leaves_one_clean_original(admin_client, media):
    add(admin_client, image_files.encoded(image_files.upright_photo(50, 50), "PNG"), "oud.png")
    image = CustomImage.objects.get()
    image.get_rendition("width-20")

    admin_client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title": "Nieuw", "file": SimpleUploadedFile("nieuw.heic", image_files.phone_heic())},
    )

    image = CustomImage.objects.get()
    original, _picture = stored(image)
    assert re.fullmatch(r"nieuw-[0-9a-f]{8}\.jpg", image.filename)
    assert image.renditions.count() == 0
    assert_clean(original)


@pytest.mark.parametrize(("content", "name", "refusal"), BAD_FILES)
def test_bad_file_is_refused_beside_the_file_field(admin_client, media, content, name, refusal):
    response = add(admin_client, content(), name)

    assert response.status_code == 200
    assert response.context["form"].errors == {"file": [in_dutch(refusal)]}
    assert escape(in_dutch(refusal)) in response.content.decode()
    assert not CustomImage.objects.exists()
    assert files_in(media) == []


@pytest.mark.parametrize(("content", "name", "refusal"), BAD_FILES)
def test_bad_file_is_refused_by_the_multiple_uploader(admin_client, media, content, name, refusal):
    answer = add_multiple(admin_client, content(), name)

    assert answer == {"success": False, "error_message": in_dutch(refusal)}
    assert not CustomImage.objects.exists()
    assert files_in(media) == []


@pytest.mark.parametrize(("content", "name", "refusal"), BAD_FILES)
def test_bad_file_is_refused_in_code(media, content, name, refusal):
    image = CustomImage(title="Praktijk", file=ContentFile(content(), name))

    for attempt in (image.full_clean, image.save):
        with pytest.raises(ValidationError) as error:
            attempt()
        assert error.value.message_dict["file"] == refusal().messages

    assert not CustomImage.objects.exists()
    assert files_in(media) == []


def test_file_over_the_limit_is_refused_with_both_sizes(admin_client, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1024

    response = add(admin_client, image_files.phone_jpeg(), "groot.jpg")

    (message,) = response.context["form"].errors["file"]
    assert "1,0" in message
    assert not CustomImage.objects.exists()


def test_uploader_page_names_the_kinds_it_takes(admin_client):
    page = admin_client.get(reverse("wagtailimages:add_multiple"))

    # The script in the page shows this one for a file it does not even send.
    assert page.context["error_accepted_file_types"] == in_dutch(unsupported)
    assert escapejs(in_dutch(unsupported)) in page.content.decode()
    assert "AVIF, GIF, HEIC, JPEG, JPG, PNG, WEBP" in page.content.decode()


@pytest.mark.parametrize("way", ["save", "create", "full_clean", "field_file", "assign"])
def test_photo_from_code_is_upright_and_clean(way, media):
    file = ContentFile(image_files.phone_heic(), "IMG_5.HEIC")
    image = CustomImage(title="Praktijk")
    if way == "create":
        image = CustomImage.objects.create(title="Praktijk", file=file)
    elif way == "field_file":
        image.file.save("IMG_5.HEIC", file)
    elif way == "assign":
        image.file = file
        image.save()
    else:
        image = CustomImage(title="Praktijk", file=file)
        if way == "full_clean":
            image.full_clean()
        image.save()

    original, picture = stored(image)
    assert re.fullmatch(r"IMG_5-[0-9a-f]{8}\.jpg", CustomImage.objects.get().filename)
    assert image_files.looks_upright(picture)
    assert_clean(original)
    assert len(files_in(media)) == 1


def test_photo_through_the_api_form_is_upright_and_clean(admin_user):
    form = get_image_form(CustomImage)(
        {"title": "Praktijk", "collection": "1"},
        {"file": SimpleUploadedFile("IMG_6.JPG", image_files.phone_jpeg())},
        user=admin_user,
    )

    assert form.is_valid(), form.errors
    original, picture = stored(form.save())
    assert image_files.looks_upright(picture)
    assert_clean(original)


def test_saving_other_fields_leaves_the_stored_file_alone():
    image = CustomImage.objects.create(
        title="Praktijk", file=ContentFile(image_files.phone_jpeg(), "a.jpg")
    )
    before = stored(image)[0]

    image = CustomImage.objects.get()
    image.title = "Behandelkamer"
    image.save()
    CustomImage.objects.only("title").get().save()

    assert stored(image)[0] == before


@pytest.mark.parametrize("kind", ["jpeg", "webp", "avif", "png"])
@pytest.mark.parametrize(
    ("content", "name"),
    [(image_files.phone_jpeg, "IMG_7.JPG"), (image_files.phone_heic, "IMG_7.HEIC")],
)
def test_rendition_is_upright_and_clean(content, name, kind):
    image = CustomImage.objects.create(title="Praktijk", file=ContentFile(content(), name))

    rendition = image.get_rendition(f"width-300|format-{kind}")

    with rendition.open_file() as file:
        data = file.read()
    picture = Image.open(BytesIO(data))
    assert (rendition.width, rendition.height) == picture.size == (300, 200)
    assert picture.format == kind.upper()
    assert image_files.looks_upright(picture)
    assert_clean(data)
