"""The files that pictures are shown by: the closed list of them, and those that are there.

They are made in the background (`core.rendition_making`), never where they are asked for: what is there stands in the
row of the picture, so looking it up takes no query. Until then a picture is shown by its original, which is clean.
"""

import mimetypes
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urljoin

from wagtail.images.models import get_rendition_storage

KEPT_ADDRESSES = 10_000  # of a hundred characters each
FORMATS = ("avif", "webp", "jpeg")  # the best first; every browser shows the last
# A tall one is narrower: making an AVIF of 1600 by 2400 pixels takes 95 MB, and no screen shows all of it at once.
WIDEST = "max-1600x1800"


class Place(Enum):
    """Where a picture stands: how it is cut and scaled (Wagtail's filters), and how wide it usually is (`sizes`)."""

    HERO = (
        ("width-400", "width-800", "width-1200", WIDEST),
        "(min-width: 64rem) calc(50vw - 6rem), 100vw",
    )
    BODY = (
        ("width-400", "width-800", "width-1200", WIDEST),
        "(min-width: 72rem) 64rem, (min-width: 42rem) 90vw, 90vw",
    )
    COLUMN = (("width-400", "width-800", "width-1200"), "(min-width: 42rem) 37rem, 90vw")
    TREATMENT_CARD = (("fill-480x360", "fill-960x720"), "(min-width: 64rem) 24rem, 90vw")
    POST_CARD = (("fill-240x180", "fill-480x360"), "(min-width: 64rem) 10rem, 6rem")
    PORTRAIT = (
        ("fill-200x250", "fill-400x500", "fill-600x750"),
        "(min-width: 64rem) 15rem, 6.5rem",
    )

    def __init__(self, cuts: tuple[str, ...], sizes: str) -> None:
        self.cuts = cuts
        self.sizes = sizes
        self.is_whole = cuts[0].startswith("width-")


def spec_of(format_: str, cut: str) -> str:
    """Wagtail's filter for one file."""
    return f"format-{format_}|{cut}"


# What a message with a link shows: of every picture, as any may be chosen for it, and for whoever reads the message.
SHARED = "fill-1200x630"

# The only files there are, so that nobody can ask for others and fill the disk.
CUTS = (*dict.fromkeys(cut for place in Place for cut in place.cuts), SHARED)
SPECS = (
    *(spec_of(format_, cut) for cut in CUTS[:-1] for format_ in FORMATS),
    spec_of("jpeg", SHARED),
)


class File(NamedTuple):
    """An address, absolute or from the root of the site, and the size in pixels."""

    url: str
    width: int
    height: int


def files_of(image: Any, place: Place) -> dict[str, list[File]]:
    """What is there of a picture, by format: the best first, from narrow to wide, each width once.

    A format of which nothing is there is left out. Of a picture whose focal point has just moved it is what was cut
    out around the old one.
    """
    found = {format_: _files(image, place, format_) for format_ in FORMATS}
    return {format_: files for format_, files in found.items() if files}


def _files(image: Any, place: Place, format_: str) -> list[File]:
    return [File(_url(name), w, h) for name, w, h in _made(image, place, format_)]


def _made(image: Any, place: Place, format_: str) -> list[tuple[str, int, int]]:
    """Name, width and height of each, from narrow to wide."""
    made = image.rendition_files if image.has_been_tried else {}
    by_width = {}
    for cut in place.cuts if made else ():
        if file := made.get(spec_of(format_, cut)):
            by_width[file[1]] = file  # a small original gives the same file for several sizes
    return [by_width[width] for width in sorted(by_width)]


def original_of(image: Any) -> File:
    """What is shown by where there is no JPEG."""
    return File(image.file.url, image.width, image.height)


def jpeg_of(image: Any, widest: int = 10_000) -> File:
    """One file of the whole picture for everybody: the widest JPEG that is no wider, or the original."""
    made = [each for each in _made(image, Place.HERO, "jpeg") if each[1] <= widest]
    if not made:
        return original_of(image)
    name, width, height = made[-1]
    return File(_url(name), width, height)


def shared_of(image: Any) -> File | None:
    """What a message with a link shows of it, cut out around its focal point; None where it is not there yet."""
    made = image.rendition_files if image.has_been_tried else {}
    if not (file := made.get(spec_of("jpeg", SHARED))):
        return None
    name, width, height = file
    return File(_url(name), width, height)


def shown_url(image: Any, root_url: str) -> str:
    """The absolute address of a picture as pages show it: its widest JPEG, or what was uploaded."""
    return urljoin(root_url, jpeg_of(image).url)


def content_type_of(file: File) -> str:
    """Such as `image/jpeg`."""
    return mimetypes.guess_type(file.url.partition("?")[0])[0] or "image/jpeg"


@lru_cache(KEPT_ADDRESSES)
def _url(name: str) -> str:
    """The address of a file, which the name alone decides: what is stored is served from `MEDIA_URL`."""
    return get_rendition_storage().url(name)
