"""What posts are about: a few words that she keeps herself, in both languages.

A post stands in one category, as a book stands on one shelf, and has any number of topics.
"""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin

from core.languages import is_in_source_language

SLUG_LENGTH = 80  # characters


class Subject(DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model):
    """A subject of posts, written in Dutch; the English is a translation of it, and a draft until it is published."""

    name = models.CharField(_("name"), max_length=60)
    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("One or two sentences above the list of its posts."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=SLUG_LENGTH,
        blank=True,
        help_text=_("The end of its address. Leave empty, and it is made of the name."),
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="blog_%(class)s")

    panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("slug")]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"], name="one_%(class)s_at_an_address_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Sees to a free address also where no form did: a new translation, a publication at a set time."""
        if self.locale_id is None:
            self.locale_id = self.get_default_locale().pk
        self._find_free_slug()
        super().save(*args, **kwargs)

    @property
    def revisions(self) -> models.Manager:
        return self._revisions

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Sees to an address; a translation, which nobody types into a form, gets a free one."""
        if not self.slug or not is_in_source_language(self):
            self._find_free_slug()
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self._is_slug_taken():
            raise ValidationError(
                {"slug": _("Another one has this address already; choose a different one.")}
            )

    def _is_slug_taken(self) -> bool:
        others = type(self)._default_manager.filter(locale_id=self.locale_id, slug=self.slug)
        return others.exclude(pk=self.pk).exists()

    def _find_free_slug(self) -> None:
        """Makes an address of the name where there is none, and numbers one that is taken."""
        wanted = self.slug or slugify(self.name) or self._word_for_subject()
        self.slug, number = wanted, 1
        while self._is_slug_taken():
            number += 1
            end = f"-{number}"
            self.slug = wanted[: SLUG_LENGTH - len(end)] + end

    def _word_for_subject(self) -> str:
        """For a name without a letter that an address can have, such as “🌿”."""
        with override(self.locale.language_code):
            return slugify(str(self._meta.verbose_name))


class Category(Subject):
    """Where a post stands: one for each."""

    class Meta(Subject.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")


class Topic(Subject):
    """What else a post touches on: as many as it takes."""

    class Meta(Subject.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
