"""The segments of several translations with all that is known of them, in a fixed number of queries."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translations.links import follow_links
from translations.models import LiveSegment
from translations.po.file_format import SegmentName

Status = LiveSegment.Status


@dataclass(frozen=True)
class PoSegment:
    """`editor_text` is what the translation editor holds, `live` what was published; either may be missing."""

    translation: Translation
    segment: StringSegment
    editor_text: StringTranslation | None
    live: LiveSegment | None

    @property
    def name(self) -> SegmentName:
        return SegmentName.of(self.translation, self.segment)

    @property
    def text(self) -> str:
        """The text in the target language: the usable one, or else the last one there was, or `""`."""
        text = self.editor_text.data if self.editor_text else ""
        if not text.strip():
            text = self.live.text if self.live else ""
        if self.dutch_before and not self._is_usable:
            assert self.live is not None  # noqa: S101 - what `dutch_before` says
            text = follow_links(text, self.live.attrs, self.segment.attrs or "{}")
        return text

    @property
    def dutch_before(self) -> str | None:
        """The source that the live text was made for, where it has changed since."""
        row = self.live
        if row is None or row.status not in (Status.CHANGED, Status.WITHHELD):
            return None
        return row.confirmed_for.data if row.confirmed_for else None

    @property
    def is_unseen_machine_text(self) -> bool:
        stored = self.editor_text
        if stored is None or stored.translation_type != StringTranslation.TRANSLATION_TYPE_MACHINE:
            return False
        row = self.live
        return row is None or row.status != Status.CURRENT or row.text != stored.data

    @property
    def is_done(self) -> bool:
        """Whether the text needs no work."""
        return self._is_usable and not self.is_unseen_machine_text

    @property
    def _is_usable(self) -> bool:
        stored = self.editor_text
        return stored is not None and bool(stored.data.strip()) and not stored.has_error


def load_segments(
    translations: QuerySet[Translation], locale: Locale, *, only_behind: bool = False
) -> list[PoSegment]:
    """The segments of translations into `locale`, each once, from the top of each page down."""
    by_source = {translation.source_id: translation for translation in translations}
    found = _segments(translations, locale)
    if only_behind:
        found = found.filter(_behind(locale))
    texts = {
        (text.context_id, text.translation_of_id): text
        for text in StringTranslation.objects.filter(
            locale=locale, context__object_id__in=translations.values("source__object_id")
        )
    }
    rows = {
        (row.context_id, row.string_id): row
        for row in LiveSegment.objects.filter(translation__in=translations).select_related(
            "confirmed_for"
        )
    }
    segments = {}
    for segment in found.select_related("context", "string"):
        key = (segment.context_id, segment.string_id)
        if key not in segments:
            segments[key] = PoSegment(
                by_source[segment.source_id], segment, texts.get(key), rows.get(key)
            )
    return list(segments.values())


def count_behind(translations: QuerySet[Translation], locale: Locale) -> Counter[int]:
    """How many segments are behind, by the primary key of their source."""
    rows = _segments(translations, locale).filter(_behind(locale)).order_by()
    keys = rows.values_list("source_id", "context_id", "string_id").distinct()
    return Counter(source_id for source_id, *_key in keys)


def _segments(translations: QuerySet[Translation], locale: Locale) -> QuerySet[StringSegment]:
    rows = LiveSegment.objects.filter(
        translation__source_id=OuterRef("source_id"),
        translation__target_locale=locale,
        context_id=OuterRef("context_id"),
        string_id=OuterRef("string_id"),
    )
    usable = StringTranslation.objects.filter(
        locale=locale,
        context_id=OuterRef("context_id"),
        translation_of_id=OuterRef("string_id"),
        has_error=False,
        data__regex=r"\S",
    )
    return (
        StringSegment.objects.filter(source_id__in=translations.values("source_id"))
        .annotate(live_status=Subquery(rows.values("status")[:1]), usable=Exists(usable))
        .order_by("source__object_repr", "source_id", "order", "pk")
    )


def _behind(locale: Locale) -> Q:
    """Behind on a live page, or without a text on one that was never published; its slug can be left to its title."""
    untranslated = Q(live_status__isnull=True, usable=False) & ~Q(context__path="slug")
    return Q(live_status__in=LiveSegment.BEHIND) | untranslated
