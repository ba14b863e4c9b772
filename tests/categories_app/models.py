from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import DraftStateMixin, Page, RevisionMixin, TranslatableMixin
from wagtail.snippets.models import register_snippet


@register_snippet
class Category(DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model):
    name = models.CharField(max_length=80)
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="category")

    class Meta(TranslatableMixin.Meta):
        pass

    def __str__(self) -> str:
        return self.name

    @property
    def revisions(self) -> models.Manager:
        return self._revisions


class CategorisedPage(Page):
    category = models.ForeignKey(
        Category, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    categories = ParentalManyToManyField(Category, blank=True, related_name="+")
