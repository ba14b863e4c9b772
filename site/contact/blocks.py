"""Blocks about what the contact form keeps."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import ProseBlock


class MessageRetentionBlock(blocks.StructBlock):
    """Prose, followed by a sentence with the number of days that messages are kept."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    prose = ProseBlock(label=_("Text"))

    class Meta:
        icon = "history"
        label = _("How long messages are kept")
        description = _("Your text, then the number of days from the message settings.")
        template = "contact/blocks/message_retention.html"
        preview_value = {
            "heading": _("How long messages are kept"),
            "prose": _("<p>I keep your message only as long as it takes to answer you.</p>"),
        }

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict[str, Any]:
        from contact.models import ContactSettings

        return super().get_context(value, parent_context=parent_context) | {
            "retention_days": ContactSettings.for_visit(
                (parent_context or {}).get("request")
            ).retention_days
        }
