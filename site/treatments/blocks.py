"""The sections of a treatment page; each has a meaning of its own."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import ProseBlock, everywhere_blocks
from treatments.figures import AnatomyFigureBlock, CycleFigureBlock, LoopFigureBlock

_PARAGRAPH = _("<p>Lie down, breathe, and take the time you need.</p>")


def _heading() -> blocks.CharBlock:
    return blocks.CharBlock(label=_("Heading"), max_length=120)


class ReasonGroupBlock(blocks.StructBlock):
    """Reasons to come that belong together."""

    name = blocks.CharBlock(label=_("Name of the group"), max_length=80)
    reasons = blocks.ListBlock(
        blocks.CharBlock(label=_("Reason"), max_length=160), label=_("Reasons"), min_num=1
    )

    class Meta:
        icon = "list-ul"
        label = _("Group of reasons")
        description = _("A named list of reasons, such as bodily ones.")
        template = "treatments/blocks/reason_group.html"
        preview_value = {"name": _("In your body"), "reasons": [_("Back pain"), _("Groin pain")]}


class TreatmentBlock(blocks.StructBlock):
    """What the treatment is, and reasons to come."""

    heading = _heading()
    prose = ProseBlock(label=_("Text"))
    reasons_heading = blocks.CharBlock(
        label=_("Heading above the reasons"), required=False, max_length=120
    )
    reason_groups = blocks.ListBlock(
        ReasonGroupBlock(), label=_("Reasons to come, in groups"), default=[]
    )

    class Meta:
        icon = "form"
        label = _("The treatment")
        description = _("What you do and for whom, with reasons to come in named groups.")
        template = "treatments/blocks/treatment.html"
        preview_value = {
            "heading": _("The treatment"),
            "prose": _PARAGRAPH,
            "reasons_heading": _("Reasons to come"),
            "reason_groups": [
                {"name": _("In your body"), "reasons": [_("Back pain"), _("Groin pain")]},
                {"name": _("In what you feel"), "reasons": [_("Not coming to rest")]},
            ],
        }


class RefrainBlock(blocks.CharBlock):
    """A line that stands alone."""

    class Meta:
        icon = "openquote"
        label = _("Refrain")
        description = _("A short line that stands alone, with room around it.")
        template = "treatments/blocks/refrain.html"
        preview_value = _("I stay.")


class BeingMetBlock(blocks.StructBlock):
    """The encounter: prose, and refrain lines that stand alone."""

    heading = _heading()
    body = blocks.StreamBlock(
        [("prose", ProseBlock()), ("refrain", RefrainBlock(max_length=160))],
        label=_("Text and refrains"),
    )

    class Meta:
        icon = "user"
        label = _("Being met")
        description = _("About the encounter, with short lines that stand alone.")
        template = "treatments/blocks/being_met.html"
        preview_value = {
            "heading": _("Being met"),
            "body": [("prose", _PARAGRAPH), ("refrain", _("I stay."))],
        }


class PracticalBlock(blocks.StructBlock):
    """The practical facts, from the fields of the page, and the call to contact."""

    heading = _heading()
    prose = ProseBlock(label=_("Text above the facts"), required=False)
    prose_after = ProseBlock(label=_("Text below the facts"), required=False)
    button_text = blocks.CharBlock(
        label=_("Text on the button to the contact page"), required=False, max_length=60
    )

    class Meta:
        icon = "date"
        label = _("Practical")
        description = _("Price and duration, taken from the facts above, with your words around.")
        template = "treatments/blocks/practical.html"
        preview_value = {
            "heading": _("Practical"),
            "prose": _PARAGRAPH,
            "prose_after": "",
            "button_text": _("Get in touch"),
        }


class PhysicalLayerBlock(blocks.StructBlock):
    """The psoas in the body: prose, the anatomy drawing and the muscle's functions."""

    heading = _heading()
    prose = ProseBlock(label=_("Text"))
    figure = AnatomyFigureBlock()
    functions_heading = blocks.CharBlock(
        label=_("Heading above the functions"), required=False, max_length=120
    )
    functions = blocks.ListBlock(
        blocks.CharBlock(label=_("Function"), max_length=160), label=_("Functions"), default=[]
    )

    class Meta:
        icon = "layer-body"
        label = _("The physical layer")
        description = _("Where the psoas is and what it does, with a drawing you label.")
        template = "treatments/blocks/physical_layer.html"

    def get_preview_value(self) -> blocks.StructValue:
        return self.normalize(
            {
                "heading": _("The physical layer"),
                "prose": _PARAGRAPH,
                "figure": self.child_blocks["figure"].get_preview_value(),
                "functions_heading": _("What it does"),
                "functions": [_("Bends the hip"), _("Carries your posture")],
            }
        )


