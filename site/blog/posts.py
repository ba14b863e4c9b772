"""Posts as lists ask for them: whatever the number of posts, one query each and as little of it as shows."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import ExtractYear
from wagtail.models import Locale
from wagtail.query import PageQuerySet

from blog.subjects import Subject, Topic
from core.visibility import visible

if TYPE_CHECKING:
    from blog.models import BlogPage


class PostQuerySet(PageQuerySet):
    """Posts; the pages of a list are cut out of what `listed` gives."""

    def in_locale(self, locale: Locale, fallback: Locale | None = None) -> "PostQuerySet":
        """The posts of a language that visitors may read, in no order.

        With a `fallback` also those of that language which visitors cannot read in `locale`.
        """
        posts = visible(self)
        if fallback is None:
            return posts.filter(locale=locale).order_by()
        # Asked once for all posts; for each post by itself it would cost the more the more there are.
        translated = visible(self.model.objects.filter(locale=locale)).order_by()
        alone = Q(locale=fallback) & ~Q(translation_key__in=translated.values("translation_key"))
        return posts.filter(Q(locale=locale) | alone).order_by()

    def listed(self) -> "PostQuerySet":
        """The newest first, with what a card shows and without their bodies."""
        return (
            self.select_related("locale", "category", "hero_image")
            .defer("body")
            .order_by("-date", "-pk")
        )

    def about(self, subjects: Iterable[Subject]) -> "PostQuerySet":
        """Those in a category, or with a topic, given in each language that the posts may be in."""
        field = "topics" if isinstance(next(iter(subjects)), Topic) else "category"
        return self.filter(**{f"{field}__in": [subject.pk for subject in subjects]})

    def per_year(self) -> dict[int, "Year"]:
        """Each year that has posts, the latest first."""
        years = self.order_by().values_list(ExtractYear("date"))
        rows = years.annotate(Count("pk"), Max("last_published_at"))
        return {year: Year(posts, changed) for year, posts, changed in sorted(rows, reverse=True)}


class Year(NamedTuple):
    """How many posts it has, and when one of them was last published."""

    posts: int
    changed_at: datetime | None


def subjects_of(
    posts: PostQuerySet, model: type[Subject], locale: Locale, fallback: Locale | None = None
) -> QuerySet[Subject]:
    """The categories (or topics) of a language that visitors find some of these posts in, by name.

    `fallback` is what the posts were asked for with. Each has `changed_at`, when its newest post was published. The
    database looks up one post for each, which Exists would not make it do: it would go through all posts first.
    """
    field = "topics" if model is Topic else "category"
    if fallback is None:
        found = posts.filter(**{field: OuterRef("pk")})
    else:
        found = posts.filter(**{f"{field}__translation_key": OuterRef("translation_key")})
    newest = found.order_by("-date", "-pk")
    return (
        model._default_manager.filter(locale=locale, live=True)
        .annotate(
            newest_post=Subquery(newest.values("pk")[:1]),
            changed_at=Subquery(newest.values("last_published_at")[:1]),
        )
        .filter(newest_post__isnull=False)
    )


def topics_of(posts: "list[BlogPage]") -> "dict[int, list[Topic]]":
    """The topics of posts that visitors may see, by the post's primary key; none of another language. One query."""
    found: dict[int, list[Topic]] = {post.pk: [] for post in posts}
    locales = {post.pk: post.locale_id for post in posts}
    if not posts:
        return found
    rows = (
        type(posts[0])
        .topics.through.objects.filter(blogpage__in=found, topic__live=True)
        .select_related("topic")
        .order_by("topic__name", "topic")
    )
    for row in rows:
        if row.topic.locale_id == locales[row.blogpage_id]:
            found[row.blogpage_id].append(row.topic)
    return found
