"""Files that visitors may download or play."""

from mimetypes import guess_type
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from ninja import Schema
from pydantic import Field


class Document(Schema):
    """A file; `media_type` goes by the end of its name."""

    id: int
    filename: str
    url: str
    media_type: str
    size: int | None = Field(description="In bytes.")


def document(file: Any) -> dict[str, Any] | None:
    """A `Document`; None for none."""
    return file and {
        "id": file.pk,
        "filename": file.filename,
        "url": urljoin(settings.SITE_URL, file.url),
        "media_type": guess_type(file.filename)[0] or "application/octet-stream",
        "size": file.file_size,
    }
