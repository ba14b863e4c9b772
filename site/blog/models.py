"""Posts, and the blog they stand in."""

import datetime
import re
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page, PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from blog.addresses import YearConverter
from blog.answering import AnsweringLists
from blog.feeds import FeedLink, feed_links
from blog.forms import BlogPageForm
from blog.lists import PostList
from blog.posts import PostQuerySet
from blog.reading import beginning_of, minutes_to_read
from blog.reading_on import reading_on
from blog.sitemap import sitemap_urls
from blog.subjects import Category, Topic
from core.blocks import AudioBlock, HeadingBlock, PointsBlock, everywhere_blocks
from core.fields import StreamField
from core.models import BasePage, HeroMixin, PracticeSettings
from core.visibility import visible
from seo.structured_data import Node, Subject
from treatments.blocks import RelatedTreatmentsBlock
from treatments.models import linked_treatments, live_treatments

MOST_TREATMENTS = 3  # after a post that stands alone


class BlogIndexPage(AnsweringLists, BasePage):
    """All posts of one language, newest first; below it, the lists of each category, topic and year."""

    introduction = models.TextField(_("introduction"), blank=True)

    schema_type = "CollectionPage"
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    api_fields = [APIField("introduction")]
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["blog.BlogPage"]
    max_count_per_parent = 1
    page_description = _("The list of your posts; each post goes under it.")

    class Meta:
        verbose_name = _("blog")

    @staticmethod
    def fallback_of(locale: Locale, request: HttpRequest) -> Locale | None:
        """The language whose posts the lists of a language show too, where they are not live in their own.

        Dutch for all others, where she wants it; else none.
        """
        if locale.language_code == settings.LANGUAGE_CODE:
            return None
        is_wanted = PracticeSettings.for_request(request).lists_untranslated_posts
        return Locale.get_default() if is_wanted else None

    def posts_in(self, locale: Locale, fallback: Locale | None = None) -> PostQuerySet:
        """The posts that the lists of a language show, in no order."""
        return BlogPage.objects.in_locale(locale, fallback)

    def get_sitemap_urls(self, request: HttpRequest) -> list[dict[str, Any]]:
        return sitemap_urls(self, request)


