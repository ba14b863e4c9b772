"""Sitemaps are kept until anything is published, taken down, moved or made private.

Counting the parts takes longer the more pages there are; so that happens once after a publication, not at each visit.
"""

import secrets
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import DraftStateMixin, PageViewRestriction, Site
from wagtail.signals import post_page_move, published, unpublished

from core.models import PracticeSettings
from core.rendition_making import renditions_made

STATE = "sitemaps:state"
KEPT = 3600  # seconds; what changed by a way that tells nobody is found out then


def remembered(name: str, build: Callable[[], bytes | None]) -> bytes | None:
    """What `build` gives, kept under `name` for as long as the state of the site is the same; None is not kept.

    A sitemap that was begun before a publication is kept under the state before it, where nobody looks any more.
    """
    state = cache.get(STATE)
    if state is None:
        state = secrets.token_hex(8)
        cache.set(STATE, state, None)
    key = f"sitemaps:{state}:{name}"
    kept = cache.get(key)
    if kept is None and (kept := build()) is not None:
        cache.set(key, kept, KEPT)
    return kept


def forget_after_commit(**_kwargs: Any) -> None:
    """The receiver for whatever changes what a sitemap says."""
    transaction.on_commit(forget)


def forget() -> None:
    cache.delete(STATE)


def connect() -> None:
    """Called once, when the apps are ready."""
    for signal in (published, unpublished, post_page_move):
        signal.connect(forget_after_commit, dispatch_uid="sitemaps")
    renditions_made.connect(forget_after_commit, dispatch_uid="sitemaps")
    # The practice details say whether English lists have Dutch posts.
    for model in (Site, PageViewRestriction, PracticeSettings):
        post_save.connect(forget_after_commit, sender=model, dispatch_uid="sitemaps")
        post_delete.connect(forget_after_commit, sender=model, dispatch_uid="sitemaps")
    # Pages, and what lists of them are made by, such as categories.
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin):
            post_delete.connect(forget_after_commit, sender=model, dispatch_uid="sitemaps")
