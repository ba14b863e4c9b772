"""Ties this room to Wagtail's own signals."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import DraftStateMixin, Page, TranslatableMixin
from wagtail.signals import published, unpublished

from translations.related_objects import follow_snippet, unpublish_translations
from translations.sync import follow_publication, follow_target_publication


@receiver(published)
def translations_follow(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if isinstance(instance, TranslatableMixin):
        follow_publication(instance)
        follow_target_publication(instance)


@receiver([published, unpublished])
def pages_follow_snippet(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if isinstance(instance, TranslatableMixin) and not isinstance(instance, Page):
        follow_snippet(sender._default_manager.get(pk=instance.pk))


@receiver([unpublished, post_delete])
def translations_go_with_snippet(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    is_snippet = isinstance(instance, TranslatableMixin) and isinstance(instance, DraftStateMixin)
    if is_snippet and not isinstance(instance, Page):
        unpublish_translations(instance)
