"""Translates with a LibreTranslate server (https://docs.libretranslate.com/api/operations/translate/).

wagtail-localize's own translator sends a whole page in one request, and shows a refusal as a traceback.
"""

import re
from collections.abc import Iterator

from django.utils.html import escape
from wagtail.models import Locale
from wagtail_localize.machine_translators.base import BaseMachineTranslator

from translations.machine.chunks import chunks
from translations.machine.conversation import Conversation
from translations.machine.glossary import entries, whole_word

# A server may set limits of its own; these pass the usual ones.
MOST_TEXTS = 20
MOST_BYTES = 5_000

_TAG = re.compile(r"(<[^>]*>)")
_KEPT = re.compile(r'<span[^>]*translate="no"[^>]*>(.*?)</span>', re.IGNORECASE | re.DOTALL)


class LibreTranslateTranslator(BaseMachineTranslator):
    """Options: `URL`; `API_KEY` where the server asks for one; `TIMEOUT` in seconds."""

    display_name = "LibreTranslate"

    def can_translate(self, source_locale: Locale, target_locale: Locale) -> bool:
        return source_locale.language_code != target_locale.language_code

    def translate_in_chunks(
        self, source_locale: Locale, target_locale: Locale, texts: list[str]
    ) -> Iterator[dict[str, str]]:
        """Yields `{text: translation}` for one request after another. Raises MachineTranslationError."""
        conversation = Conversation(self.display_name, timeout=self.options.get("TIMEOUT", 30))
        pairs = entries()
        for chunk in chunks(texts, MOST_TEXTS, MOST_BYTES):
            body = {
                "q": [with_terms(text, pairs) for text in chunk],
                "source": source_locale.language_code.split("-")[0],
                "target": target_locale.language_code.split("-")[0],
                "format": "html",
            }
            if key := self.options.get("API_KEY"):
                body["api_key"] = key
            answer = conversation.ask("POST", f"{self.options['URL'].rstrip('/')}/translate", body)
            translated = answer.get("translatedText")
            if not isinstance(translated, list) or len(translated) != len(chunk):
                raise conversation.bad_answer()
            if not all(isinstance(text, str) and text.strip() for text in translated):
                raise conversation.bad_answer()
            yield {
                text: _KEPT.sub(r"\1", result)
                for text, result in zip(chunk, translated, strict=True)
            }


def with_terms(text: str, pairs: list[tuple[str, str]]) -> str:
    """The text with each glossary term in English already, marked not to be translated.

    LibreTranslate has no glossaries, and leaves an element with `translate="no"` as it is.
    """
    for term, translation in pairs:
        kept = f'<span translate="no">{escape(translation)}</span>'
        parts = _TAG.split(text)
        depth = 0
        for index, part in enumerate(parts):
            if part.startswith("<span translate="):
                depth += 1
            elif part == "</span>":
                depth -= 1
            elif index % 2 == 0 and depth == 0:
                parts[index] = whole_word(escape(term)).sub(lambda match, kept=kept: kept, part)
        text = "".join(parts)
    return text
