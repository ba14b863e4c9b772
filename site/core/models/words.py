"""What the practice says of itself in words, in each language.

A setting cannot be translated: wagtail-localize passes it over without a word. So these are a snippet, and each
language has one.
"""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, TranslatableMixin

from core.remembered import remembered


class PracticeWords(
    PreviewableMixin, DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model
):
    """Words that go with the practice details. Whatever is empty does not show on the site."""

    portrait_alt = models.CharField(
        _("alternative text of the portrait"),
        max_length=255,
        blank=True,
        help_text=_(
            "What the portrait shows, for people who cannot see it. Change it with the picture."
        ),
    )
    about = models.CharField(
        _("a sentence about you"),
        max_length=250,
        blank=True,
        help_text=_("Stands under your name, beside the portrait."),
    )
    hours_note = models.CharField(
        _("with the opening hours"),
        max_length=160,
        blank=True,
        help_text=_("For instance: by appointment only."),
    )
    route = models.TextField(
        _("how to find you"),
        blank=True,
        help_text=_("The way from the station, where to park, which bell to ring."),
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="practice_words")

    panels = [
        FieldPanel("portrait_alt"),
        FieldPanel("about"),
        FieldPanel("hours_note"),
        FieldPanel("route"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("words about the practice")
        verbose_name_plural = _("words about the practice")
        constraints = [
            models.UniqueConstraint(fields=["locale"], name="one_practice_words_per_language")
        ]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @property
    def revisions(self) -> models.Manager:
        return self._revisions

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "core/previews/practice_words.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        return super().get_preview_context(request, mode_name) | {"practice_words": self}

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """In the language of the words: the address of a preview does not tell it."""
        with translation.override(self.locale.language_code):
            return super().serve_preview(request, mode_name).render()


def words_for_request(request: HttpRequest, language: str) -> PracticeWords:
    """The live words in a language, from what is kept while the content is the same."""
    return remembered(request, ("words", language), lambda: live_words(language))


def live_words(language: str) -> PracticeWords:
    """The live words in a language; empty ones where there are none. Never those of another language."""
    words = PracticeWords.objects.filter(locale__language_code=language, live=True).first()
    return words or PracticeWords()
