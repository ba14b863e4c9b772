"""Browsers keep a picture for a year under its name."""

import pytest
from django.core.files.base import ContentFile

from core.models import CustomImage
from tests.factories import image_files


@pytest.mark.django_db
def test_a_name_is_never_given_out_twice():
    """Phones give the same names again."""
    names = set()
    for _round in range(2):
        image = CustomImage(title="Foto", file=ContentFile(image_files.phone_jpeg(), "IMG_7.jpg"))
        image.save()
        names |= {image.file.name, image.get_rendition("width-20").file.name}
        image.delete()
    assert len(names) == 4
