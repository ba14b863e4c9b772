"""What stands on a live page in another language, segment by segment.

wagtail-localize keeps one text per segment and saves it the moment a translator leaves the field; it does not know
which text has been published (https://github.com/wagtail/wagtail-localize/issues/502). These tables do.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from wagtail_localize.models import String, Translation, TranslationContext


class LiveSegmentQuerySet(models.QuerySet):
    def save_all(self, segments: Iterable[Any]) -> None:
        """Writes new and changed rows in one statement."""
        self.bulk_create(
            segments,
            update_conflicts=True,
            unique_fields=["translation", "context", "string"],
            update_fields=[
                "order",
                "status",
                "text",
                "confirmed_for",
                "attrs",
                "confirmed_text",
                "behind_since",
            ],
        )


class LiveSegment(models.Model):
    """One segment of the source, and the text it has on the live page in the target language.

    Rows exist from the first publication of a translation on, one for each `context` and `string` of its source.
    """

    class Status(models.TextChoices):
        CURRENT = "current"
        # The source changed since `text` was confirmed; `text` stays live.
        CHANGED = "changed"
        # A figure or date in the source changed since; `text` is not shown until somebody confirms it.
        WITHHELD = "withheld"
        # Not translated yet; not shown.
        NEW = "new"
        # No longer in the source; kept, because the source may return to it.
        REMOVED = "removed"

    translation = models.ForeignKey(
        Translation, on_delete=models.CASCADE, related_name="live_segments"
    )
    context = models.ForeignKey(TranslationContext, on_delete=models.CASCADE, related_name="+")
    # The source as it is now.
    string = models.ForeignKey(String, on_delete=models.CASCADE, related_name="+")
    # Place in the source, from the top.
    order = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices)
    # What the live page says, or said before it was withheld.
    text = models.TextField(blank=True)
    # The source that the text was published or confirmed for, and its links: `StringSegment.attrs` of wagtail-localize.
    confirmed_for = models.ForeignKey(String, on_delete=models.CASCADE, null=True, related_name="+")
    attrs = models.TextField(default="{}")
    # A confirmed text that the next publication shows instead.
    confirmed_text = models.TextField(blank=True)
    behind_since = models.DateTimeField(null=True)

    objects = LiveSegmentQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["translation", "context", "string"], name="one_live_segment_per_string"
            )
        ]

    BEHIND = (Status.CHANGED, Status.WITHHELD, Status.NEW)

    def __str__(self) -> str:
        return f"{self.context.path}: {self.status}"

    @property
    def shown_text(self) -> str | None:
        """The text on the live page; None while nothing may be shown."""
        shown = self.status in (self.Status.CURRENT, self.Status.CHANGED)
        return self.text if shown else None


class LiveOverride(models.Model):
    """A link or picture that a translator replaced in one language, as it was when last published."""

    translation = models.ForeignKey(
        Translation, on_delete=models.CASCADE, related_name="live_overrides"
    )
    context = models.ForeignKey(TranslationContext, on_delete=models.CASCADE, related_name="+")
    data_json = models.TextField()
    # What the source had there; once it differs, the override no longer holds.
    source_json = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["translation", "context"], name="one_live_override_per_context"
            )
        ]

    def __str__(self) -> str:
        return self.context.path
