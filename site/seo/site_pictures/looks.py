"""What each picture depends on, and the version in its address that changes with it."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import lru_cache

from django.core.cache import cache
from wagtail.models import Page

from core.colours import accent_named
from core.models import BasePage, PracticeSettings

# Raise it when the drawing itself changes, so that browsers and the cache ask anew.
DRAWING = 2
KEPT = 30 * 24 * 3600  # seconds that a drawn picture stays in the cache


@dataclass(frozen=True)
class IconLook:
    """`accent` is a colour, `#rrggbb`."""

    accent: str


@dataclass(frozen=True)
class ShareLook:
    """`accent` is a colour, `#rrggbb`; all but the title may be empty."""

    accent: str
    title: str
    strapline: str = ""
    name: str = ""


@dataclass(frozen=True)
class PhotoLook:
    """A picture she chose: which file, and what of it must stay in sight."""

    file: str
    focus: str


Look = IconLook | ShareLook | PhotoLook


def icon_look(practice: PracticeSettings) -> IconLook:
    return IconLook(accent_named(practice.accent).colour)


def language_look(practice: PracticeSettings, home: Page) -> ShareLook:
    """The look of a language as a whole, by its home page, which may have a strapline."""
    return ShareLook(
        accent_named(practice.accent).colour,
        practice.practice_name,
        getattr(home.specific, "strapline", ""),
    )


def page_look(practice: PracticeSettings, page: BasePage) -> ShareLook | PhotoLook:
    """The look of one page: the picture she chose for it, or its title with the practice's name."""
    photo = page.share_image
    if photo is not None:
        return PhotoLook(f"{photo.file.name} {photo.file_hash}", str(photo.get_focal_point() or ""))
    return ShareLook(accent_named(practice.accent).colour, page.title, name=practice.practice_name)


@lru_cache(1_000)
def version(look: Look) -> str:
    """Twelve letters and digits; another look, another version."""
    content = json.dumps([DRAWING, asdict(look)], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def drawn(name: str, look: Look, draw: Callable[[], bytes]) -> bytes:
    """The picture called `name` of this look, drawn the first time only."""
    key = f"site-picture:{name}:{version(look)}"
    picture = cache.get(key)
    if picture is None:
        picture = draw()
        cache.set(key, picture, KEPT)
    return picture
