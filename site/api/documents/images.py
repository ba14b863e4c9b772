"""Pictures with everything a `<picture>` needs: the same sizes and formats as on the site's own pages.

Sizes are fixed here, per place, so nobody can ask for others and fill the disk.
"""

from collections import defaultdict
from enum import Enum
from typing import Any, Literal

from django.conf import settings
from ninja import Schema
from pydantic import Field
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    SourceImageIOError,
)

from core.image_uploads.placeholders import PALETTE
from core.templatetags.pictures import FORMATS


class Place(Enum):
    """Where a picture stands: the sizes that are made (Wagtail's filter), and how wide it usually is (`sizes`)."""

    HERO = ("width-{400,800,1200,1600}", "(min-width: 64rem) calc(50vw - 6rem), 100vw")
    BODY = ("width-{400,800,1200,1600}", "(min-width: 72rem) 64rem, (min-width: 42rem) 90vw, 90vw")
    COLUMN = ("width-{400,800,1200}", "(min-width: 42rem) 37rem, 90vw")
    TREATMENT_CARD = ("fill-{480x360,960x720}", "(min-width: 64rem) 24rem, 90vw")
    POST_CARD = ("fill-{240x180,480x360}", "(min-width: 64rem) 10rem, 6rem")
    PORTRAIT = ("fill-{200x250,400x500,600x750}", "(min-width: 64rem) 15rem, 6.5rem")

    def __init__(self, spec: str, sizes: str) -> None:
        self.filters = [Filter(spec=each) for each in Filter.expand_spec([FORMATS, spec])]
        self.sizes = sizes


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
    """What a `<picture>` needs, the best format first; `width` and `height` are of `src`, a JPEG for everybody."""

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


def image_set(image: AbstractImage, place: Place) -> dict[str, Any] | None:
    """An `ImageSet`; None where the file is gone.

    Renditions that were prefetched cost no query; those that are missing are made, as the site's own pages do.
    """
    try:
        renditions = image.get_renditions(*place.filters)
    except SourceImageIOError:
        return None
    by_type: dict[str, list[AbstractRendition]] = defaultdict(list)
    for filter_ in place.filters:
        rendition = renditions[filter_.spec]
        format_ = filter_.spec.split("|")[0].removeprefix("format-")
        by_type[f"image/{format_}"].append(rendition)
    srcsets = {
        type_: [_candidate(each) for each in _by_width(found)] for type_, found in by_type.items()
    }
    widest = srcsets["image/jpeg"][-1]
    return {
        "src": widest["url"],
        "width": widest["width"],
        "height": widest["height"],
        "sizes": place.sizes,
        "sources": [{"type": type_, "srcset": files} for type_, files in srcsets.items()],
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


def _by_width(renditions: list[AbstractRendition]) -> list[AbstractRendition]:
    """Each width once: a small original gives the same file for several sizes."""
    return sorted({each.width: each for each in renditions}.values(), key=lambda each: each.width)


def _candidate(rendition: AbstractRendition) -> dict[str, Any]:
    url = rendition.url
    if url.startswith("/"):
        url = settings.SITE_URL + url
    return {"url": url, "width": rendition.width, "height": rendition.height}
