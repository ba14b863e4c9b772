"""Words that promise a cure, and the ones the practitioner decided to keep."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class ClaimWord(models.Model):
    """A word that promises a cure, with a gentler wording."""

    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    word = models.CharField(
        _("word"),
        max_length=80,
        help_text=_("A word or a few words, as they stand in a sentence: “cures”."),
    )
    gentler = models.CharField(
        _("gentler wording"), max_length=160, blank=True, help_text=_("What to write instead.")
    )

    class Meta:
        ordering = ["language", "word"]
        verbose_name = _("word that promises a cure")
        verbose_name_plural = _("words that promise a cure")
        constraints = [
            models.UniqueConstraint(fields=["language", "word"], name="one_claim_word_per_language")
        ]

    def __str__(self) -> str:
        return self.word


class KeptClaim(models.Model):
    """A sentence with such a word that was published all the same, and why."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    word = models.CharField(max_length=80)
    sentence = models.TextField()
    reason = models.TextField(_("reason"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.word}: {self.reason}"
