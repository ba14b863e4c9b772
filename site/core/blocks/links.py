"""Blocks that lead on to another page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class CallToActionBlock(blocks.StructBlock):
    """An invitation with one button; without a chosen page it leads to the contact page."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False, rows=3)
    button_text = blocks.CharBlock(label=_("Text on the button"), max_length=60)
    page = blocks.PageChooserBlock(
        label=_("Leads to"),
        required=False,
        help_text=_("Leave empty to lead to the contact page."),
    )

    class Meta:
        icon = "link"
        label = _("Call to action")
        description = _("An invitation with a button, to the contact page or a page you choose.")
        template = "core/blocks/call_to_action.html"
        preview_value = {
            "heading": _("Would you like to come by?"),
            "text": _("Write to me; we will find a moment that suits you."),
            "button_text": _("Get in touch"),
            "page": None,
        }
