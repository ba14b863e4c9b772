import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from core.models import CustomImage


@pytest.fixture
def picture(db: None) -> CustomImage:
    """A small picture; the block chooser's preview of a picture shows the newest one."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), "#b08968").save(buffer, "JPEG")
    image = CustomImage(title="Doek", file=ContentFile(buffer.getvalue(), name="doek.jpg"))
    image.save()
    return image
