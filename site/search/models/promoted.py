"""What she wants visitors to see first."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.visibility import visible
from search.words import is_stop_word, stem, words_in


class PromotedResult(models.Model):
    """A page that stands first where a visitor looks for certain words in a language.

    Pages are chosen in Dutch, as everywhere; in another language its translation is shown.
    """

    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    words = models.CharField(
        _("words"),
        max_length=200,
        help_text=_(
            "What a visitor types, separated by commas, such as “lower back, sciatica”. "
            "Other forms of a word count too."
        ),
    )
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("recommended result")
        verbose_name_plural = _("recommended results")
        ordering = ["language", "words"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "page"],
                name="one_promotion_per_page_and_language",
                violation_error_message=_(
                    "This page is recommended in this language already; add the words there."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        errors = {}
        if self.words and self.language and not self.terms():
            errors["words"] = _(
                "These words stand on nearly every page; give at least one that says what is looked for."
            )
        if self.page_id and self.language:
            translations = Page.objects.filter(
                translation_key=self.page.translation_key, locale__language_code=self.language
            )
            if not translations.exists():
                errors["page"] = _("This page does not exist in that language yet.")
            elif not visible(translations).exists():
                errors["page"] = _(
                    "Visitors cannot see this page in that language; publish it first."
                )
        if errors:
            raise ValidationError(errors)

    def terms(self) -> list[frozenset[str]]:
        """The stems of each term; a visitor who types all of one is shown the page."""
        terms = [
            frozenset(
                stem(word, self.language)
                for word in words_in(term)
                if not is_stop_word(word, self.language)
            )
            for term in self.words.split(",")
        ]
        return [term for term in terms if term]
