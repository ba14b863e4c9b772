"""The three drawings of a treatment page. Every label is content; an empty one leaves its line out."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


def _title() -> blocks.CharBlock:
    return blocks.CharBlock(label=_("Title of the drawing"), max_length=120)


def _description() -> blocks.TextBlock:
    return blocks.TextBlock(
        label=_("What the drawing shows"),
        rows=3,
        help_text=_("Also read aloud to people who cannot see the drawing."),
    )


def _label(label: Promise) -> blocks.CharBlock:
    return blocks.CharBlock(label=label, required=False, max_length=40)


class AnatomyFigureBlock(blocks.StructBlock):
    """The psoas from the front, between diaphragm and thigh bone."""

    title = _title()
    description = _description()
    diaphragm = _label(_("Diaphragm"))
    lumbar_vertebrae = _label(_("Lumbar vertebrae"))
    psoas_left = _label(_("Left psoas"))
    psoas_right = _label(_("Right psoas"))
    pelvis = _label(_("Pelvis"))
    thigh_bone = _label(_("Thigh bone"))

    class Meta:
        icon = "image"
        label = _("Drawing of the psoas")
        description = _("A drawing of the psoas from the front; you write the labels.")
        template = "treatments/blocks/anatomy_figure.html"
        preview_value = {
            "title": _("Where the psoas is"),
            "description": _("The psoas from the front, on both sides of the spine."),
            "diaphragm": _("Diaphragm"),
            "lumbar_vertebrae": _("Lumbar vertebrae"),
            "psoas_left": _("Left psoas"),
            "psoas_right": _("Right psoas"),
            "pelvis": _("Pelvis"),
            "thigh_bone": _("Thigh bone"),
        }


class CycleFigureBlock(blocks.StructBlock):
    """Signal, response, discharge, rest; and the branch where the cycle is cut short."""

    title = _title()
    description = _description()
    signal = _label(_("Signal"))
    response = _label(_("Response"))
    discharge = _label(_("Discharge"))
    rest = _label(_("Rest"))
    cut_short = _label(_("Cut short"))

    class Meta:
        icon = "rotate"
        label = _("Drawing of the cycle")
        description = _("A drawing of how danger is answered and let go; you write the steps.")
        template = "treatments/blocks/cycle_figure.html"
        preview_value = {
            "title": _("A cycle that wants to close"),
            "description": _("From signal to rest, and where it can break off."),
            "signal": _("Signal"),
            "response": _("Response"),
            "discharge": _("Discharge"),
            "rest": _("Rest"),
            "cut_short": _("Cut short"),
        }


class LoopFigureBlock(blocks.StructBlock):
    """Five steps that keep each other going."""

    title = _title()
    description = _description()
    feeling = _label(_("A feeling without room"))
    alarm = _label(_("Taken for danger"))
    preparation = _label(_("Ready for action"))
    no_discharge = _label(_("No way out"))
    tension = _label(_("More tension"))

    class Meta:
        icon = "resubmit"
        label = _("Drawing of the loop")
        description = _("A drawing of feelings and tension that keep each other going.")
        template = "treatments/blocks/loop_figure.html"
        preview_value = {
            "title": _("A loop that tightens"),
            "description": _("How a feeling without room keeps the body tense."),
            "feeling": _("A feeling without room"),
            "alarm": _("Taken for danger"),
            "preparation": _("Ready for action"),
            "no_discharge": _("No way out"),
            "tension": _("More tension"),
        }
