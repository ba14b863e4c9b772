"""Gives a site as many posts in both languages as are asked for, in seconds, by copying the rows of those it has.

    python scripts/many_posts.py POSTS

Each Dutch post has an English one as its translation. For a site that nobody needs: copies have no revisions, and
nothing that the translation editor would need.
"""

import copy
import datetime
import sys
import uuid
from typing import Any

from site_environment import start_django

BATCH = 1000  # rows a statement
NEWEST = datetime.date(2026, 6, 30)
DAYS = 3650  # over which they are spread


def fill_up(wanted: int) -> None:
    """Adds copies until each language has `wanted` live posts, and hides what is too many."""
    from django.core.cache import cache
    from django.core.management import call_command
    from django.db import connection, transaction

    from blog.models import BlogPage

    pairs = [
        {page.locale.language_code: page for page in original.get_translations(inclusive=True)}
        for original in BlogPage.objects.live().filter(locale__language_code="nl").order_by("path")
    ]
    pairs = [pair for pair in pairs if len(pair) == 2]
    keys = [
        uuid.uuid4() for _ in range(wanted - len(pairs))
    ]  # of pages that are one another's translation
    with transaction.atomic():
        for language in ("nl", "en"):
            originals = [pair[language] for pair in pairs]
            BlogPage.objects.filter(locale=originals[0].locale).exclude(
                pk__in=[page.pk for page in originals]
            ).update(live=False)
            _copy(originals, keys)
    call_command("rebuild_search_index", verbosity=0)
    cache.clear()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _copy(originals: list[Any], keys: list[uuid.UUID]) -> None:
    """One copy for each key, beside the originals, which take turns: rows of two tables, and of its topics."""
    from wagtail.models import Page

    from blog.models import BlogPage

    parent = originals[0].get_parent()
    last = parent.get_children().order_by("path").last()
    step = Page._str2int(last.path[-Page.steplen :])
    pages, posts = [], []
    for number, key in enumerate(keys):
        original = originals[number % len(originals)]
        post = copy.copy(original)
        post.translation_key = key
        post.title = post.draft_title = f"{original.title} ({number + 1})"
        post.slug = f"{original.slug[:60]}-{number + 1}"
        post.url_path = f"{parent.url_path}{post.slug}/"
        post.path = Page._get_path(parent.path, parent.depth + 1, step + number + 1)
        post.date = NEWEST - datetime.timedelta(days=number % DAYS)
        post.latest_revision_id = post.live_revision_id = None
        fields = {
            field.attname: getattr(post, field.attname) for field in Page._meta.concrete_fields
        }
        pages.append(Page(**fields | {"id": None}))
        posts.append(post)
    for page, post in zip(Page.objects.bulk_create(pages, BATCH), posts, strict=True):
        post.page_ptr_id = page.pk
    of_posts = BlogPage._meta.local_concrete_fields
    for start in range(0, len(posts), BATCH):
        # Django's own bulk_create refuses a model in two tables.
        BlogPage._base_manager._insert(
            posts[start : start + BATCH], fields=of_posts, using="default"
        )
    link = BlogPage.topics.through
    topics = [list(original.topics.values_list("pk", flat=True)) for original in originals]
    link.objects.bulk_create(
        [
            link(blogpage_id=post.page_ptr_id, topic_id=topic)
            for number, post in enumerate(posts)
            for topic in topics[number % len(originals)]
        ],
        BATCH,
    )
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(posts))


if __name__ == "__main__":
    start_django()
    fill_up(int(sys.argv[1]))
