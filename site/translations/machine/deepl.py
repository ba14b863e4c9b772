"""Translates with DeepL (https://developers.deepl.com/docs/api-reference/translate).

wagtail-localize's own translator sends a whole page in one request, and fails on a used-up allowance with a KeyError.
"""

from collections.abc import Iterator
from hashlib import sha256

from django.core.cache import cache
from wagtail.models import Locale
from wagtail_localize.machine_translators.base import BaseMachineTranslator

from translations.machine.chunks import chunks
from translations.machine.conversation import Conversation
from translations.machine.glossary import entries

# DeepL takes 50 texts and 128 KiB in a request; the rest of the request needs room too.
MOST_TEXTS = 50
MOST_BYTES = 100 * 1024
DAY = 24 * 60 * 60


class DeepLTranslator(BaseMachineTranslator):
    """Options: `AUTH_KEY`; `URL` and `TIMEOUT` (seconds) where they differ from DeepL's own."""

    display_name = "DeepL"

    def can_translate(self, source_locale: Locale, target_locale: Locale) -> bool:
        return source_locale.language_code != target_locale.language_code

    def translate_in_chunks(
        self, source_locale: Locale, target_locale: Locale, texts: list[str]
    ) -> Iterator[dict[str, str]]:
        """Yields `{text: translation}` for one request after another. Raises MachineTranslationError."""
        conversation = self._conversation()
        source, target = _code(source_locale), _code(target_locale)
        glossary_id = self._glossary(conversation, source, target)
        for chunk in chunks(texts, MOST_TEXTS, MOST_BYTES):
            body = {
                "text": chunk,
                "source_lang": source,
                # Dates and prices come out better in British English.
                "target_lang": "EN-GB" if target == "EN" else target,
                "tag_handling": "html",
            }
            if glossary_id:
                body["glossary_id"] = glossary_id
            answer = conversation.ask("POST", f"{self._url()}/v2/translate", body)
            translated = answer.get("translations")
            if not isinstance(translated, list) or len(translated) != len(chunk):
                raise conversation.bad_answer()
            yield {
                text: _text_of(result, conversation)
                for text, result in zip(chunk, translated, strict=True)
            }

    def _conversation(self) -> Conversation:
        headers = {"Authorization": f"DeepL-Auth-Key {self.options['AUTH_KEY']}"}
        return Conversation(self.display_name, headers, self.options.get("TIMEOUT", 30))

    def _url(self) -> str:
        if url := self.options.get("URL"):
            return url
        free = self.options["AUTH_KEY"].endswith(":fx")
        return "https://api-free.deepl.com" if free else "https://api.deepl.com"

    def _glossary(self, conversation: Conversation, source: str, target: str) -> str:
        """The id of our glossary at DeepL, made there when its entries are new; `""` for an empty one."""
        pairs = entries()
        if not pairs:
            return ""
        lines = "\n".join(f"{_line(term)}\t{_line(translation)}" for term, translation in pairs)
        url = f"{self._url()}/v2/glossaries"
        key = "deepl-glossary-" + sha256(f"{url}{lines}".encode()).hexdigest()
        if (glossary_id := cache.get(key)) is None:
            name = f"psoas-release-{key[-12:]}"
            self._forget_others(conversation, url, name)
            answer = conversation.ask(
                "POST",
                url,
                {
                    "name": name,
                    "source_lang": source,
                    "target_lang": target,
                    "entries": lines,
                    "entries_format": "tsv",
                },
            )
            glossary_id = answer.get("glossary_id")
            if not isinstance(glossary_id, str) or not glossary_id:
                raise conversation.bad_answer()
            # Kept for a day only: one that was deleted at DeepL is then made again.
            cache.set(key, glossary_id, DAY)
        return glossary_id

    def _forget_others(self, conversation: Conversation, url: str, name: str) -> None:
        """Removes our earlier glossaries: an account holds few of them."""
        for glossary in conversation.ask("GET", url).get("glossaries") or []:
            if str(glossary.get("name", "")).startswith("psoas-release-"):
                conversation.ask("DELETE", f"{url}/{glossary.get('glossary_id')}")


def _code(locale: Locale) -> str:
    return locale.language_code.split("-")[0].upper()


def _line(text: str) -> str:
    return " ".join(text.split())


def _text_of(result: object, conversation: Conversation) -> str:
    text = result.get("text") if isinstance(result, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise conversation.bad_answer()
    return text
