"""Has the files made that pictures are shown by, within a second or so of an upload."""

import ctypes
import logging
from contextlib import suppress
from datetime import datetime, timedelta

from django.utils import timezone

from core.models import CustomImage
from core.rendition_making import lacking, make_renditions, unusable, wanted_of
from publishing import generation
from publishing.periodic import periodic

logger = logging.getLogger(__name__)

REST = timedelta(minutes=5)  # of a picture whose files could not be stored

_looked_at = ""  # the state of the content in which nothing was lacking
_resting: dict[tuple[int, str], datetime] = {}  # until when, by picture and what it lacks


def may_lack() -> bool:
    """Whether a picture may lack files: content has changed, or one has rested. One query."""
    now = timezone.now()
    return generation.current() != _looked_at or any(end <= now for end in _resting.values())


@periodic(seconds=1, beside=True, gives_way=True, reason=may_lack)
def make_pictures() -> None:
    """Makes all that is lacking, the newest picture first; one that fails is logged and stops no other."""
    global _looked_at
    state = generation.current()
    while image := _next():
        _make(image)
        state = generation.current()
    _looked_at = state


@periodic(minutes=60, beside=True, gives_way=True)
def look_at_unusable_pictures() -> None:
    """Whether their files have come back."""
    for image in unusable():
        _make(image)


def _next() -> CustomImage | None:
    now = timezone.now()
    for key in [key for key, end in _resting.items() if end <= now]:
        del _resting[key]
    first_ones = lacking()[: len(_resting) + 1]  # one of which does not rest, if there is any
    return next((image for image in first_ones if _key(image) not in _resting), None)


def _make(image: CustomImage) -> None:
    try:
        if make_renditions(image):
            return
    except Exception:  # a storage may raise anything
        logger.exception("The sizes of the picture %s could not be kept.", image.file.name)
    finally:
        _give_memory_back()
    _resting[_key(image)] = timezone.now() + REST  # else it might be the next one for ever


def _key(image: CustomImage) -> tuple[int, str]:
    return image.pk, wanted_of(image)


def _give_memory_back() -> None:
    """Else the process stays as large as the largest picture; not every C library can."""
    with suppress(AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
