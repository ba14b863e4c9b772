"""Posts and the list of them."""

import math
from typing import Any, ClassVar

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale, Page
from wagtail.rich_text import RichText
from wagtail_localize.fields import SynchronizedField

from core.blocks import everywhere_blocks
from core.blocks.walk import walk
from core.fields import StreamField
from core.models import BasePage, HeroMixin
from core.visibility import visible
from treatments.blocks import RelatedTreatmentsBlock
from treatments.models import linked_treatments

POSTS_PER_PAGE = 12
# Silent reading of prose: Brysbaert (2019), Journal of Memory and Language 109, 238 words a minute for English.
WORDS_PER_MINUTE = 238


class BlogIndexPage(BasePage):
    """All posts of one language, newest first."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["blog.BlogPage"]
    max_count_per_parent = 1
    page_description = _("The list of your posts; each post goes under it.")

    class Meta:
        verbose_name = _("blog")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {
            "posts": self.page_of_posts(request)
        }

    def page_of_posts(self, request: HttpRequest) -> PaginatorPage:
        """The posts on page `?page=`; a number that is no page gives the nearest one that is."""
        return Paginator(live_posts(self.locale), POSTS_PER_PAGE).get_page(request.GET.get("page"))


class BlogPage(HeroMixin, BasePage):
    """A post."""

    date = models.DateField(_("date"), default=timezone.localdate)
    introduction = models.TextField(
        _("lead"), blank=True, help_text=_("One or two sentences; also shown in the list of posts.")
    )
    body = StreamField(
        [*everywhere_blocks(), ("related_treatments", RelatedTreatmentsBlock())],
        verbose_name=_("text"),
        blank=True,
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        HeroMixin.hero_panel,
        FieldPanel("body"),
        FieldPanel("date"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *HeroMixin.hero_translatable_fields,
        SynchronizedField("date", overridable=False),
    ]
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("A post on your blog.")

    class Meta:
        verbose_name = _("post")

    @property
    def reading_minutes(self) -> int:
        """Reading time of lead and body in whole minutes, at least 1."""
        texts = [self.introduction]
        for _block, value in walk(self.body):
            if isinstance(value, RichText):
                texts.append(strip_tags(value.source.replace("<", " <")))
            elif isinstance(value, str):
                texts.append(value)
        words = sum(len(text.split()) for text in texts)
        return max(1, math.ceil(words / WORDS_PER_MINUTE))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["linked_treatments"] = linked_treatments(self, context["linked_pages"])
        context["other_posts"] = live_posts(self.locale).exclude(pk=self.pk)[:3]
        return context


def live_posts(locale: Locale) -> models.QuerySet[BlogPage]:
    """The live posts of a language, newest first, with what a list shows and without their bodies."""
    return (
        visible(BlogPage.objects)
        .filter(locale=locale)
        .select_related("locale")
        .prefetch_related("hero_image__renditions")
        .defer("body")
        .order_by("-date", "-pk")
    )
