"""What a review decides about a text that is behind."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue, validate_translation_links

from translations.alignment import SourceSegment, source_segments
from translations.links import follow_links
from translations.models import LiveSegment
from translations.places import Places
from translations.publication import lock, make_current, refresh
from translations.state_changes import told_of_state_changes


def confirm(segment: LiveSegment, user: Any = None) -> None:
    """“Still right”: the live (or withheld) text is right for the source as it is now, and is shown at once.

    Raises LiveSegment.DoesNotExist when the source lost the segment meanwhile.
    """
    translation = segment.translation
    with transaction.atomic(), told_of_state_changes(translation.source):
        lock(translation)
        _read_anew(segment)
        now = _source_segment(segment)
        segment.text = follow_links(segment.text, segment.attrs, now.attrs)
        make_current(segment, segment.text, now.attrs)
        segment.save()
        text, _created = StringTranslation.objects.get_or_create(
            translation_of_id=segment.string_id,
            locale_id=translation.target_locale_id,
            context_id=segment.context_id,
            defaults={"data": segment.text, "last_translated_by": user},
        )
        if text.has_error:
            text.data, text.has_error, text.field_error = segment.text, False, ""
            text.last_translated_by = user
            text.save()
        refresh(translation, user)


def confirm_edit(segment: LiveSegment, text: str, user: Any = None) -> None:
    """Saves a reviewed text; it goes live with the next publication of either language.

    Raises ValidationError when the text is empty, is not valid HTML, has links that the source does not have, or is
    too long for its field, and LiveSegment.DoesNotExist when the source lost the segment meanwhile.
    """
    text = text.strip()
    if not text:
        raise ValidationError(_("Write the English text first."), code="required")
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(segment.string.data, text)
    except ValueError as error:
        raise ValidationError(str(error), code="invalid") from error
    Places(segment.translation.source).find(segment.context.path).check(text)
    with transaction.atomic():
        lock(segment.translation)
        _read_anew(segment)
        segment.confirmed_text = text
        segment.save(update_fields=["confirmed_text"])
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            locale_id=segment.translation.target_locale_id,
            context_id=segment.context_id,
            defaults={
                "data": text,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "tool_name": "",
                "last_translated_by": user,
                "has_error": False,
                "field_error": "",
            },
        )


def _read_anew(segment: LiveSegment) -> None:
    segment.refresh_from_db()
    if segment.status == LiveSegment.Status.REMOVED:
        raise LiveSegment.DoesNotExist


def _source_segment(segment: LiveSegment) -> SourceSegment:
    key = (segment.context_id, segment.string_id)
    return next(found for found in source_segments(segment.translation.source) if found.key == key)
