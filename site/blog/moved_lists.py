"""Old addresses of the lists of posts: when a subject gets another one, the old one leads to it."""

from collections.abc import Collection
from typing import Any

from django.db import models
from django.db.models.signals import post_save, pre_save
from django.utils.translation import override

from blog.models import BlogIndexPage
from blog.subjects import Category, Topic
from seo.redirects.following import route_moved

# What lists are about, and the route of the list; each has a `slug`, a `locale` and may be `live`.
ROUTES: dict[type[models.Model], str] = {Category: "category", Topic: "topic"}


def remember_address(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    before = sender._default_manager.filter(pk=instance.pk, live=True).values_list(
        "slug", flat=True
    )
    instance._live_slug_before = before.first() if instance.pk else None


def lead_from_the_old_address(
    sender: type[models.Model],
    instance: Any,
    raw: bool = False,
    update_fields: Collection[str] | None = None,
    **kwargs: Any,
) -> None:
    before = instance._live_slug_before
    is_saved = not raw and instance.live and (update_fields is None or "slug" in update_fields)
    if not is_saved or before is None or before == instance.slug:
        return
    resolver = BlogIndexPage.get_resolver()
    for blog in BlogIndexPage.objects.filter(locale=instance.locale_id).select_related("locale"):
        with override(blog.locale.language_code):
            old, new = (
                "/" + resolver.reverse(ROUTES[sender], slug) for slug in (before, instance.slug)
            )
            route_moved(blog, old, new)


for subject in ROUTES:
    pre_save.connect(remember_address, sender=subject)
    post_save.connect(lead_from_the_old_address, sender=subject)
