"""What the room keeps: tokens, and drafts that a front end may look at for a while."""

from api.models.previews import PreviewSnapshot
from api.models.tokens import ApiToken, Scope

__all__ = ["ApiToken", "PreviewSnapshot", "Scope"]