class ResponseBlock(blocks.StructBlock):
    """One response of the nervous system."""

    name = blocks.CharBlock(label=_("Response"), max_length=60)
    description = blocks.TextBlock(label=_("What it looks like, in a line"), rows=2)

    class Meta:
        icon = "tag"
        label = _("Response")
        description = _("A response such as fight or flight, with a line about it.")
        template = "treatments/blocks/response.html"
        preview_value = {
            "name": _("Freeze"),
            "description": _("You hold still and hold your breath."),
        }


class NervousSystemBlock(blocks.StructBlock):
    """The autonomic nervous system: prose, its responses, and the cycle drawing."""

    heading = _heading()
    prose = ProseBlock(label=_("Text"))
    responses_heading = blocks.CharBlock(
        label=_("Heading above the responses"), required=False, max_length=120
    )
    responses = blocks.ListBlock(ResponseBlock(), label=_("Responses"), default=[])
    prose_after = ProseBlock(label=_("Text below the responses"), required=False)
    figure = CycleFigureBlock()

    class Meta:
        icon = "layer-nerves"
        label = _("The autonomic nervous system")
        description = _("How the body answers danger, with a drawing of the cycle.")
        template = "treatments/blocks/nervous_system.html"

    def get_preview_value(self) -> blocks.StructValue:
        return self.normalize(
            {
                "heading": _("The autonomic nervous system"),
                "prose": _PARAGRAPH,
                "responses_heading": _("Four responses"),
                "responses": [self.child_blocks["responses"].child_block.get_preview_value()],
                "prose_after": "",
                "figure": self.child_blocks["figure"].get_preview_value(),
            }
        )


class EmotionalLayerBlock(blocks.StructBlock):
    """The emotional layer: prose and the loop drawing."""

    heading = _heading()
    prose = ProseBlock(label=_("Text"))
    figure = LoopFigureBlock()
    prose_after = ProseBlock(label=_("Text below the drawing"), required=False)

    class Meta:
        icon = "layer-heart"
        label = _("The emotional layer")
        description = _("How feelings settle in the body, with a drawing of the loop.")
        template = "treatments/blocks/emotional_layer.html"

    def get_preview_value(self) -> blocks.StructValue:
        return self.normalize(
            {
                "heading": _("The emotional layer"),
                "prose": _PARAGRAPH,
                "figure": self.child_blocks["figure"].get_preview_value(),
                "prose_after": "",
            }
        )


class RelatedTreatmentsBlock(blocks.StructBlock):
    """Links to treatments, with their facts."""

    heading = _heading()
    treatments = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Treatment"), page_type="treatments.TreatmentPage"),
        label=_("Treatments"),
        min_num=1,
    )

    class Meta:
        icon = "doc-full-inverse"
        label = _("Related treatments")
        description = _("Links to treatments you choose, with their price and duration.")
        template = "treatments/blocks/related_treatments.html"

    def get_preview_value(self) -> blocks.StructValue:
        chooser = self.child_blocks["treatments"].child_block
        return self.normalize(
            {
                "heading": _("Related treatments"),
                "treatments": list(chooser.model_class.objects.order_by("pk")[:1]),
            }
        )


def treatment_blocks() -> list[tuple[str, blocks.Block]]:
    """The sections a treatment page offers, as `(name, block)` pairs, new instances each time."""
    meaning, anywhere = _("Sections of a treatment"), _("Anywhere")
    sections = [
        ("treatment", TreatmentBlock(group=meaning)),
        ("being_met", BeingMetBlock(group=meaning)),
        ("practical", PracticalBlock(group=meaning)),
        ("physical_layer", PhysicalLayerBlock(group=meaning)),
        ("nervous_system", NervousSystemBlock(group=meaning)),
        ("emotional_layer", EmotionalLayerBlock(group=meaning)),
    ]
    return [
        *sections,
        *everywhere_blocks(group=anywhere),
        ("related_treatments", RelatedTreatmentsBlock(group=anywhere)),
    ]
