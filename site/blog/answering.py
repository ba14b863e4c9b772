"""Whether there is anything at an address below a blog: many fit its patterns, and have no posts."""

from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import ResolverMatch
from wagtail.coreutils import get_dummy_request

from blog.lists import POSTS_PER_PAGE, PostList, PostLists
from blog.subjects import Category, Subject, Topic

if TYPE_CHECKING:
    from blog.models import BlogIndexPage
    from blog.posts import PostQuerySet, Year

ABOUT: dict[str, type[Subject]] = {"category": Category, "topic": Topic}  # by the name of the route


class Answers:
    """What the lists of a blog have; asked of many addresses, it costs a query more for further pages only."""

    def __init__(self, blog: "BlogIndexPage") -> None:
        self.blog = blog
        self.request = get_dummy_request()

    @cached_property
    def posts(self) -> "PostQuerySet":
        return self.blog.posts_in(
            self.blog.locale, self.blog.fallback_of(self.blog.locale, self.request)
        )

    @cached_property
    def years(self) -> "dict[int, Year]":
        return self.posts.per_year()

    @cached_property
    def slugs(self) -> set[tuple[str, str]]:
        """The name of the route and the last part of the address, of each live category and topic."""
        return {
            (name, slug)
            for name, model in ABOUT.items()
            for slug in model._default_manager.filter(
                live=True, locale=self.blog.locale
            ).values_list("slug", flat=True)
        }

    def has(self, match: ResolverMatch) -> bool:
        name = (match.url_name or "").removesuffix("_feed")
        year, slug = match.kwargs.get("year"), match.kwargs.get("slug", "")
        if name in ABOUT and (name, slug) not in self.slugs:
            return False
        if year is not None and year not in self.years:
            return False
        before = POSTS_PER_PAGE * (match.kwargs.get("number", 1) - 1)
        if not before:
            return True
        post_list = PostList(year=year)
        if name in ABOUT:
            post_list = self.blog.list_about(ABOUT[name], slug, self.request)
        return post_list.of(self.posts)[before : before + 1].exists()


class AnsweringLists(PostLists):
    """Lists that know which of their addresses have an answer."""

    def answers_at(self, route: str) -> bool:
        """Whether there is something at a route that fits a pattern, in the active language; else it is a 404."""
        return self._answers.has(self.resolve_subpage(route))

    @cached_property
    def _answers(self) -> Answers:
        return Answers(self)
