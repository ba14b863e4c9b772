"""Tells the rooms above that a translation stands elsewhere than before, by a signal."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Count, Q
from django.dispatch import Signal
from wagtail_localize.models import Translation, TranslationSource

from translations.models import LiveSegment

# Provides `translation`. Sent inside the transaction that changed it, whether or not the page was published anew.
translation_state_changed = Signal()


@contextmanager
def told_of_state_changes(source: TranslationSource) -> Iterator[None]:
    """Sends the signal for each translation that has more or fewer texts behind at the end than at the start."""
    before = _texts_behind(source)
    yield
    for translation, number in _texts_behind(source).items():
        if before.get(translation) != number:
            tell(translation)


def tell(translation: Translation) -> None:
    translation_state_changed.send(sender=Translation, translation=translation)


def _texts_behind(source: TranslationSource) -> dict[Translation, int]:
    behind = Count("live_segments", filter=Q(live_segments__status__in=LiveSegment.BEHIND))
    translations = source.translations.filter(enabled=True).select_related("source")
    return {each: each.behind for each in translations.annotate(behind=behind)}
