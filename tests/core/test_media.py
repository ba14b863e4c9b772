"""Pictures are served, and nothing else from the folder of uploads."""

from pathlib import Path

import pytest
from django.test import Client


@pytest.mark.django_db
def test_a_rendition_may_be_kept_for_a_year(picture, client: Client):
    rendition = picture.get_rendition("width-32|format-webp")
    response = client.get(rendition.url)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert not response.cookies
    assert response.getvalue().startswith(b"RIFF")


@pytest.mark.parametrize(
    "path",
    [
        "/media/documents/a.pdf",
        "/media/images/../documents/a.pdf",
        "/media/images/..%2fdocuments/a.pdf",
        "/media/images/../../db.sqlite3",
        "/media/images/",
        "/media/",
    ],
)
def test_nothing_else_is_served_from_there(path, settings, client: Client, db):
    folder = Path(settings.MEDIA_ROOT) / "documents"
    folder.mkdir(parents=True)
    (folder / "a.pdf").write_bytes(b"%PDF")
    (folder.parent / "images").mkdir()
    assert client.get(path).status_code == 404
