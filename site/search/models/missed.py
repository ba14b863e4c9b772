"""What visitors looked for in vain, counted.

Wagtail's own `search_promotions` keeps every query as it was typed, with its day, until somebody deletes it; here what
is kept is decided before it is stored (`missed_terms.py`).
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MissedTerm(models.Model):
    """How often nothing was found for a term in a month, by its first day; nothing is known of who looked for it."""

    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    month = models.DateField(_("month"))
    term = models.CharField(_("looked for"), max_length=60)
    times = models.PositiveIntegerField(_("times"), default=0)

    counts_as_content = False

    class Meta:
        verbose_name = _("term searched in vain")
        verbose_name_plural = _("terms searched in vain")
        ordering = ["-month", "-times", "term"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["language", "month", "term"], name="one_missed_term_per_month"
            )
        ]

    def __str__(self) -> str:
        return self.term
