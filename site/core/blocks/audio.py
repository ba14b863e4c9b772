"""A recording of hers, played in the page."""

from hashlib import md5
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.documents.models import AbstractDocument
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter

from core.blocks.text import ProseBlock
from core.recordings.files import RECORDING_TYPES, is_recording, minutes_of

RECORDINGS = ("recording", "english_recording")
TEXTS = ("heading", "prose")


class AudioValue(blocks.StructValue):
    """Offers what a visitor hears in the language that is active."""

    @property
    def heard(self) -> AbstractDocument | None:
        """The recording to play: the English one on an English page, where there is one."""
        english = self.get("english_recording")
        return english if english and not _in_source_language() else self.get("recording")

    @property
    def length(self) -> int:
        """In whole minutes, of what is heard; 0 where it cannot be said. Her own figure is that of the Dutch one."""
        heard = self.heard
        if heard is None:
            return 0
        hers = self.get("minutes") if heard == self.get("recording") else None
        return hers or _measured(heard)

    @property
    def foreign_language(self) -> str:
        """`nl` where an English page plays what is spoken in Dutch, else `""`."""
        plays_dutch = not self.get("english_recording") and not self.get("without_words")
        return settings.LANGUAGE_CODE if plays_dutch and not _in_source_language() else ""


class AudioBlock(blocks.StructBlock):
    """A recording on our own site; nothing of it is loaded until a visitor presses play.

    English takes over the recordings and gets its own words, so a translator is asked for those only.
    """

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    recording = DocumentChooserBlock(
        label=_("Recording"), help_text=_("An MP3 or M4A file, such as a voice memo of your phone.")
    )
    minutes = blocks.IntegerBlock(
        label=_("Length in minutes"),
        required=False,
        min_value=1,
        max_value=600,
        help_text=_("Leave empty, and it is read from the recording."),
    )
    without_words = blocks.BooleanBlock(
        label=_("Without words"),
        required=False,
        help_text=_("Music or sounds alone, the same in every language."),
    )
    english_recording = DocumentChooserBlock(
        label=_("The same in English"),
        required=False,
        help_text=_("Without it, the English page plays the Dutch one and says so."),
    )
    prose = ProseBlock(
        label=_("What is said"),
        required=False,
        help_text=_("For people who cannot hear it, or would rather read."),
    )

    class Meta:
        icon = "media"
        label = _("Recording")
        description = _("Your own voice, such as a breathing exercise, to be played in the page.")
        template = "core/blocks/audio.html"
        value_class = AudioValue
        preview_value = {
            "heading": _("Three breaths to come home"),
            "minutes": 3,
            "prose": _("<p>Sit down, and let your shoulders sink.</p>"),
        }

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Refuses a document that is no recording."""
        cleaned = super().clean(value)
        errors = {
            name: ValidationError(
                _("This is no recording. Choose a file that ends in %(endings)s."),
                params={"endings": " / ".join(f".{ending}" for ending in RECORDING_TYPES)},
            )
            for name in RECORDINGS
            if cleaned.get(name) and not is_recording(cleaned[name].filename)
        }
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned

    def get_preview_value(self) -> Any:
        """The preview value of the block's Meta, with the newest recording."""
        documents = get_document_model().objects.order_by("-pk")
        newest = next((one for one in documents if is_recording(one.filename)), None)
        return self.normalize(self.meta.preview_value | {"recording": newest})

    def get_translatable_segments(self, value: blocks.StructValue) -> list[Any]:
        """The words, for wagtail-localize."""
        extractor = StreamFieldSegmentExtractor(None, include_overridables=True)
        return [
            segment.wrap(name)
            for name in TEXTS
            for segment in extractor.handle_block(self.child_blocks[name], value.get(name))
        ]

    def restore_translated_segments(
        self, value: blocks.StructValue, segments: list[Any]
    ) -> blocks.StructValue:
        """Puts translated words in; the reverse of `get_translatable_segments`."""
        by_field: dict[str, list[Any]] = {}
        for segment in segments:
            name, rest = segment.unwrap()
            by_field.setdefault(name, []).append(rest)
        writer = StreamFieldSegmentsWriter(None, None, None)
        for name, found in by_field.items():
            value[name] = writer.handle_block(self.child_blocks[name], value.get(name), found)
        return value


def _measured(recording: AbstractDocument) -> int:
    """Its length in whole minutes, read once for each file that it has had; 0 where there is none to read."""
    key = f"minutes:{recording.pk}:{md5(recording.file.name.encode(), usedforsecurity=False).hexdigest()}"
    minutes = cache.get(key)
    if minutes is None:
        minutes = minutes_of(recording.file, recording.filename)
        recording.file.close()
        cache.set(key, minutes, timeout=None if minutes else 60)
    return minutes


def _in_source_language() -> bool:
    return get_language() == settings.LANGUAGE_CODE
