"""Ties this room to Wagtail's own signals."""

from typing import Any

from django.db.models import Model
from django.dispatch import receiver
from wagtail.models import Page, TranslatableMixin
from wagtail.signals import published, unpublished

from translations.related_objects import follow_snippet
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
