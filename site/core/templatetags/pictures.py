"""How every picture of the public pages is written."""

from math import gcd
from typing import Any

from django import template
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from core.renditions import File, Place, files_of, original_of

register = template.Library()


@register.simple_tag
def site_picture(
    image: Any, place: str, *, sizes: str, alt: str | None, first: bool | str = False
) -> SafeString:
    """A `<picture>` of `image` for where it stands, the name of a `Place`, of the files that are there.

    `sizes` is how wide it stands at which screen, for the attribute of that name; an empty `alt` is a decoration.
    The `first` picture of a page is fetched before anything else; the others wait until they come near the screen.
    Nothing where the file is gone.
    """
    if image.is_unusable:
        return SafeString()
    where = Place[place]
    sources = files_of(image, where)
    jpegs = sources.pop("jpeg", [])
    shown, classes = (jpegs[0], "") if jpegs else _not_cut_yet(image, where)
    attributes: dict[str, Any] = {
        "src": shown.url,
        "width": shown.width,
        "height": shown.height,
        "alt": alt or "",
        "class": image.placeholder_class + classes,
        "sizes": sizes,
    }
    if len(jpegs) > 1:
        attributes["srcset"] = _srcset(jpegs)
    if first:
        attributes["fetchpriority"] = "high"
    else:
        attributes |= {"loading": "lazy", "decoding": "async"}
    others = mark_safe(  # noqa: S308 - `flatatt` escapes
        "".join(
            f"<source{flatatt({'srcset': _srcset(files), 'sizes': sizes, 'type': f'image/{format_}'})}>"
            for format_, files in sources.items()
        )
    )
    return format_html("<picture>{}<img{}></picture>", others, flatatt(attributes))


def _not_cut_yet(image: Any, place: Place) -> tuple[File, str]:
    """The original, and the classes by which it takes the room of what will be cut out of it."""
    original = original_of(image)
    if place.is_whole:
        return original, ""
    width, height = (int(side) for side in place.cuts[0].removeprefix("fill-").split("x"))
    step = gcd(width, height)
    return File(original.url, width, height), f" uncut uncut--{width // step}x{height // step}"


def _srcset(files: list[File]) -> str:
    """One file alone needs no width, and is shown as wide as it is."""
    if len(files) == 1:
        return files[0].url
    return ", ".join(f"{file.url} {file.width}w" for file in files)


@register.filter
def opens_list(position: int, level: int) -> bool:
    """Whether the card at `position` (from 1) is the first thing under a page's title.

    That is so where the headings of the cards, of `level`, come directly below the title's.
    """
    return position == 1 and level == 2