class BlogPage(HeroMixin, BasePage):
    """A post."""

    # Without one until it is published; whatever a visitor sees has one.
    date: "models.DateField[datetime.date | None, datetime.date]" = models.DateField(  # type: ignore[misc]
        _("date"),
        null=True,
        blank=True,
        help_text=_("Leave empty, and it is the day on which the post appears."),
    )
    reading_time = models.PositiveSmallIntegerField(
        _("reading time"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("In minutes. Leave empty, and the words are counted."),
    )
    introduction = models.TextField(
        _("lead"), blank=True, help_text=_("One or two sentences; also shown in the list of posts.")
    )
    category = models.ForeignKey(
        Category,
        verbose_name=_("category"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="posts",
        help_text=_("What it is about. You make categories in the menu on the left."),
    )
    topics = ParentalManyToManyField(
        Topic,
        verbose_name=_("topics"),
        blank=True,
        related_name="posts",
        help_text=_("What else it touches on. You make topics in the menu on the left."),
    )
    body = StreamField(
        [
            *everywhere_blocks(),
            ("heading", HeadingBlock()),
            ("points", PointsBlock()),
            ("audio", AudioBlock()),
            ("related_treatments", RelatedTreatmentsBlock()),
        ],
        verbose_name=_("text"),
        blank=True,
    )
    # How the body begins, kept so that a list of posts need not read their bodies.
    beginning = models.TextField(blank=True, editable=False)

    kind = _("Post")
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    objects = PageManager.from_queryset(PostQuerySet)()

    base_form_class = BlogPageForm
    api_fields = [APIField("introduction"), APIField("body")]
    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        HeroMixin.hero_panel,
        FieldPanel("category", widget=forms.Select),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        FieldPanel("body"),
    ]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("date"), FieldPanel("reading_time")],
            heading=_("Comes by itself"),
            help_text=_(
                "You need not fill in anything on this tab: what is empty is made for you."
            ),
        ),
        *BasePage.promote_panels,
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *HeroMixin.hero_translatable_fields,
        SynchronizedField("date", overridable=False),
        SynchronizedField("reading_time", overridable=False),
    ]
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("A post on your blog.")

    class Meta:
        verbose_name = _("post")
        indexes = [
            # The lists walk these from the newest on and stop when a page is full, however many posts there are.
            models.Index(fields=["date", "page_ptr"], name="posts_by_date"),
            models.Index(fields=["category", "date", "page_ptr"], name="posts_of_category_by_date"),
        ]

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the address of a post called “2026” from being that of a year."""
        slug = self.slug  # type: ignore[has-type] # Wagtail's
        if self.path and re.fullmatch(YearConverter.regex, slug):
            self.slug = find_available_slug(self.get_parent(), f"{slug}-2", self.pk)
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Gives a post that is live its date, and keeps how it begins."""
        if self.live and self.date is None:
            self.date = timezone.localdate(self.first_published_at)
        if "body" not in self.get_deferred_fields():
            self.beginning = beginning_of(self.body)
        super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> "BlogPage":
        """Wagtail's, of a draft; how that begins was last said when the post was saved."""
        page: BlogPage = super().with_content_json(content)
        page.beginning = beginning_of(page.body)
        return page

    @property
    def reading_minutes(self) -> int:
        """Reading time in whole minutes: hers, or that of lead and body."""
        return self.reading_time or minutes_to_read(self.introduction, self.body)

    @property
    def summary(self) -> str:
        """What lists say of it: its lead, else what she wrote for search engines, else how it begins."""
        return self.introduction or self.search_description or self.beginning

    @property
    def shown_category(self) -> Category | None:
        """The post's category, where visitors may see it; never one of another language."""
        category = self.category
        if category is None or not category.live or category.locale_id != self.locale_id:
            return None
        return category

    @property
    def category_url(self) -> str:
        """Where the posts of its category are, below the list that this post stands in; `""` without one to show."""
        category = self.shown_category
        return self.list_url(PostList(category)) if category else ""

    @property
    def shown_topics(self) -> list[Topic]:
        """The post's topics that visitors may see; never one of another language."""
        topics = self.topics.all()
        return [topic for topic in topics if topic.live and topic.locale_id == self.locale_id]

    def list_url(self, post_list: PostList) -> str:
        """Where a list is of the blog that this post stands in."""
        with override(self.locale.language_code):
            return self._address_of_blog(self.get_url()) + post_list.path()

    def _address_of_blog(self, address: str | None) -> str:
        return (address or "").removesuffix(f"{self.slug}/")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `topics`, pairs of one and its address, `feeds`, and the ways on: `reading_on`, or else `treatments`."""
        if self.date is None:  # a draft
            self.date = timezone.localdate()
        self.beginning = beginning_of(
            self.body
        )  # also of a page that was put together and never saved
        context = super().get_context(request, *args, **kwargs)
        topics = self.shown_topics
        ways_on = reading_on(self, topics)
        return context | {
            "linked_treatments": linked_treatments(self, context["linked_pages"]),
            "topics": [(topic, self.list_url(PostList(topic))) for topic in topics],
            "feeds": feed_links(
                self._address_of_blog(self.get_full_url(request)), PostList(), request
            ),
            "reading_on": ways_on,
            "treatments": [] if ways_on.related else live_treatments(self.locale)[:MOST_TREATMENTS],
        }

    def get_structured_data(self, subject: Subject) -> list[Node]:
        category = self.shown_category
        return [
            {
                "@type": "BlogPosting",
                "@id": subject.id("post"),
                "url": subject.url,
                "headline": self.title,
                "description": subject.description,
                "datePublished": self.date,
                "dateModified": self.last_published_at,
                "inLanguage": subject.language,
                "articleSection": category.name if category else None,
                "image": subject.image(self.hero_image),
                "author": subject.author,
                "publisher": subject.practice,
                "mainEntityOfPage": subject.page,
                **subject.translated("post"),
            }
        ]


def live_posts(locale: Locale) -> PostQuerySet:
    """The posts of a language that visitors may read, newest first, with what a card shows."""
    return BlogPage.objects.in_locale(locale).listed()


def feeds_of(locale: Locale, request: HttpRequest) -> list[FeedLink]:
    """The feeds of a language's blog, for a page that stands outside it; none without a blog to read. One query."""
    blog = visible(BlogIndexPage.objects).filter(locale=locale).select_related("locale").first()
    return feed_links(blog.get_full_url(request) or "", PostList(), request) if blog else []
