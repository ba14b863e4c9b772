"""Pictures of a whole page at once."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from django.db.models import prefetch_related_objects
from wagtail import blocks
from wagtail.images.models import AbstractImage

from core.blocks.walk import walk


def prefetch_renditions(body: blocks.StreamValue, *others: AbstractImage | None) -> None:
    """Loads the renditions of every picture in a body, and of `others`, in one query.

    An image that stands in several places is one object per place; each of them gets its renditions.
    """
    load_renditions([*(value for _block, value in walk(body)), *others])


def load_renditions(values: Iterable[Any]) -> None:
    """Loads those of the pictures among some values, in one query."""
    images = [value for value in values if isinstance(value, AbstractImage)]
    if images:
        prefetch_related_objects(images, "renditions")


def shown_url(image: AbstractImage, root_url: str) -> str:
    """The absolute address of a picture as pages show it: its widest JPEG so far, or what was uploaded.

    Makes no rendition; asks nothing of the database where the renditions were loaded beforehand.
    """
    uncut = [
        rendition
        for rendition in image.renditions.all()
        if "format-jpeg" in rendition.filter_spec and "width-" in rendition.filter_spec
    ]
    widest = max(uncut, key=lambda rendition: rendition.width, default=image.file)
    return urljoin(root_url, widest.url)
