"""The start of each language, and pages that need nothing but text."""

from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Locale, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from blog.models import feeds_of, live_posts
from contact.blocks import MessageRetentionBlock
from core.blocks import everywhere_blocks
from core.fields import StreamField
from core.models import BasePage, HeroMixin
from treatments.models import live_treatments

NEWEST_POSTS = 3


class HomePage(HeroMixin, BasePage):
    """Where a language begins: one per language, made once."""

    strapline = models.CharField(
        _("strapline"), max_length=160, blank=True, help_text=_("One short line under the title.")
    )
    introduction = models.TextField(_("introduction"), blank=True)
    body = StreamField(everywhere_blocks(), verbose_name=_("text"), blank=True)

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("strapline"),
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    api_fields = [APIField("strapline"), APIField("introduction"), APIField("body")]
    content_panels = [
        *Page.content_panels,
        FieldPanel("strapline"),
        FieldPanel("introduction"),
        HeroMixin.hero_panel,
        FieldPanel("body"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *HeroMixin.hero_translatable_fields,
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "home.StandardPage",
        "treatments.TreatmentIndexPage",
        "blog.BlogIndexPage",
        "contact.ContactPage",
    ]
    page_description = _("The first page of the site. There is one for each language.")

    class Meta:
        verbose_name = _("home page")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """One home page in the source language; other languages get theirs by translation."""
        return (
            super().can_create_at(parent)
            and not cls.objects.filter(locale=Locale.get_default()).exists()
        )

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Refuses to answer for a language that has no live home page of its own.

        Wagtail would serve the Dutch tree under `/en/` then.
        """
        if self.locale.language_code != translation.get_language():
            raise Http404
        result = super().route(request, path_components)
        result.page.locale = self.locale  # the same row: no page of this tree asks for it again
        return result

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {
            "feeds": feeds_of(self.locale, request),
            "treatments": live_treatments(self.locale),
            "posts": live_posts(self.locale)[:NEWEST_POSTS],
        }


class StandardPage(BasePage):
    """A page of text, such as about or privacy."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = StreamField(
        [*everywhere_blocks(), ("message_retention", MessageRetentionBlock())],
        verbose_name=_("text"),
        blank=True,
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    api_fields = [APIField("introduction"), APIField("body")]
    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar[list[str]] = ["home.StandardPage"]
    page_description = _("A page of text, such as “About me” or “Privacy”.")

    class Meta:
        verbose_name = _("text page")
