"""The translation editor in as many queries for three hundred texts as for three.

wagtail-localize 1.14 asks for the string, the context, the segment and the translator of each text one by one
(`views/edit_translation.py`, https://github.com/wagtail/wagtail-localize/issues). Here its view is handed what it asks
for. Can be deleted in one go, with its line in `apps.py`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail_localize.models import StringSegmentQuerySet, Translation, TranslationSource
from wagtail_localize.views import edit_translation as view

TRANSLATOR = "last_translated_by__wagtail_userprofile"  # whose picture stands beside the text


class TextSegments(StringSegmentQuerySet):
    """Segments whose translations come with whoever made them."""

    def get_translations(self, locale: Any) -> Any:
        return super().get_translations(locale).select_related(TRANSLATOR)


def prepare(source: TranslationSource) -> None:
    """Lets the segments of `source` come with what they point at, until it is fetched again."""
    texts = source.stringsegment_set.select_related("string", "context").order_by("id")
    texts.__class__ = TextSegments
    # A queryset that was not asked yet: whatever is filtered or ordered of it is a query that joins the same.
    source._prefetched_objects_cache = {
        "stringsegment_set": texts,
        "overridablesegment_set": source.overridablesegment_set.select_related("context"),
        "relatedobjectsegment_set": source.relatedobjectsegment_set.select_related(
            "context", "object"
        ),
    }


def in_few_queries(edit: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(edit)
    def edit_translation(
        request: HttpRequest, translation: Translation, instance: Any
    ) -> HttpResponse:
        prepare(translation.source)
        return edit(request, translation, instance)

    return edit_translation


def segment_of(serializer: Any, translation: Any) -> int | None:
    """The first segment of the source with this text in this place; all of them are read once."""
    source = serializer.context.get("translation_source")
    if source is None:
        return None
    if not hasattr(source, "_segments_by_text"):
        rows = source.stringsegment_set.order_by("-id").values_list("string_id", "context_id", "id")
        source._segments_by_text = {(text, place): pk for text, place, pk in rows}
    found: int | None = source._segments_by_text.get(
        (translation.translation_of_id, translation.context_id)
    )
    return found


def override_of(serializer: Any, override: Any) -> int | None:
    """The same of a value that differs by language."""
    source = serializer.context.get("translation_source")
    if source is None:
        return None
    if not hasattr(source, "_segments_by_place"):
        rows = source.overridablesegment_set.values_list("context_id", "id")
        source._segments_by_place = dict(rows)
    found: int | None = source._segments_by_place.get(override.context_id)
    return found


def install() -> None:
    view.edit_translation = in_few_queries(view.edit_translation)
    view.StringTranslationSerializer.get_segment_id = segment_of
    view.SegmentOverrideSerializer.get_segment_id = override_of
