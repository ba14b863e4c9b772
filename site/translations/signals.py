"""Ties this room to Wagtail's own signals."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from translations.sync import follow_publication, follow_target_publication


@receiver(page_published)
def translations_follow(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    follow_publication(instance)
    follow_target_publication(instance)
