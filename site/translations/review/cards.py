"""What the review shows of each text that is behind."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wagtail_localize.models import StringTranslation, Translation

from translations.checks.digests import digest
from translations.models import LiveSegment
from translations.places import Place, Places
from translations.publication import is_behind
from translations.review.difference import Piece, difference, plain

Status = LiveSegment.Status


@dataclass
class Card:
    """One text that is behind.

    `text` is what the edit field holds; `errors` and `mismatches` are what stood in the way of the last try.
    """

    segment: LiveSegment
    place: Place
    pieces: list[Piece]
    text: str
    is_machine: bool
    errors: list[str] = field(default_factory=list)
    mismatches: list[str] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """Names what the card shows, so that an answer to it is not taken for one to something else."""
        segment = self.segment
        return digest(segment.string.data, segment.text, segment.confirmed_text)

    @property
    def dutch(self) -> str:
        return plain(self.segment.string.data)

    @property
    def dutch_before(self) -> str:
        before = self.segment.confirmed_for
        return plain(before.data) if before else ""

    @property
    def english(self) -> str:
        return plain(self.segment.text)

    @property
    def has_markup(self) -> bool:
        return "<" in self.segment.string.data

    @property
    def is_done(self) -> bool:
        """Reviewed; goes live with the next publication."""
        return bool(self.segment.confirmed_text)

    @property
    def is_new(self) -> bool:
        return self.segment.status == Status.NEW

    @property
    def is_withheld(self) -> bool:
        return self.segment.status == Status.WITHHELD


def cards_of(translation: Translation) -> list[Card]:
    """A card for each text that is behind, in the order of the page. Two queries."""
    segments = list(is_behind(translation).select_related("context", "string", "confirmed_for"))
    drafts = _drafts(translation, segments)
    places = Places(translation.source)
    cards = []
    for segment in segments:
        draft = drafts.get((segment.context_id, segment.string_id))
        before = segment.confirmed_for
        cards.append(
            Card(
                segment,
                places.find(segment.context.path),
                difference(before.data if before else "", segment.string.data),
                segment.confirmed_text or (draft.data if draft else segment.text),
                draft is not None
                and not segment.confirmed_text
                and draft.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE,
            )
        )
    return cards


def _drafts(
    translation: Translation, segments: Iterable[LiveSegment]
) -> dict[tuple[int, int], StringTranslation]:
    texts = StringTranslation.objects.filter(
        locale_id=translation.target_locale_id,
        context_id__in=[segment.context_id for segment in segments],
    )
    return {(text.context_id, text.translation_of_id): text for text in texts}
