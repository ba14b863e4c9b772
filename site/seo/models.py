"""What the site remembers of addresses that lead nowhere."""

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from seo.redirects.addresses import LONGEST


class NotFoundAddress(models.Model):
    """An address that visitors asked for and that is not there. Nothing of who asked is kept."""

    path = models.CharField(_("address"), max_length=LONGEST, unique=True)
    times = models.PositiveIntegerField(_("times"), default=1)
    last_asked = models.DateField(_("last time"))
    linked_from = models.CharField(
        _("linked from"),
        max_length=LONGEST,
        blank=True,
        help_text=_("The page of this site that has the link, as far as that is known."),
    )
    is_dismissed = models.BooleanField(_("left as it is"), default=False)

    counts_as_content = False

    class Meta:
        verbose_name = _("address not found")
        verbose_name_plural = _("addresses not found")
        ordering = ["-times", "path"]
        indexes = [models.Index(fields=["last_asked"], name="not_found_last_asked")]

    def __str__(self) -> str:
        return self.path

    @property
    def last_day(self) -> str:
        """The day of the last time, in the active language."""
        return date_format(self.last_asked, "DATE_FORMAT")
