"""Pictures with everything a `<picture>` needs: the same sizes and formats as on the site's own pages."""

from typing import Any, Literal

from django.conf import settings
from ninja import Schema
from pydantic import Field
from wagtail.images.models import AbstractImage

from core.image_uploads.placeholders import PALETTE
from core.renditions import File, Place, files_of, original_of


class FocalPoint(Schema):
    """The part that must stay in sight, in pixels of the original; `x` and `y` are its middle."""

    x: int
    y: int
    width: int
    height: int


class Candidate(Schema):
    """One file of a set, with its size in pixels."""

    url: str
    width: int
    height: int


class Source(Schema):
    """One format of a set, for `<source>`: its files from narrow to wide."""

    type: Literal["image/avif", "image/webp", "image/jpeg"]
    srcset: list[Candidate]


class ImageSet(Schema):
    """What a `<picture>` needs, the best format first; `width` and `height` are of `src`, for every browser.

    In the first seconds after an upload there are no sources yet, and `src` is the original.
    """

    src: str
    width: int
    height: int
    sizes: str = Field(description="How wide it usually stands; say your own where it does not.")
    sources: list[Source]


class Image(ImageSet):
    """A picture in its place. `alt` is in the language of the page; it is empty where the picture is decoration."""

    id: int
    alt: str
    decorative: bool
    original_width: int
    original_height: int
    focal_point: FocalPoint | None
    dominant_color: str | None = Field(
        description="A colour that holds its place, as #rrggbb; null where it is transparent."
    )


def image_set(image: Any, place: Place) -> dict[str, Any] | None:
    """An `ImageSet` of the files that are there; None where the file is gone."""
    if image.is_unusable:
        return None
    by_format = files_of(image, place)
    shown = by_format["jpeg"][-1] if "jpeg" in by_format else original_of(image)
    return {
        "src": _whole_url(shown),
        "width": shown.width,
        "height": shown.height,
        "sizes": place.sizes,
        "sources": [
            {"type": f"image/{format_}", "srcset": [_candidate(file) for file in files]}
            for format_, files in by_format.items()
        ],
    }


def image(
    picture: AbstractImage | None, place: Place, alt: str | None, decorative: bool = False
) -> dict[str, Any] | None:
    """An `Image`; None for none."""
    made = image_set(picture, place) if picture else None
    if made is None:
        return None
    alt = "" if decorative else alt or ""
    return made | facts_of(picture) | {"alt": alt, "decorative": decorative}


def facts_of(picture: Any) -> dict[str, Any]:
    """What is so of a picture wherever it stands."""
    colour = PALETTE.get(picture.placeholder)
    has_focus = picture.has_focal_point()
    return {
        "id": picture.pk,
        "original_width": picture.width,
        "original_height": picture.height,
        "focal_point": {
            "x": picture.focal_point_x,
            "y": picture.focal_point_y,
            "width": picture.focal_point_width or 0,
            "height": picture.focal_point_height or 0,
        }
        if has_focus
        else None,
        "dominant_color": "#{:02x}{:02x}{:02x}".format(*colour) if colour else None,
    }


def _candidate(file: File) -> dict[str, Any]:
    return {"url": _whole_url(file), "width": file.width, "height": file.height}


def _whole_url(file: File) -> str:
    return settings.SITE_URL + file.url if file.url.startswith("/") else file.url
