"""Words that are always translated the same way."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GlossaryTerm(models.Model):
    """A Dutch term and the English one that goes with it."""

    term = models.CharField(_("Dutch term"), max_length=120, unique=True)
    translation = models.CharField(_("English term"), max_length=120)
    note = models.CharField(
        _("note"), max_length=250, blank=True, help_text=_("For yourself or a translator.")
    )

    class Meta:
        ordering = ["term"]
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")

    def __str__(self) -> str:
        return f"{self.term} → {self.translation}"
