"""Keeps the index true to what visitors may see, whatever changes that."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from core.models import BasePage
from search.index import forget, refresh


@receiver(post_save)
def keep_saved_page(sender: type, instance: Any, raw: bool, created: bool, **kwargs: Any) -> None:
    """A page was published or withdrawn, in any language and by any route: both save it whole.

    A draft saves only what it says of itself; a page that was fetched in part is saved in part, `live` included. A page
    that has just been made calls itself live before it is published, and its publication saves it again; only the copy
    of a live page was published before it was made.
    """
    fields = kwargs.get("update_fields")
    if not isinstance(instance, BasePage) or raw or (fields and "live" not in fields):
        return
    if not created or (instance.live and instance.first_published_at):
        refresh([instance.pk])


@receiver(pre_delete, sender=Page)
def drop_deleted_page(sender: type, instance: Page, **kwargs: Any) -> None:
    forget([instance.pk])


@receiver(post_page_move)
def keep_moved_pages(sender: type, instance: Page, **kwargs: Any) -> None:
    """What stands above a page decides whether it is private."""
    _refresh_below(instance)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def keep_restricted_pages(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    """A restriction that goes because its page is deleted makes nothing public."""
    origin = kwargs.get("origin")
    if kwargs.get("raw") or getattr(origin, "model", type(origin)) not in (
        type(None),
        PageViewRestriction,
    ):
        return
    if page := Page.objects.filter(pk=instance.page_id).first():
        _refresh_below(page)


def _refresh_below(page: Page) -> None:
    refresh(Page.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True))
