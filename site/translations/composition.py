"""Puts a page in another language together: structure and facts of the Dutch, texts of its own."""

import json
from typing import Any

from django.db import models
from django.utils import translation as active_language
from django.utils.text import capfirst, slugify
from wagtail.coreutils import find_available_slug
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import Translation
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from core.families import HOME_DEPTH
from core.models import BasePage
from core.models.pages import RESERVED_SLUGS
from translations.alignment import source_segments
from translations.held_back import HELD_BACK, BodyPruner, hold_back_all, pictures_with_words
from translations.links import follow_links
from translations.models import LiveSegment
from translations.related_objects import localise_related_objects


def compose(translation: Translation) -> Any:
    """The page (or snippet) as it may stand live now, from the live segments of a translation; not saved.

    A text that may not be shown is left out, with the block, item or paragraph that holds nothing else. A page always
    has a title: where that is withheld, the page is called after its type, and so is what a snippet cannot do without.
    """
    source = translation.source.as_instance()
    page = translation.get_target_instance()
    live = translation.get_target_instance()
    rows = {row.context.path: row for row in _rows(translation)}
    copy_synchronised_fields(source, page)
    for field in source._meta.get_fields():
        if isinstance(field, StreamField):
            hold_back_all(field.stream_block, getattr(source, field.name))
    segments = _segment_values(translation)
    ingest_segments(source, page, translation.source.locale, translation.target_locale, segments)
    localise_related_objects(source, page)
    _keep_described_pictures(page, live, rows)
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            _prune_body(field.name, page, live, rows)
        elif isinstance(field, models.CharField | models.TextField) and (
            HELD_BACK in (field.value_from_object(page) or "")
        ):
            setattr(page, field.attname, "")
    if isinstance(page, Page):
        _complete_address(page, translation.target_locale)
    else:
        _complete_words(page, translation.target_locale)
    return page


def _complete_address(page: Page, locale: Locale) -> None:
    """Sees to the two fields that no page can do without."""
    if not page.title:
        with active_language.override(locale.language_code):
            page.title = capfirst(str(page._meta.verbose_name))
    slug = slugify(page.slug) or slugify(page.title)
    if page.depth == HOME_DEPTH + 1 and slug in RESERVED_SLUGS:
        slug = f"{slug}-2"
    page.slug = find_available_slug(page.get_parent(), slug, ignore_page_id=page.pk)


def _complete_words(snippet: Any, locale: Locale) -> None:
    """Calls a snippet after its type wherever it has to have a text and none may be shown."""
    with active_language.override(locale.language_code):
        name = capfirst(str(snippet._meta.verbose_name))
    for field in snippet._meta.get_fields():
        is_needed = isinstance(field, models.CharField) and field.editable and not field.blank
        if is_needed and not field.value_from_object(snippet):
            setattr(snippet, field.attname, name)


def _rows(translation: Translation) -> models.QuerySet[LiveSegment]:
    in_source = translation.live_segments.exclude(status=LiveSegment.Status.REMOVED)
    return in_source.select_related("context")


def _segment_values(translation: Translation) -> list:
    """What wagtail-localize's writer takes in, with our texts in place of those in its editor."""
    source = translation.source
    rows = {(row.context_id, row.string_id): row for row in _rows(translation)}
    values = []
    for segment in source_segments(source):
        text = HELD_BACK
        row = rows.get(segment.key)
        if row is not None and row.shown_text is not None:
            text = follow_links(row.shown_text, row.attrs, segment.attrs)
        values.append(
            StringSegmentValue(
                segment.path, StringValue(text), attrs=json.loads(segment.attrs)
            ).with_order(segment.order)
        )
    for template in source.templatesegment_set.select_related("template", "context"):
        values.append(
            TemplateSegmentValue(
                template.context.path,
                template.template.template_format,
                template.template.template,
                template.template.string_count,
                order=template.order,
            )
        )
    for related in source.relatedobjectsegment_set.select_related("object", "context"):
        if related.object.has_translation(translation.target_locale):
            values.append(
                RelatedObjectSegmentValue(
                    related.context.path,
                    related.object.content_type,
                    related.object.translation_key,
                    order=related.order,
                )
            )
    overrides = {override.context_id: override for override in translation.live_overrides.all()}
    for overridable in source.overridablesegment_set.select_related("context"):
        override = overrides.get(overridable.context_id)
        if override is not None and override.source_json == overridable.data_json:
            values.append(
                OverridableSegmentValue(
                    overridable.context.path,
                    json.loads(override.data_json),
                    order=overridable.order,
                )
            )
    return values


def _keep_described_pictures(page: Any, live: Any, rows: dict[str, LiveSegment]) -> None:
    """A picture goes with its words: while those are behind, the live ones stay together."""
    if not isinstance(page, BasePage):
        return
    for words, (picture, *others) in page.described_pictures.items():
        row = rows.get(words)
        if row is None or row.status == LiveSegment.Status.CURRENT:
            continue
        same_picture = getattr(live, f"{picture}_id") == getattr(page, f"{picture}_id")
        if row.status == LiveSegment.Status.CHANGED or (
            row.status == LiveSegment.Status.NEW and same_picture
        ):
            for name in (picture, *others):
                setattr(page, name, getattr(live, name))
        else:
            setattr(page, picture, None)


def _prune_body(name: str, page: Any, live: Any, rows: dict[str, LiveSegment]) -> None:
    was = pictures_with_words(getattr(live, name), name)
    kept = {
        path: was.get(path)
        for path, row in rows.items()
        if row.status == LiveSegment.Status.CHANGED
        and path.startswith(f"{name}.")
        and path.endswith(".alt_text")
    }
    BodyPruner(kept).prune(getattr(page, name), name)
