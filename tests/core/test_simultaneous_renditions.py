"""Two visitors who come at once to a picture that nobody has seen yet."""

from pathlib import Path
from typing import Any

import pytest

from core.models import CustomImage
from core.models.images import CustomRendition

SPECS = ("width-10|format-webp", "width-10|format-jpeg", "width-20|format-jpeg")


def test_both_are_given_the_same_files_and_no_other_is_left(
    picture: CustomImage, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_by_the_other: dict[str, str] = {}
    store = CustomRendition.objects.bulk_create

    def store_later(*args: Any, **kwargs: Any) -> Any:
        """Another process has them made while this one does, and is first to keep them."""
        monkeypatch.setattr(CustomRendition.objects, "bulk_create", store)
        other = CustomImage.objects.get(pk=picture.pk).get_renditions(*SPECS[:2])
        kept_by_the_other.update({spec: each.url for spec, each in other.items()})
        return store(*args, **kwargs)

    monkeypatch.setattr(CustomRendition.objects, "bulk_create", store_later)
    given = {spec: each.url for spec, each in picture.get_renditions(*SPECS).items()}

    assert kept_by_the_other == {spec: given[spec] for spec in SPECS[:2]}
    rows = {rendition.file.name for rendition in CustomRendition.objects.all()}
    assert len(rows) == 3
    folder = Path(settings.MEDIA_ROOT)
    files = {str(path.relative_to(folder)) for path in (folder / "images").iterdir()}
    assert files == rows
    again = CustomImage.objects.get(pk=picture.pk).get_renditions(*SPECS)
    assert {spec: each.url for spec, each in again.items()} == given
