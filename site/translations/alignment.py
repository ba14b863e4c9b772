"""Which segment of the source became which, when its text was edited.

wagtail-localize knows a segment by its exact words: one full stop more, and it is another segment without a
translation (https://github.com/wagtail/wagtail-localize/issues/502).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from wagtail_localize.models import TranslationSource

# Below this share of common characters, two paragraphs are no longer the same one.
SIMILARITY = 0.5

Key = tuple[int, int]


@dataclass(frozen=True)
class SourceSegment:
    """A text in its place: `context_id` is the place, `string_id` the exact words, `attrs` its links as JSON.

    Paragraphs of one rich text share a place; `is_rich_text` says that this is such a place.
    """

    context_id: int
    string_id: int
    path: str
    text: str
    order: int
    attrs: str
    is_rich_text: bool

    @property
    def key(self) -> Key:
        return self.context_id, self.string_id


def source_segments(source: TranslationSource) -> list[SourceSegment]:
    """All segments of a source, from the top of the page down."""
    rich_text = set(source.templatesegment_set.values_list("context_id", flat=True))
    rows = source.stringsegment_set.select_related("string", "context").order_by("order", "pk")
    return [
        SourceSegment(
            row.context_id,
            row.string_id,
            row.context.path,
            row.string.data,
            row.order,
            row.attrs or "{}",
            row.context_id in rich_text,
        )
        for row in rows
    ]


def align(old: Iterable[SourceSegment], new: Iterable[SourceSegment]) -> dict[Key, Key]:
    """Maps the key of each new segment to that of the old one it came from; one that came from none is absent.

    The same words in the same place are the same segment, wherever they moved within it. Of what is left in a place,
    the most similar texts belong together; a field that holds one text is always the same field. Words that vanish
    from one place and appear in another have moved.
    """
    old_by_key = {segment.key: segment for segment in old}
    new_by_key = {segment.key: segment for segment in new}
    pairs = {key: key for key in new_by_key if key in old_by_key}
    gone = _by_place(old_by_key, pairs)
    come = _by_place(new_by_key, pairs)
    vanished: dict[int, Key] = {}
    for segments in gone.values():
        for segment in segments:
            vanished.setdefault(segment.string_id, segment.key)
    for place, segments in come.items():
        candidates = gone.get(place, [])
        for later, earlier in _most_similar(candidates, segments):
            pairs[later.key] = earlier.key
        for segment in segments:
            if segment.string_id in vanished:
                pairs[segment.key] = vanished[segment.string_id]
    return pairs


def _by_place(
    segments: dict[Key, SourceSegment], paired: dict[Key, Key]
) -> dict[int, list[SourceSegment]]:
    places = defaultdict(list)
    for key, segment in segments.items():
        if key not in paired:
            places[segment.context_id].append(segment)
    return places


def _most_similar(
    old: list[SourceSegment], new: list[SourceSegment]
) -> list[tuple[SourceSegment, SourceSegment]]:
    scored = []
    for earlier, later in product(old, new):
        ratio = 1.0
        if later.is_rich_text:
            matcher = SequenceMatcher(None, earlier.text, later.text, autojunk=False)
            if matcher.real_quick_ratio() < SIMILARITY or matcher.quick_ratio() < SIMILARITY:
                continue
            ratio = matcher.ratio()
        if ratio >= SIMILARITY:
            scored.append((-ratio, abs(earlier.order - later.order), earlier.order, earlier, later))
    pairs, taken = [], set()
    for *_score, earlier, later in sorted(scored, key=lambda entry: entry[:3]):
        if earlier.key not in taken and later.key not in taken:
            taken |= {earlier.key, later.key}
            pairs.append((later, earlier))
    return pairs
