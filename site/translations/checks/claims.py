"""Words that promise a cure, found in a text; a warning, never a wall."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from translations.checks.digests import digest
from translations.models import ClaimWord, KeptClaim

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")


@dataclass(frozen=True)
class Claim:
    """A word that promises a cure, the sentence it stands in, and a gentler wording (`""` where there is none)."""

    word: str
    sentence: str
    gentler: str

    @property
    def digest(self) -> str:
        return digest(self.word, self.sentence)

    @property
    def before_word(self) -> str:
        return self.sentence[: self._place()]

    @property
    def word_as_written(self) -> str:
        return self.sentence[self._place() : self._place() + len(self.word)]

    @property
    def after_word(self) -> str:
        return self.sentence[self._place() + len(self.word) :]

    def _place(self) -> int:
        match = _whole_word(self.word).search(self.sentence)
        return match.start() if match else 0


def claims_in(texts: Iterable[str], language: str) -> list[Claim]:
    """The claims in texts, which may hold HTML, each once, in the order of the texts. One query."""
    words = [(word, _whole_word(word.word)) for word in ClaimWord.objects.filter(language=language)]
    found: dict[Claim, None] = {}
    for text in texts:
        plain = unescape(strip_tags(re.sub(r"<br\s*/?>", "\n", text)))
        for sentence in _SENTENCE_END.split(plain):
            sentence = _normalised(sentence)
            for word, pattern in words:
                if pattern.search(sentence):
                    found[Claim(_normalised(word.word), sentence, word.gentler)] = None
    return list(found)


def texts_of(page: Page) -> list[str]:
    """Every text of a page, as wagtail-localize finds them: title, body, descriptions and what search engines show."""
    segments = extract_segments(page)
    return [segment.string.data for segment in segments if isinstance(segment, StringSegmentValue)]


def open_claims(page: Page, texts: Iterable[str]) -> list[Claim]:
    """The claims in texts of a page, in its language, that she has not decided to keep. Two queries."""
    kept = set(KeptClaim.objects.filter(page_id=page.pk).values_list("word", "sentence"))
    claims = claims_in(texts, page.locale.language_code)
    return [claim for claim in claims if (claim.word, claim.sentence) not in kept]


def keep(page: Page, claim: Claim, reason: str, user: Any) -> None:
    """Notes that a claim stays, and why; it shows in the page's history and is not asked again."""
    KeptClaim.objects.create(
        page_id=page.pk, word=claim.word, sentence=claim.sentence, reason=reason, user=user
    )
    log(
        instance=page,
        action="translations.keep_claim",
        user=user,
        data={"word": claim.word, "sentence": claim.sentence, "reason": reason},
    )


def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(_normalised(word))}(?!\w)", re.IGNORECASE)


def _normalised(text: str) -> str:
    """One space between words, and each accented letter as one character."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
