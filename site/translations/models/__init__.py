"""What this room remembers beside wagtail-localize's own tables."""

from translations.models.claims import ClaimWord, KeptClaim
from translations.models.glossary import GlossaryTerm
from translations.models.segments import LiveOverride, LiveSegment

__all__ = ["ClaimWord", "GlossaryTerm", "KeptClaim", "LiveOverride", "LiveSegment"]
