"""What has to be looked at before English goes live."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue

from translations.alignment import source_segments
from translations.checks.claims import Claim, open_claims
from translations.checks.digests import digest
from translations.checks.parity import mismatches
from translations.models import LiveSegment
from translations.publication import usable_texts


@dataclass(frozen=True)
class Pair:
    """A text that would go live, beside its Dutch; `differences` are sentences on facts that do not agree."""

    dutch: str
    english: str
    is_machine: bool
    tool: str
    differences: list[str]

    @property
    def digest(self) -> str:
        return digest(self.dutch, self.english)

    @property
    def dutch_words(self) -> str:
        return StringValue(self.dutch).render_text()

    @property
    def english_words(self) -> str:
        return StringValue(self.english).render_text()


@dataclass
class Problems:
    """What a publication would put live and somebody has to see first."""

    pairs: list[Pair] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.pairs or self.claims)

    def unanswered(self, answers: Mapping[str, str]) -> dict[str, str]:
        """An error for each problem that `answers` (the posted form) does not settle, by its digest."""
        errors = {
            pair.digest: _("Tick this once you have read both texts.")
            for pair in self.pairs
            if not answers.get(f"seen-{pair.digest}")
        }
        errors |= {
            claim.digest: _("Write in a few words why it stays, or change the text.")
            for claim in self.claims
            if not answers.get(f"reason-{claim.digest}", "").strip()
        }
        return errors


def problems(translation: Translation) -> Problems:
    """Looks at the texts that publishing now would put live and that are not live yet."""
    live = {
        (row.context_id, row.string_id): row.text
        for row in translation.live_segments.filter(status=LiveSegment.Status.CURRENT)
    }
    texts = usable_texts(translation)
    fresh = [
        (segment.text, texts[segment.key])
        for segment in source_segments(translation.source)
        if segment.path != "slug"
        and segment.key in texts
        and live.get(segment.key) != texts[segment.key].data
    ]
    pairs = [_pair(dutch, text) for dutch, text in fresh]
    page = translation.get_target_instance()
    claims = open_claims(page, [text.data for _dutch, text in fresh]) if is_page(page) else []
    return Problems([pair for pair in pairs if pair.is_machine or pair.differences], claims)


def is_page(instance: object) -> bool:
    return isinstance(instance, Page)


def _pair(dutch: str, text: StringTranslation) -> Pair:
    is_machine = text.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
    return Pair(dutch, text.data, is_machine, text.tool_name, mismatches(dutch, text.data))
