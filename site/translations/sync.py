"""What follows for the other languages when a page is published in Dutch.

wagtail-localize leaves it to a separate “sync” that the writer must think of
(https://github.com/wagtail/wagtail-localize/issues/789), and then puts Dutch on the live page for every sentence that
was touched (https://github.com/wagtail/wagtail-localize/issues/502).
"""

import logging
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils import translation as active_language
from django.utils.translation import gettext as _
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from translations.alignment import Key, SourceSegment, align, source_segments
from translations.checks.parity import facts_changed
from translations.links import follow_links
from translations.models import LiveSegment
from translations.publication import (
    is_own_publication,
    make_current,
    missing_texts,
    put_live,
    refresh,
    take_texts,
    translation_of,
)
from translations.state_changes import tell, told_of_state_changes

logger = logging.getLogger(__name__)
Status = LiveSegment.Status


def follow_publication(page: Any) -> bool:
    """Brings the translation source of a published page or snippet up to date, and its live translations with it.

    All of it or nothing: if it fails, the translations stay as they were, the failure is logged, and False is
    returned; `is_pending` then says so until a later publication mends it.
    """
    source = TranslationSource.objects.get_for_instance_or_none(page)
    if source is None or not page.live:
        return True
    try:
        with transaction.atomic(), told_of_state_changes(source):
            _bring_up_to_date(source)
    except Exception:
        logger.exception("The translations of “%s” could not follow its publication.", page)
        for translation in source.translations.filter(enabled=True).select_related("source"):
            tell(translation)  # it is behind now
        return False
    return True


def is_pending(source: TranslationSource, page: Any) -> bool:
    """Whether a publication of the source page has not reached its translations."""
    return bool(page.last_published_at and source.last_updated_at < page.last_published_at)


def follow_target_publication(page: Any) -> None:
    """Makes true what was published in another way than by `publish_translation`, such as by the explorer.

    A page that would be live for the first time with texts missing is taken off again.
    """
    translation = translation_of(page)
    if translation is None or is_own_publication() or not page.live:
        return
    if not translation.live_segments.exists() and missing_texts(translation):
        type(page)._default_manager.get(pk=page.pk).unpublish()
        return
    with transaction.atomic():
        take_texts(translation)
        put_live(translation)


def _bring_up_to_date(source: TranslationSource) -> None:
    source = TranslationSource.objects.select_for_update().get(pk=source.pk)
    translations = list(source.translations.filter(enabled=True).select_related("target_locale"))
    for translation in translations:
        _remember_what_is_live(translation)
    old = source_segments(source)
    source.update_from_db()
    new = source_segments(source)
    pairs = align(old, new)
    for translation in translations:
        _offer_texts(translation, new, pairs)
        _take_confirmed_texts(translation, old)
        _follow_live_segments(translation, new, pairs)
        refresh(translation)


def _remember_what_is_live(translation: Translation) -> None:
    """Notes the texts of a page that went live before there were live segments."""
    if not translation.live_segments.exists() and translation.get_target_instance().live:
        take_texts(translation)


def _offer_texts(translation: Translation, new: list[SourceSegment], pairs: dict[Key, Key]) -> None:
    """Puts the text of the old segment into the translation editor, marked as not right yet where words changed."""
    texts = {
        (text.context_id, text.translation_of_id): text
        for text in StringTranslation.objects.filter(
            context__object_id=translation.source.object_id,
            locale_id=translation.target_locale_id,
        )
    }
    with active_language.override(settings.LANGUAGE_CODE):
        changed = _("The Dutch has changed. Check whether this is still right, and save it.")
    for segment in new:
        text = texts.get(pairs.get(segment.key, segment.key))
        if segment.key in texts or text is None:
            continue
        same = text.translation_of_id == segment.string_id or segment.path == "slug"
        StringTranslation.objects.create(
            translation_of_id=segment.string_id,
            locale_id=translation.target_locale_id,
            context_id=segment.context_id,
            data=text.data,
            translation_type=text.translation_type,
            tool_name=text.tool_name,
            last_translated_by_id=text.last_translated_by_id,
            has_error=text.has_error or not same,
            field_error="" if same and not text.has_error else changed,
        )
        texts[segment.key] = text


def _take_confirmed_texts(translation: Translation, old: list[SourceSegment]) -> None:
    """What was confirmed in the review goes live now, for the Dutch that it was confirmed for."""
    attrs = {segment.key: segment.attrs for segment in old}
    for row in translation.live_segments.exclude(confirmed_text=""):
        key = (row.context_id, row.string_id)
        make_current(row, row.confirmed_text, attrs.get(key, row.attrs))
        row.save()


def _follow_live_segments(
    translation: Translation, new: list[SourceSegment], pairs: dict[Key, Key]
) -> None:
    rows = {
        (row.context_id, row.string_id): row
        for row in translation.live_segments.select_related("string", "confirmed_for")
    }
    if not rows:
        return  # never published
    kept = {}
    for segment in new:
        row = rows.get(segment.key)
        if row is None:
            origin = rows.get(pairs.get(segment.key, segment.key))
            row = _successor(translation, segment, origin)
        elif row.status == Status.REMOVED:
            row.status = Status.CURRENT
        row.order = segment.order
        if row.status == Status.CURRENT:
            row.text = follow_links(row.text, row.attrs, segment.attrs)
            row.attrs = segment.attrs
        kept[segment.key] = row
    gone = [row for key, row in rows.items() if key not in kept]
    remembered = [row for row in gone if row.status in (Status.CURRENT, Status.REMOVED)]
    for row in remembered:
        row.status = Status.REMOVED
    translation.live_segments.filter(
        pk__in=[row.pk for row in gone if row not in remembered]
    ).delete()
    LiveSegment.objects.save_all([*kept.values(), *remembered])


def _successor(
    translation: Translation, segment: SourceSegment, origin: LiveSegment | None
) -> LiveSegment:
    """The row of a segment that came from `origin`, or from nothing."""
    row = LiveSegment(
        translation=translation,
        context_id=segment.context_id,
        string_id=segment.string_id,
        status=Status.NEW,
        behind_since=timezone.now(),
    )
    if origin is None or origin.confirmed_for is None:
        return row
    row.text, row.attrs, row.confirmed_for = origin.text, origin.attrs, origin.confirmed_for
    if segment.path == "slug":
        row.confirmed_for_id = segment.string_id
    if row.confirmed_for_id == segment.string_id:
        row.status, row.behind_since = Status.CURRENT, None
        return row
    withheld = facts_changed(origin.confirmed_for.data, segment.text)
    row.status = Status.WITHHELD if withheld else Status.CHANGED
    row.behind_since = origin.behind_since or row.behind_since
    return row
