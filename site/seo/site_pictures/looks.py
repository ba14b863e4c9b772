"""What each drawn picture depends on, and the version in its address and file that changes with it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache

from wagtail.models import Page

from core.colours import accent_named
from core.models import PracticeSettings

# Raise it when the drawing itself changes, so that all is drawn anew and browsers ask for it.
DRAWING = 3


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


Look = IconLook | ShareLook


def icon_look(practice: PracticeSettings) -> IconLook:
    return IconLook(accent_named(practice.accent).colour)


def language_look(practice: PracticeSettings, home: Page) -> ShareLook:
    """The look of a language as a whole, by its home page, which may have a strapline."""
    return ShareLook(
        accent_named(practice.accent).colour,
        practice.practice_name,
        getattr(home.specific, "strapline", ""),
    )


def page_look(practice: PracticeSettings, title: str) -> ShareLook:
    """The look of one page: its title with the practice's name."""
    return ShareLook(accent_named(practice.accent).colour, title, name=practice.practice_name)


@lru_cache(1_000)
def version(look: Look) -> str:
    """Twelve letters and digits; another look, another version."""
    content = json.dumps([DRAWING, asdict(look)], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:12]
