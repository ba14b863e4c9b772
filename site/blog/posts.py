"""Posts as lists ask for them: whatever the number of posts, one query each and as little of it as shows."""

from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
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

        With a `fallback` also those of that language which are not live in `locale`.
        """
        posts = visible(self)
        if fallback is None:
            return posts.filter(locale=locale).order_by()
        translated = self.model.objects.live().filter(
            translation_key=OuterRef("translation_key"), locale=locale
        )
        alone = Q(~Exists(translated.order_by()), locale=fallback)
        return posts.filter(Q(locale=locale) | alone).order_by()

    def listed(self) -> "PostQuerySet":
        """The newest first, with what a card shows and without their bodies."""
        return (
            self.select_related("locale", "category")
            .prefetch_related("hero_image__renditions")
            .defer("body")
            .order_by("-date", "-pk")
        )

    def about(self, subject: Subject) -> "PostQuerySet":
        """Those in a category, or with a topic, also where it goes by its name in another language."""
        family = type(subject)._default_manager.filter(translation_key=subject.translation_key)
        if isinstance(subject, Topic):
            return self.filter(
                pk__in=self.model.topics.through.objects.filter(topic__in=family).values("blogpage")
            )
        return self.filter(category__in=family)

    def per_year(self) -> dict[int, int]:
        """How many posts each year has, the latest year first."""
        years = self.order_by().values_list(ExtractYear("date")).annotate(Count("pk"))
        return dict(sorted(years, reverse=True))


def subjects_of(posts: PostQuerySet, model: type[Subject], locale: Locale) -> "QuerySet[Subject]":
    """The categories (or topics) of a language that visitors find some of these posts in, by name."""
    field = "topics" if model is Topic else "category"
    found = posts.filter(**{f"{field}__translation_key": OuterRef("translation_key")})
    return model._default_manager.filter(Exists(found), locale=locale, live=True)


def topics_of(posts: "list[BlogPage]") -> "dict[int, list[Topic]]":
    """The topics of posts that visitors may see, by the post's primary key; never one of another language. One query."""
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
