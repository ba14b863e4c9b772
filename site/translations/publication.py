"""What puts English on the live page, and what confirms it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils import translation as active_language
from django.utils.html import strip_tags
from django.utils.text import slugify
from wagtail.fields import StreamField
from wagtail_localize.models import (
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)

from translations.alignment import Key, source_segments
from translations.composition import compose
from translations.models import LiveOverride, LiveSegment

_publishing: ContextVar[bool] = ContextVar("publishing_translation", default=False)
# What changes with every publication, and is no reason for one.
_BOOKKEEPING = (
    "last_published_at",
    "latest_revision_created_at",
    "latest_revision",
    "live_revision",
    "has_unpublished_changes",
    "draft_title",
    "first_published_at",
)


class IncompleteTranslationError(Exception):
    """A first publication was asked for while texts are missing; `missing` says how many."""

    def __init__(self, missing: int) -> None:
        self.missing = missing
        super().__init__(missing)


def translation_of(page: Any) -> Translation | None:
    """The translation that a page or snippet is the result of; None for one written in its own language."""
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        )
        .exclude(source__locale_id=page.locale_id)
        .select_related("source", "target_locale")
        .first()
    )


def usable_texts(translation: Translation) -> dict[Key, StringTranslation]:
    """The texts of the translation editor that are filled in and without error, by the segment's key."""
    texts = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id,
        locale_id=translation.target_locale_id,
        has_error=False,
    )
    return {(text.context_id, text.translation_of_id): text for text in texts if text.data.strip()}


def missing_texts(translation: Translation) -> int:
    """How many segments of the source have no usable text in the translation editor.

    The slug does not count: without one, the page gets its address from its title.
    """
    texts = usable_texts(translation)
    return sum(
        1
        for segment in source_segments(translation.source)
        if segment.key not in texts and segment.path != "slug"
    )


def is_behind(translation: Translation) -> models.QuerySet[LiveSegment]:
    """The segments of a translation that are behind, in the order of the page."""
    return translation.live_segments.filter(status__in=LiveSegment.BEHIND)


def publish_translation(translation: Translation, user: Any = None) -> int:
    """Publishes every text of the translation editor that is filled in and without error.

    Where one is missing, a live page keeps its last good text or leaves the segment out. Returns how many segments
    are still behind. Raises IncompleteTranslationError when the page is not live and texts are missing, and
    ValidationError (the errors are then on the texts in the translation editor) when a text does not fit its field.
    """
    try:
        with transaction.atomic():
            lock(translation)
            missing = missing_texts(translation)
            if missing and not translation.get_target_instance().live:
                raise IncompleteTranslationError(missing)
            take_texts(translation)
            put_live(translation, user)
    except ValidationError as error:
        _mark_errors(translation, error)
        raise
    return is_behind(translation).count()


def lock(translation: Translation) -> None:
    """Lets one at a time change what is live of a source, until the transaction ends; reads the source anew."""
    translation.source = TranslationSource.objects.select_for_update().get(pk=translation.source_id)


def take_texts(translation: Translation) -> None:
    """Makes the usable texts of the translation editor those of the live page."""
    _fill_in_slug(translation)
    texts = usable_texts(translation)
    rows = {(row.context_id, row.string_id): row for row in translation.live_segments.all()}
    now = timezone.now()
    for segment in source_segments(translation.source):
        row = rows.setdefault(
            segment.key,
            LiveSegment(
                translation=translation,
                context_id=segment.context_id,
                string_id=segment.string_id,
                status=LiveSegment.Status.NEW,
                behind_since=now,
            ),
        )
        row.order = segment.order
        if segment.key in texts:
            make_current(row, texts[segment.key].data, segment.attrs)
    LiveSegment.objects.save_all(rows.values())
    _take_overrides(translation)


def put_live(translation: Translation, user: Any = None) -> None:
    """Publishes the page as its live segments make it; whether `user` may is for the caller to ask.

    Raises ValidationError when a text does not fit its field.
    """
    page = compose(translation)
    revision = page.save_revision(user=user)
    with own_publication():
        revision.publish(user=user, skip_permission_checks=True)
    TranslationLog.objects.create(
        source=translation.source, locale=translation.target_locale, revision=revision
    )


def refresh(translation: Translation, user: Any = None) -> None:
    """Publishes the live page anew where it differs from what its live segments and the Dutch make of it."""
    live = translation.get_target_instance()
    if live.live and _content(live) != _content(compose(translation)):
        put_live(translation, user)


@contextmanager
def own_publication() -> Iterator[None]:
    """Marks a publication as made here, from the live segments."""
    token = _publishing.set(True)
    try:
        yield
    finally:
        _publishing.reset(token)


def is_own_publication() -> bool:
    return _publishing.get()


def _content(page: Any) -> dict[str, Any]:
    """What a page says, comparable: PostgreSQL gives the keys of a body back in another order."""
    data = page.serializable_data()
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            data[field.name] = json.loads(data[field.name])
    return {name: value for name, value in data.items() if name not in _BOOKKEEPING}


def make_current(row: LiveSegment, text: str, attrs: str) -> None:
    """Sets, without saving, what a row holds once its text is right; `attrs` are the source's links."""
    row.text, row.attrs, row.confirmed_text = text, attrs, ""
    row.confirmed_for_id = row.string_id
    row.status, row.behind_since = LiveSegment.Status.CURRENT, None


def _fill_in_slug(translation: Translation) -> None:
    """Gives a page or snippet without a slug of its own one that is made of its title or name.

    One without a letter that an address can have, such as “🌿”, has what it is for an address.
    """
    texts = usable_texts(translation)
    by_path = {segment.path: segment for segment in source_segments(translation.source)}
    slug, title = by_path.get("slug"), by_path.get("title") or by_path.get("name")
    if slug is None or title is None or slug.key in texts or title.key not in texts:
        return
    with active_language.override(translation.target_locale.language_code):
        model = translation.source.specific_content_type.model_class()
        kind = slugify(str(model._meta.verbose_name))
    StringTranslation.objects.update_or_create(
        translation_of_id=slug.string_id,
        locale_id=translation.target_locale_id,
        context_id=slug.context_id,
        defaults={
            "data": slugify(strip_tags(texts[title.key].data)) or kind,
            "has_error": False,
            "field_error": "",
        },
    )


def _take_overrides(translation: Translation) -> None:
    source = translation.source
    overridable = source.overridablesegment_set.annotate_override_json(translation.target_locale)
    translation.live_overrides.all().delete()
    LiveOverride.objects.bulk_create(
        LiveOverride(
            translation=translation,
            context_id=segment.context_id,
            data_json=segment.override_json,
            source_json=segment.data_json,
        )
        for segment in overridable.filter(override_json__isnull=False)
    )


def _mark_errors(translation: Translation, error: ValidationError) -> None:
    """Shows in the translation editor which text does not fit, as wagtail-localize does."""
    if not hasattr(error, "error_dict"):
        return
    by_path = {segment.path: segment for segment in source_segments(translation.source)}
    texts = usable_texts(translation)
    for name, errors in error.error_dict.items():
        segment = by_path.get(name)
        if segment is not None and segment.key in texts:
            texts[segment.key].set_field_error(errors)
