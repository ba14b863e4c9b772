"""Posts, the list of them, and the categories they stand in."""

import datetime
from typing import Any, ClassVar

from django import forms
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.core.validators import MinValueValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Locale, Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from blog.alternates import category_links
from blog.categories import Category
from blog.reading import beginning_of, minutes_to_read
from core.blocks import AudioBlock, HeadingBlock, PointsBlock, everywhere_blocks
from core.fields import StreamField
from core.models import BasePage, HeroMixin, HeroPageForm
from core.visibility import visible
from treatments.blocks import RelatedTreatmentsBlock
from treatments.models import linked_treatments

POSTS_PER_PAGE = 12
RELATED_POSTS = 3


class BlogIndexPage(RoutablePageMixin, BasePage):
    """All posts of one language, newest first; below it, those of each category."""

    introduction = models.TextField(_("introduction"), blank=True)

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["blog.BlogPage"]
    max_count_per_parent = 1
    page_description = _("The list of your posts; each post goes under it.")

    class Meta:
        verbose_name = _("blog")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `posts`, those on this page of the list, and `categories`: each that has posts, with its address."""
        posts = kwargs.get("posts")
        if posts is None:
            posts = self.page_of_posts(request, live_posts(self.locale))
        url = self.get_url(request) or ""
        return super().get_context(request, *args, **kwargs) | {
            "posts": posts,
            "categories": [
                (category, url + self.category_path(category))
                for category in live_categories(self.locale)
            ],
            "canonical_url": numbered(self.get_full_url(request) or "", posts),
        }

    @classmethod
    def category_path(cls, category: Category) -> str:
        """The end of a category's address, after that of the blog, in the active language."""
        return cls.get_resolver().reverse("category", category.slug)

    # Translators: an address; letters without accents, and keep what stands between < and >
    @path(_("category/<slug:slug>/"), name="category")
    def category_list(self, request: HttpRequest, slug: str) -> HttpResponse:
        """The posts of one category, at an address in the words of the language."""
        category = Category.objects.filter(locale=self.locale, live=True, slug=slug).first()
        if category is None:
            raise Http404
        posts = self.page_of_posts(request, live_posts(self.locale).filter(category=category))
        url = self.get_full_url(request) + self.category_path(category)
        return self.render(
            request,
            posts=posts,
            template="blog/blog_category.html",
            context_overrides={
                "category": category,
                "head": {"title": category.name, "introduction": category.description},
                "canonical_url": numbered(url, posts),
                "meta_description": category.description,
                "alternates": category_links(category, self, request),
            },
        )

    def page_of_posts(
        self, request: HttpRequest, posts: "models.QuerySet[BlogPage]"
    ) -> PaginatorPage:
        """The posts on page `?page=`; a number that is no page gives the nearest one that is."""
        return Paginator(posts, POSTS_PER_PAGE).get_page(request.GET.get("page"))


class BlogPageForm(HeroPageForm):
    """Begins a new post at its title; offers the categories of its language, which is the source language then."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "title" in self.fields and self.instance.pk is None:
            self.fields["title"].widget.attrs["autofocus"] = True
        if "category" in self.fields:
            offered = models.Q(live=True) | models.Q(pk=self.instance.category_id)
            self.fields["category"].queryset = Category.objects.filter(
                offered, locale=self.instance.locale_id or Locale.get_default()
            )
            self.fields["category"].empty_label = _("No category")


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

    base_form_class = BlogPageForm
    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        HeroMixin.hero_panel,
        FieldPanel("category", widget=forms.Select),
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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Gives a post that is live its date, and keeps how it begins."""
        if self.live and self.date is None:
            self.date = timezone.localdate(self.first_published_at)
        if "body" not in self.get_deferred_fields():
            self.beginning = beginning_of(self.body)
        super().save(*args, **kwargs)

    @property
    def reading_minutes(self) -> int:
        """Reading time in whole minutes: hers, or that of lead and body."""
        return self.reading_time or minutes_to_read(self.introduction, self.body)

    @property
    def summary(self) -> str:
        """What lists and search engines say of it: her own words for that, else its lead, else how it begins."""
        return self.search_description or self.introduction or self.beginning

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
        if category is None:
            return ""
        above = (self.get_url() or "").removesuffix(f"{self.slug}/")
        with override(self.locale.language_code):
            return above + BlogIndexPage.category_path(category)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        if self.date is None:  # a draft
            self.date = timezone.localdate()
        context = super().get_context(request, *args, **kwargs)
        context["meta_description"] = self.summary
        context["linked_treatments"] = linked_treatments(self, context["linked_pages"])
        context["other_posts"] = self.related_posts()
        return context

    def related_posts(self) -> "models.QuerySet[BlogPage]":
        """What to read after it: posts of its category, then others, the newest first."""
        posts = live_posts(self.locale).exclude(pk=self.pk)
        if self.category_id is not None:
            other_subject = models.Case(models.When(category=self.category_id, then=0), default=1)
            posts = posts.order_by(other_subject, "-date", "-pk")
        return posts[:RELATED_POSTS]


def live_posts(locale: Locale) -> models.QuerySet[BlogPage]:
    """The live posts of a language, newest first, with what a list shows and without their bodies."""
    return (
        visible(BlogPage.objects)
        .filter(locale=locale)
        .select_related("locale", "category")
        .prefetch_related("hero_image__renditions")
        .defer("body")
        .order_by("-date", "-pk")
    )


def live_categories(locale: Locale) -> models.QuerySet[Category]:
    """The categories of a language that visitors find posts in, by name."""
    posts = visible(BlogPage.objects).filter(locale=locale, category=models.OuterRef("pk"))
    return Category.objects.filter(models.Exists(posts), locale=locale, live=True)


def numbered(url: str, posts: PaginatorPage) -> str:
    """The one address of this page of a list; the first page's is that of the list."""
    return url if posts.number == 1 else f"{url}?page={posts.number}"
