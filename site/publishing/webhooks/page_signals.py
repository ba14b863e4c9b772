"""Notices what changes which pages visitors may see, and where.

Wagtail's own signals of pages come after the commit; those of the rows come before it.
"""

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move, pre_page_move

from core.families import HOME_DEPTH
from publishing.webhooks.outbox import Outbox, tell_site_changed, telling
from publishing.webhooks.page_changes import tell_deleted, tell_difference
from publishing.webhooks.seen_pages import Seen, moved_along, seen


@dataclass
class Before:
    """How things stood: `path` is the place in the tree, `url_path` what addresses are made of."""

    outbox: Outbox
    path: str = ""
    url_path: str = ""
    pages: Seen = field(default_factory=dict)
    is_reordered: bool = False
    opens_language: bool = False


# Pages on the move, by their key: the row that is saved then has its new place in the tree already.
_moving: ContextVar[dict[int, Before]] = ContextVar("moving_pages")


@receiver(pre_page_move)
def before_a_move(
    sender: type[Page],
    instance: Page,
    parent_page_before: Page,
    parent_page_after: Page,
    url_path_before: str,
    **kwargs: Any,
) -> None:
    if outbox := Outbox.open():
        before = Before(outbox, instance.path, url_path_before)
        before.is_reordered = parent_page_before.pk == parent_page_after.pk
        with telling():
            before.pages = seen(Page.objects.descendant_of(instance, inclusive=True))
        _moving.set(_moving.get({}) | {instance.pk: before})


@receiver(post_page_move)
def after_a_move(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    _moving.set({pk: before for pk, before in _moving.get({}).items() if pk != instance.pk})


def _is_draft_only(update_fields: Any) -> bool:
    """A draft saves only what it says of itself. A page that was fetched in part is saved in part, `live` included."""
    return bool(update_fields) and "live" not in update_fields


@receiver(pre_save)
def before_a_save(sender: type, instance: Any, raw: bool, update_fields: Any, **kw: Any) -> None:
    if not isinstance(instance, Page) or raw or _is_draft_only(update_fields):
        return
    moving = _moving.get({}).get(instance.pk)
    if moving is not None and moving.path != instance.path:
        instance._seen_before = moving
    elif not instance._state.adding and (outbox := Outbox.open()):
        with telling():
            url_path, was_live = Page.objects.values_list("url_path", "live").get(pk=instance.pk)
            pages = Page.objects.filter(pk=instance.pk)
            opens_language = instance.depth == HOME_DEPTH and was_live != instance.live
            if opens_language:  # or closes it
                pages = Page.objects.descendant_of(instance, inclusive=True)
            before = Before(outbox, instance.path, url_path, seen(pages))
            before.opens_language = opens_language
            instance._seen_before = before


@receiver(post_save)
def after_a_save(sender: type, instance: Any, raw: bool, created: bool, **kwargs: Any) -> None:
    """A new page calls itself live before it is published; only the copy of a live page is live at once."""
    if not isinstance(instance, Page) or raw or _is_draft_only(kwargs.get("update_fields")):
        return
    before: Before | None = instance.__dict__.pop("_seen_before", None)
    if created and instance.live and instance.first_published_at and (outbox := Outbox.open()):
        before = Before(outbox, instance.path, instance.url_path)
    if before is not None:
        with telling():
            tell_difference(before.outbox, *_both_sides(before, instance))
        if before.is_reordered:
            tell_site_changed("menus")


def _both_sides(before: Before, page: Page) -> tuple[Seen, Seen]:
    """What was seen and is seen of a page, and of those below it where its address or its place changed.

    The rows below get their new addresses after this one.
    """
    if page.depth <= HOME_DEPTH:  # its slug is in no address
        Site.clear_site_root_paths_cache()  # as Wagtail does after the save
        pages = Page.objects.filter(pk=page.pk)
        if before.opens_language:
            pages = Page.objects.descendant_of(page, inclusive=True)
        after = moved_along(seen(pages), before.url_path, page.url_path)
        return moved_along(before.pages, before.url_path, page.url_path), after
    if before.path != page.path:
        after = seen(Page.objects.descendant_of(page, inclusive=True))
    elif before.url_path != page.url_path:
        below = seen(Page.objects.descendant_of(page))
        before.pages |= below
        after = seen(Page.objects.filter(pk=page.pk)) | below
    else:
        after = seen(Page.objects.filter(pk=page.pk))
    return before.pages, moved_along(after, before.url_path, page.url_path)


@receiver(pre_delete, sender=Page)
def before_a_deletion(sender: type, instance: Page, **kwargs: Any) -> None:
    if outbox := Outbox.open():
        with telling():
            tell_deleted(outbox, seen(Page.objects.filter(pk=instance.pk)).values())


@receiver([pre_save, pre_delete], sender=PageViewRestriction)
def before_a_restriction(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    if _changes_by_itself(kwargs) and (outbox := Outbox.open()):
        with telling():
            pages = seen(Page.objects.filter(path__startswith=instance.page.path))
            instance._seen_before = Before(outbox, pages=pages)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def after_a_restriction(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    before: Before | None = instance.__dict__.pop("_seen_before", None)
    if before is not None:
        with telling():
            after = seen(Page.objects.filter(path__startswith=instance.page.path))
            tell_difference(before.outbox, before.pages, after)


def _changes_by_itself(kwargs: dict[str, Any]) -> bool:
    """A restriction that goes with its page makes nothing public."""
    origin = kwargs.get("origin")
    model = getattr(origin, "model", type(origin))
    return not kwargs.get("raw") and (origin is None or model is PageViewRestriction)


# Django sends `post_save` of a row without parents after its own transaction.
PageViewRestriction.save = transaction.atomic(PageViewRestriction.save)
