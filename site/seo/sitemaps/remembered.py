"""Sitemaps are kept until any content changes.

Counting the parts takes longer the more pages there are; so that happens once after a change, not at each visit.
"""

from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest

from core.remembered import state_of_content

KEPT = 3600  # seconds


def remembered(request: HttpRequest, name: str, build: Callable[[], bytes | None]) -> bytes | None:
    """What `build` gives, kept under `name` for as long as the state of the content is the same; None is not kept.

    The state is read before, so that a sitemap which was begun before a change is found by nobody after it.
    """
    key = f"sitemaps:{state_of_content(request)}:{name}"
    kept: bytes | None = cache.get(key)
    if kept is None and (kept := build()) is not None:
        cache.set(key, kept, KEPT)
    return kept
