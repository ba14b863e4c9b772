"""The addresses of sites, which Wagtail keeps in the cache for an hour and forgets before a change is committed.

Whoever looks between the two would keep the old ones for all others, and answers be made of them for as long
(`Site.clear_site_root_paths_cache`, https://github.com/wagtail/wagtail/issues). So they are forgotten once more.
"""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, Site
from wagtail.signals import page_slug_changed, post_page_move

from publishing import generation

HOME_DEPTH = 2  # of treebeard's tree: below the root


def forget() -> None:
    """What was made meanwhile counts as made before the change."""
    Site.clear_site_root_paths_cache()
    generation.changed()


def forget_after_commit(**_kwargs: Any) -> None:
    transaction.on_commit(forget)


def forget_home_after_commit(instance: Page, **_kwargs: Any) -> None:
    if instance.depth <= HOME_DEPTH:
        transaction.on_commit(forget)


def connect() -> None:
    """Called once, when the apps are ready."""
    for signal in (post_save, post_delete):
        signal.connect(forget_after_commit, sender=Site, dispatch_uid="site_addresses")
    for signal in (page_slug_changed, post_page_move):
        signal.connect(forget_home_after_commit, dispatch_uid="site_addresses")
