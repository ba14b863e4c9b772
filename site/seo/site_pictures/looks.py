"""What each picture depends on, and the version in its address that changes with it."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from django.core.cache import cache
from wagtail.models import Page

from core.colours import accent_named
from core.models import PracticeSettings

# Raise it when the drawing itself changes, so that browsers and the cache ask anew.
DRAWING = 1
KEPT = 30 * 24 * 3600  # seconds that a drawn picture stays in the cache


@dataclass(frozen=True)
class IconLook:
    """`accent` is a colour, `#rrggbb`."""

    accent: str


@dataclass(frozen=True)
class ShareLook:
    """`accent` is a colour, `#rrggbb`; `strapline` may be empty."""

    accent: str
    name: str
    strapline: str


def icon_look(practice: PracticeSettings) -> IconLook:
    return IconLook(accent_named(practice.accent).colour)


def share_look(practice: PracticeSettings, home: Page) -> ShareLook:
    """The look in the language of a home page, which may have a strapline."""
    return ShareLook(
        accent_named(practice.accent).colour,
        practice.practice_name,
        getattr(home.specific, "strapline", ""),
    )


def version(look: IconLook | ShareLook) -> str:
    """Twelve letters and digits; another look, another version."""
    content = json.dumps([DRAWING, asdict(look)], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def drawn(name: str, look: IconLook | ShareLook, draw: Callable[..., bytes]) -> bytes:
    """The picture called `name`, drawn from the fields of its look the first time only."""
    key = f"site-picture:{name}:{version(look)}"
    picture = cache.get(key)
    if picture is None:
        picture = draw(**asdict(look))
        cache.set(key, picture, KEPT)
    return picture
