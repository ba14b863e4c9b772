"""Lists in the practice details; they stand in no page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.dates import WEEKDAYS as WEEKDAY_NAMES
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from core.opening_hours import WEEKDAYS, Span, overlaps


class OpeningHoursBlock(blocks.StructBlock):
    """A stretch of one weekday; a day with a break in it has two."""

    weekday = blocks.ChoiceBlock(
        label=_("Day"), choices=[(name, WEEKDAY_NAMES[day]) for day, name in enumerate(WEEKDAYS)]
    )
    opens = blocks.TimeBlock(label=_("From"), format="%H:%M")
    closes = blocks.TimeBlock(label=_("Until"), format="%H:%M")

    class Meta:
        icon = "time"
        label = _("Hours")
        description = _("A day of the week with its hours.")
        form_layout = ["weekday", "opens", "closes"]

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if cleaned["closes"] <= cleaned["opens"]:
            raise StructBlockValidationError(
                {"closes": ValidationError(_("This is not later than the beginning."))}
            )
        return cleaned


class OpeningHoursStreamBlock(blocks.StreamBlock):
    """The hours of a week, in any order."""

    hours = OpeningHoursBlock()

    def clean(self, value: blocks.StreamValue) -> blocks.StreamValue:
        cleaned = super().clean(value)
        days = sorted({span.weekday for span in overlaps(spans_of(cleaned))})
        if days:
            names = ", ".join(str(WEEKDAY_NAMES[day]) for day in days)
            raise StreamBlockValidationError(
                non_block_errors=[
                    ValidationError(_("Some hours overlap: %(days)s.") % {"days": names})
                ]
            )
        return cleaned


class SocialLinkBlock(blocks.StructBlock):
    """A profile of hers elsewhere."""

    label = blocks.CharBlock(
        label=_("Name"), max_length=40, help_text=_("As visitors read it, such as “Instagram”.")
    )
    url = blocks.URLBlock(
        label=_("Address"),
        validators=[
            URLValidator(
                schemes=["https"],
                message=_("Write the whole address, starting with https://."),
                code="not_https",  # a field words “invalid” itself
            )
        ],
    )

    class Meta:
        icon = "link-external"
        label = _("Profile")
        description = _("A link to a profile of yours on another site.")


def spans_of(value: Any) -> list[Span]:
    """The hours of a stream value as spans, in its order."""
    return [
        Span(WEEKDAYS.index(hours["weekday"]), hours["opens"], hours["closes"])
        for hours in (child.value for child in value)
    ]
