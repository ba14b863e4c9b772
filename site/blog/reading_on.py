"""Where a reader can go after a post: what is like it, and the posts before and after it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import CharField, Q, QuerySet, Value
from django.utils import timezone

from blog.subjects import Topic

if TYPE_CHECKING:
    from blog.models import BlogPage

RELATED_POSTS = 3
# Looked at of each kind of kinship, the newest first: more than are shown, so that what is kin in two ways comes first.
CANDIDATES = 12


@dataclass(frozen=True)
class ReadingOn:
    """`related` are the posts most like it; `previous` is the one written before it, `next` the one after."""

    related: "list[BlogPage]"
    previous: "BlogPage | None"
    next: "BlogPage | None"


def reading_on(post: "BlogPage", topics: list[Topic]) -> ReadingOn:
    """What follows a post with these topics, of its language only.

    Every shared topic and the same category count for one; then the newest come first, and without any kinship the
    newest there are. Two queries: the first asks each index for its few
    candidates, since putting all posts in order would take longer the more there are.
    """
    posts = type(post).objects.in_locale(post.locale).exclude(pk=post.pk)
    newest_first, oldest_first = ("-date", "-pk"), ("date", "pk")
    date = post.date or timezone.localdate()  # a draft has neither, a new one no key
    older = Q(date__lt=date) | Q(date=date, pk__lt=post.pk or 0)
    kinds = {
        "newest": posts.order_by(*newest_first)[:CANDIDATES],
        "previous": posts.filter(older, date__lte=date).order_by(*newest_first)[:1],
        "next": posts.filter(~older, date__gte=date).order_by(*oldest_first)[:1],
    }
    if post.category_id is not None:
        of_category = posts.filter(category=post.category_id)
        kinds["category"] = of_category.order_by(*newest_first)[:CANDIDATES]
    for topic in topics:
        of_topic = posts.filter(topics=topic)
        kinds[f"topic {topic.pk}"] = of_topic.order_by(*newest_first)[:CANDIDATES]
    found = _candidates(type(post).objects.order_by(), kinds)
    kinship: dict[int, int] = {}
    neighbours: dict[str, int] = {}
    dates = {}
    for pk, date, kind in found:
        dates[pk] = date
        if kind in ("previous", "next"):
            neighbours[kind] = pk
        else:
            kinship[pk] = kinship.get(pk, 0) + (kind != "newest")
    related = sorted(kinship, key=lambda pk: (kinship[pk], dates[pk], pk), reverse=True)
    related = related[:RELATED_POSTS]
    listed = type(post).objects.listed()
    by_pk = listed.in_bulk({*related, *neighbours.values()})
    return ReadingOn(
        [by_pk[pk] for pk in related],
        by_pk.get(neighbours.get("previous")),
        by_pk.get(neighbours.get("next")),
    )


def _candidates(posts: QuerySet, kinds: dict[str, QuerySet]) -> QuerySet:
    """`(pk, date, kind)` of the posts of every kind, in one query.

    Each kind is a list with an end of its own, which SQLite takes only inside another condition.
    """
    first, *others = [
        posts.filter(pk__in=few.values("pk")).values_list(
            "pk", "date", Value(kind, output_field=CharField())
        )
        for kind, few in kinds.items()
    ]
    return first.union(*others, all=True)
