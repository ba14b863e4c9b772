"""How every picture of the public pages is written."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage, Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

register = template.Library()

FORMATS = "format-{avif,webp,jpeg}"


@register.simple_tag
def site_picture(
    image: AbstractImage, spec: str, *, sizes: str, alt: str | None, first: bool | str = False
) -> SafeString:
    """A `<picture>` of `image` in the sizes that `spec` names (Wagtail's, as `width-{400,800}`) and three formats.

    `sizes` is how wide it stands at which screen, for the attribute of that name; an empty `alt` is a decoration.
    The `first` picture of a page is fetched before anything else; the others wait until they come near the screen.
    """
    filters = [Filter(spec=each) for each in Filter.expand_spec([FORMATS, spec])]
    attributes: dict[str, Any] = {
        "class": image.placeholder_class,
        "sizes": sizes,
        "alt": alt or "",
    }
    if first:
        attributes["fetchpriority"] = "high"
    else:
        attributes |= {"loading": "lazy", "decoding": "async"}
    return Picture(get_renditions_or_not_found(image, filters), attributes).__html__()


@register.filter
def opens_list(position: int, level: int) -> bool:
    """Whether the card at `position` (from 1) is the first thing under a page's title.

    That is so where the headings of the cards, of `level`, come directly below the title's.
    """
    return position == 1 and level == 2
