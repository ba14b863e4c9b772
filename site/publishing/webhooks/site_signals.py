"""Notices what changes on more than one page: details, words, categories, redirects, sites, pictures, recordings, and
who may see the latter two."""

from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.models import AbstractSetting
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    DraftStateMixin,
    Page,
    ReferenceIndex,
    Site,
)

from core.rendition_making import renditions_made
from publishing.webhooks.outbox import Outbox, tell_site_changed


def connect() -> None:
    """Called once, when the apps are ready."""
    files = (get_image_model(), get_document_model())
    for model in apps.get_models():
        if issubclass(model, Page):
            continue
        if issubclass(model, DraftStateMixin):
            _watch(model, after_a_draftable)
            pre_save.connect(before_a_draftable, sender=model, dispatch_uid="webhooks")
        elif issubclass(model, (*files, Collection)):
            _watch(model, after_a_file)
        elif issubclass(model, AbstractSetting | CollectionViewRestriction | Redirect | Site):
            _watch(model, after_a_change)
    renditions_made.connect(after_renditions, dispatch_uid="webhooks")


def _watch(model: type[models.Model], receiver: Any) -> None:
    post_save.connect(receiver, sender=model, dispatch_uid="webhooks")
    post_delete.connect(after_a_deletion, sender=model, dispatch_uid="webhooks")
    # Django sends `post_save` of a row without parents after its own transaction.
    model.save = transaction.atomic(model.save)  # type: ignore[method-assign]


def after_a_change(sender: type[models.Model], raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        tell_site_changed(sender._meta.label)


def after_a_file(sender: type[models.Model], created: bool, **kwargs: Any) -> None:
    """A new picture or recording is on no page yet, and nothing in a new collection; what is saved in part is what is
    found out of its file."""
    if not created and not kwargs.get("update_fields"):
        after_a_change(sender, **kwargs)


def after_renditions(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """Pages with the picture show other files from now on."""
    if ReferenceIndex.get_references_to(instance).exists():
        tell_site_changed(sender._meta.label)


def before_a_draftable(sender: type[models.Model], instance: Any, raw: bool, **kwargs: Any) -> None:
    if raw or _is_draft_only(**kwargs) or instance._state.adding or not Outbox.open():
        return
    instance._was_live = sender._default_manager.filter(pk=instance.pk, live=True).exists()


def after_a_draftable(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """Published or withdrawn; a draft saves only what it says of itself."""
    was_live = instance.__dict__.pop("_was_live", False)
    if (instance.live or was_live) and not _is_draft_only(**kwargs):
        after_a_change(sender, **kwargs)


def _is_draft_only(update_fields: Any = None, **_kwargs: Any) -> bool:
    return bool(update_fields) and "live" not in update_fields


def after_a_deletion(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    if getattr(instance, "live", True):
        tell_site_changed(sender._meta.label)
