"""Asks the machine that was chosen, and keeps what it says as a draft that nobody has read yet."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import StringTranslation, Translation

from translations.alignment import Key, source_segments
from translations.machine.glossary import entries, misses
from translations.models import LiveSegment
from translations.publication import usable_texts


@dataclass
class MachineResult:
    """How many texts were translated, and the glossary entries `(Dutch, English)` that the machine did not follow."""

    translated: int = 0
    missed_terms: set[tuple[str, str]] = field(default_factory=set)


def translator_for(translation: Translation) -> Any:
    """The machine translator, or None where none was chosen or it cannot do these languages."""
    translator = get_machine_translator()
    if translator is None or not translator.can_translate(
        translation.source.locale, translation.target_locale
    ):
        return None
    return translator


def available(translation: Translation) -> bool:
    return translator_for(translation) is not None


def machine_translate(
    translation: Translation, segments: Iterable[LiveSegment], user: Any
) -> MachineResult:
    """Translates these segments anew, as drafts in the translation editor, whatever stood there.

    Raises MachineTranslationError; what came before it is kept.
    """
    return _translate(
        translation,
        {(segment.context_id, segment.string_id): segment.string.data for segment in segments},
        user,
    )


def translate_missing(translation: Translation, user: Any) -> MachineResult:
    """Translates each text that has no usable one in the translation editor. Raises MachineTranslationError."""
    texts = usable_texts(translation)
    return _translate(
        translation,
        {
            segment.key: segment.text
            for segment in source_segments(translation.source)
            if segment.key not in texts and segment.path != "slug"
        },
        user,
    )


def _translate(translation: Translation, wanted: dict[Key, str], user: Any) -> MachineResult:
    translator = translator_for(translation)
    result = MachineResult()
    pairs = entries()
    texts = list(dict.fromkeys(wanted.values()))
    if translator is None or not texts:
        return result
    for chunk in translator.translate_in_chunks(
        translation.source.locale, translation.target_locale, texts
    ):
        for (context_id, string_id), dutch in wanted.items():
            if dutch not in chunk:
                continue
            StringTranslation.objects.update_or_create(
                translation_of_id=string_id,
                locale_id=translation.target_locale_id,
                context_id=context_id,
                defaults={
                    "data": chunk[dutch],
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE,
                    "tool_name": translator.display_name,
                    "last_translated_by": user,
                    "has_error": False,
                    "field_error": "",
                },
            )
            result.translated += 1
            result.missed_terms.update(misses(dutch, chunk[dutch], pairs))
    return result
