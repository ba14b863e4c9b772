"""Blocks made of words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

PROSE_FEATURES = ["h3", "bold", "italic", "link", "ul", "ol"]
ANSWER_FEATURES = ["bold", "italic", "link", "ul", "ol"]
POINT_FEATURES = ["bold", "italic", "link"]


class ProseBlock(blocks.RichTextBlock):
    """Rich text limited to what the design can carry; pictures have a block of their own."""

    def __init__(self, features: list[str] | None = None, **kwargs) -> None:
        super().__init__(features=features or PROSE_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, with subheadings, lists and links where they help.")
        template = "core/blocks/prose.html"
        preview_value = _("<p>Lie down, breathe, and take the time you need.</p>")


class TextBlock(blocks.StructBlock):
    """A passage of prose under an optional heading."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    prose = ProseBlock(label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("A passage of text, with a heading above it if you like.")
        template = "core/blocks/text.html"
        preview_value = {
            "heading": _("What you may notice"),
            "prose": _(
                "<p>Some people grow warm, others start to yawn. Everything is welcome.</p>"
            ),
        }


class HeadingBlock(blocks.StructBlock):
    """A heading of its own: whatever follows stands under it, up to the next one."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A heading between two parts of your text.")
        template = "core/blocks/heading.html"
        preview_value = {"heading": _("What you may notice")}


class PointsBlock(blocks.StructBlock):
    """A list, with a dash or a number before each point."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    points = blocks.ListBlock(
        ProseBlock(label=_("Point"), features=POINT_FEATURES), label=_("Points"), min_num=1
    )
    numbered = blocks.BooleanBlock(
        label=_("Numbered"), required=False, help_text=_("For steps that follow one another.")
    )

    class Meta:
        icon = "list-ul"
        label = _("List")
        description = _("A list of points, or of steps with numbers.")
        template = "core/blocks/points.html"
        preview_value = {
            "heading": _("What to bring"),
            "points": [_("<p>Warm socks.</p>"), _("<p>A bottle of water.</p>")],
            "numbered": False,
        }


class QuoteBlock(blocks.StructBlock):
    """A sentence that deserves to stand alone."""

    quote = blocks.TextBlock(label=_("Quote"), rows=3)
    attribution = blocks.CharBlock(
        label=_("Who says it"),
        required=False,
        max_length=120,
        help_text=_("Leave empty when these are your own words."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("A sentence set apart in large italics.")
        template = "core/blocks/quote.html"
        preview_value = {"quote": _("The body knows the way back."), "attribution": ""}


class QuestionBlock(blocks.StructBlock):
    """One question a reader might ask, with its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = ProseBlock(label=_("Answer"), features=ANSWER_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")
        description = _("A question a reader might ask, with your answer.")
        template = "core/blocks/question.html"
        preview_value = {
            "question": _("Do I have to undress?"),
            "answer": _("<p>No. You keep on whatever feels comfortable.</p>"),
        }


class QuestionsBlock(blocks.StructBlock):
    """Questions and answers for readers."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("Questions that readers often have, each with your answer.")
        template = "core/blocks/questions.html"
        preview_value = {
            "heading": _("Questions you may have"),
            "questions": [
                {
                    "question": _("Do I have to undress?"),
                    "answer": _("<p>No. You keep on whatever feels comfortable.</p>"),
                }
            ],
        }
