"""The glossary: used for a request, and checked on its result."""

import re
from html import unescape

from django.utils.html import strip_tags

from translations.models import GlossaryTerm


def whole_word(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)


def entries() -> list[tuple[str, str]]:
    """`(Dutch, English)` pairs, the longest Dutch first, so that “de fysieke laag” goes before “laag”."""
    pairs = GlossaryTerm.objects.values_list("term", "translation")
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))


def misses(dutch: str, english: str, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The glossary entries whose Dutch is in one text and whose English is not in the other; both may hold HTML."""
    source, target = (unescape(strip_tags(text)) for text in (dutch, english))
    return [
        (term, translation)
        for term, translation in pairs
        if whole_word(term).search(source) and not whole_word(translation).search(target)
    ]
