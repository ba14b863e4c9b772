"""What our PO files look like: their headers, and how an entry names its segment.

wagtail-localize names an entry by the field's path alone and writes a sentence that stands twice in a text twice, which
PO does not allow (https://github.com/wagtail/wagtail-localize/issues/624).
"""

import uuid
from dataclasses import dataclass

from wagtail_localize.models import StringSegment, Translation

VERSION = "1"
VERSION_HEADER = "X-Segments-Format"
EXPORTED_AT_HEADER = "X-Exported-At"
SOURCE_LANGUAGE_HEADER = "X-Source-Language"
# wagtail-localize's own files have this instead.
UPSTREAM_HEADER = "X-WagtailLocalize-TranslationID"
UPSTREAM_EXPORTED_AT_HEADER = "POT-Creation-Date"


@dataclass(frozen=True)
class SegmentName:
    """Exactly one segment of one translation: the words, by their hash, in their place."""

    translation: uuid.UUID
    path: str
    words: uuid.UUID

    @classmethod
    def of(cls, translation: Translation, segment: StringSegment) -> "SegmentName":
        return cls(translation.uuid, segment.context.path, segment.string.data_hash)

    @classmethod
    def parse(cls, msgctxt: str) -> "SegmentName":
        """Raises ValueError for anything that `str()` of a name cannot be."""
        translation, path, words = _split(msgctxt)
        return cls(uuid.UUID(translation), path, uuid.UUID(words))

    def __str__(self) -> str:
        return f"{self.translation}/{self.path}/{self.words}"


def plain(text: str) -> str:
    """A text as it stands in a file: gettext's tools do not keep carriage returns."""
    return text.replace("\r", "").strip()


def _split(msgctxt: str) -> tuple[str, str, str]:
    translation, _slash, rest = msgctxt.partition("/")
    path, slash, words = rest.rpartition("/")
    if not (path and slash):
        raise ValueError(msgctxt)
    return translation, path, words
