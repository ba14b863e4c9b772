"""What a post is about: a few words that she keeps herself, in both languages."""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin

from core.languages import is_in_source_language


class Category(DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model):
    """A subject of posts, written in Dutch; the English is a translation of it, and a draft until it is published."""

    name = models.CharField(_("name"), max_length=60)
    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("One or two sentences above the list of its posts."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=80,
        blank=True,
        help_text=_("The end of its address. Leave empty, and it is made of the name."),
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="blog_category")

    panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("slug")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def revisions(self) -> models.Manager:
        return self._revisions

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Sees to an address; a translation, which nobody types into a form, gets a free one."""
        if not self.slug or (self._is_slug_taken() and not is_in_source_language(self)):
            self._number_slug(self.slug or slugify(self.name))
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.slug and self._is_slug_taken():
            raise ValidationError(
                {"slug": _("Another category has this address; choose a different one.")}
            )

    def _is_slug_taken(self) -> bool:
        others = Category.objects.filter(locale_id=self.locale_id, slug=self.slug)
        return others.exclude(pk=self.pk).exists()

    def _number_slug(self, wanted: str) -> None:
        self.slug, number = wanted, 1
        while self._is_slug_taken():
            number += 1
            self.slug = f"{wanted}-{number}"
