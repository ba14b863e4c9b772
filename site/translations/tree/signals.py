"""Ties the tree to Wagtail's own signals."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import copy_for_translation_done, post_page_move

from core.languages import is_in_source_language
from translations.models import LiveOverride, LiveSegment
from translations.tree.expiry import drop_schedule
from translations.tree.order import follow_order


@receiver(post_page_move)
def translations_take_the_same_order(
    sender: type[Page], parent_page_before: Page, parent_page_after: Page, **kwargs: Any
) -> None:
    """A page dragged to another place among its siblings; moving elsewhere is asked about (`moving.py`)."""
    if parent_page_before.pk == parent_page_after.pk:
        follow_order(parent_page_after)


@receiver(copy_for_translation_done)
def new_translation_takes_its_place(
    sender: type, source_obj: Any, target_obj: Any, **kwargs: Any
) -> None:
    """Waits for the commit: whoever made the page still holds, and saves, it with the path it has now."""
    if isinstance(target_obj, Page):
        drop_schedule(target_obj)
        parent = source_obj.get_parent()
        transaction.on_commit(lambda: follow_order(parent))


@receiver(post_delete, sender=Page)
def nothing_of_a_deleted_translation_is_live(
    sender: type[Page], instance: Page, **kwargs: Any
) -> None:
    """Its texts stay in the translation editor; what stood on the page is forgotten."""
    if not is_in_source_language(instance):
        for model in (LiveSegment, LiveOverride):
            model.objects.filter(
                translation__source__object_id=instance.translation_key,
                translation__target_locale_id=instance.locale_id,
            ).delete()
