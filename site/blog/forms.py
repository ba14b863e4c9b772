"""The form that a post is written in."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from core.models import HeroPageForm


class BlogPageForm(HeroPageForm):
    """Begins a new post at its title; offers categories and topics of its language, the source language then."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "title" in self.fields and self.instance.pk is None:
            self.fields["title"].widget.attrs["autofocus"] = True
        if "category" in self.fields:
            self._offer("category", [self.instance.category_id])
            self.fields["category"].empty_label = _("No category")
        if "topics" in self.fields:
            self._offer("topics", [topic.pk for topic in self.instance.topics.all()])

    def _offer(self, name: str, chosen: list[int | None]) -> None:
        """Those that are live, and the ones that were chosen before."""
        self.fields[name].queryset = self.fields[name].queryset.filter(
            Q(live=True) | Q(pk__in=chosen),
            locale=self.instance.locale_id or Locale.get_default(),
        )
