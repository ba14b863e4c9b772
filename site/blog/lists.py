"""The lists of posts: all of them, and those of a category, a topic or a year, each page at an address of its own."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from blog import addresses
from blog.alternates import list_links
from blog.feeds import feed_links, feed_response
from blog.posts import PostQuerySet, subjects_of
from blog.subjects import Category, Subject, Topic

POSTS_PER_PAGE = 12


@dataclass(frozen=True)
class PostList:
    """One list of a blog: all posts, or those about a `subject`, or those of a `year`.

    `family` is the subject in every language that the posts may be in, where that is more than one.
    """

    subject: Subject | None = None
    year: int | None = None
    family: tuple[Subject, ...] = ()

    @property
    def title(self) -> str:
        """What stands above the list; `""` for all posts, where the blog's own title does."""
        if self.year:
            return _("Posts from %(year)d") % {"year": self.year}
        return self.subject.name if self.subject else ""

    @property
    def introduction(self) -> str:
        return self.subject.description if self.subject else ""

    def path(self, number: int = 1, feed: str = "") -> str:
        """The end of its address after that of the blog, in the active language.

        That of page `number`, or of its `feed`, which is `"atom"`, `"rss"` or none.
        """
        name = self.subject._meta.model_name if self.subject else "year" if self.year else "all"
        parts: list[Any] = [self.subject.slug] if self.subject else [self.year] if self.year else []
        if feed:
            return PostLists.get_resolver().reverse(f"{name}_feed", *parts, feed).removesuffix("/")
        if number > 1:
            parts.append(number)
        return PostLists.get_resolver().reverse(name, *parts)

    def of(self, posts: PostQuerySet) -> PostQuerySet:
        """Those of the posts that stand in this list."""
        if self.subject:
            return posts.about(self.family or [self.subject])
        return posts.filter(date__year=self.year) if self.year else posts


class CountedPaginator(Paginator):
    """Pages of a list whose length may be known, so that nobody counts it again."""

    def __init__(self, posts: PostQuerySet, length: int | None) -> None:
        super().__init__(posts, POSTS_PER_PAGE)
        self.length = length

    @cached_property
    def count(self) -> int:
        return super().count if self.length is None else self.length


class PostLists(RoutablePageMixin):
    """What a visitor can ask of a blog by its address; the blog says which `posts_in` a language there are."""

    @path("", name="all")
    @path(addresses.PAGE, name="all")
    def list_of_all(self, request: HttpRequest, number: int | None = None) -> HttpResponse:
        return self.serve_list(request, PostList(), number)

    @path(addresses.CATEGORY, name="category")
    @path(addresses.PAGE_OF_CATEGORY, name="category")
    def list_of_category(
        self, request: HttpRequest, slug: str, number: int | None = None
    ) -> HttpResponse:
        return self.serve_list(request, self.list_about(Category, slug, request), number)

    @path(addresses.TOPIC, name="topic")
    @path(addresses.PAGE_OF_TOPIC, name="topic")
    def list_of_topic(
        self, request: HttpRequest, slug: str, number: int | None = None
    ) -> HttpResponse:
        return self.serve_list(request, self.list_about(Topic, slug, request), number)

    @path(addresses.YEAR, name="year")
    @path(addresses.PAGE_OF_YEAR, name="year")
    def list_of_year(
        self, request: HttpRequest, year: int, number: int | None = None
    ) -> HttpResponse:
        return self.serve_list(request, PostList(year=year), number)

    @path(addresses.FEED, name="all_feed")
    def feed_of_all(self, request: HttpRequest, kind: str) -> HttpResponse:
        return feed_response(request, self, PostList(), kind)

    @path(addresses.FEED_OF_CATEGORY, name="category_feed")
    def feed_of_category(self, request: HttpRequest, slug: str, kind: str) -> HttpResponse:
        return feed_response(request, self, self.list_about(Category, slug), kind)

    @path(addresses.FEED_OF_TOPIC, name="topic_feed")
    def feed_of_topic(self, request: HttpRequest, slug: str, kind: str) -> HttpResponse:
        return feed_response(request, self, self.list_about(Topic, slug), kind)

    def list_about(
        self, model: type[Subject], slug: str, request: HttpRequest | None = None
    ) -> PostList:
        """The list of the category or topic at this address; raises Http404 where there is none.

        For a `request`, also the posts of the fallback language; a feed has none.
        """
        subjects = model._default_manager.filter(live=True)
        subject = subjects.filter(locale=self.locale, slug=slug).first()
        if subject is None:
            raise Http404
        if request is None or self.fallback_of(self.locale, request) is None:
            return PostList(subject)
        family = subjects.filter(translation_key=subject.translation_key)
        return PostList(subject, family=tuple(family))

    def serve_list(
        self, request: HttpRequest, post_list: PostList, number: int | None
    ) -> HttpResponse:
        """Page `number` of a list. The first has the list's own address, and there is none after the last."""
        if number == 1:
            return redirect((self.get_url(request) or "") + post_list.path(), permanent=True)
        template = "blog/post_list.html" if post_list.title else None
        return self.render(request, template=template, post_list=post_list, number=number or 1)

    def get_context(
        self,
        request: HttpRequest,
        *args: Any,
        post_list: PostList | None = None,
        number: int = 1,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """Adds `posts`, those on this page of the list, and the ways to other lists: pairs of what and where.

        `categories` and `topics` are those that have posts, `years` too; `feeds` are for a reader of feeds.
        """
        post_list = post_list or PostList()
        url, full_url = self.get_url(request) or "", self.get_full_url(request) or ""
        fallback = self.fallback_of(self.locale, request)
        all_posts = self.posts_in(self.locale, fallback)
        years = all_posts.per_year()
        if post_list.year and post_list.year not in years:
            raise Http404
        counted = [years[post_list.year]] if post_list.year else years.values()
        length = None if post_list.subject else sum(year.posts for year in counted)
        paginator = CountedPaginator(post_list.of(all_posts).listed(), length)
        try:
            posts = paginator.page(number)
        except EmptyPage as error:
            raise Http404 from error
        context = super().get_context(request, *args, **kwargs) | {
            "posts": posts,
            "list": post_list,
            "address_of_page": lambda number: url + post_list.path(number),
            "years": [(year, url + PostList(year=year).path()) for year in years],
            "canonical_url": full_url + post_list.path(number),
            "feeds": feed_links(full_url, PostList() if post_list.year else post_list, request),
        }
        for name, model in (("categories", Category), ("topics", Topic)):
            context[name] = [
                (subject, url + PostList(subject).path())
                for subject in subjects_of(all_posts, model, self.locale, fallback)
            ]
        if post_list.title:
            context |= {
                "head": {"title": post_list.title, "introduction": post_list.introduction},
                "meta_description": post_list.introduction,
                "alternates": list_links(post_list, self, request),
            }
        return context
