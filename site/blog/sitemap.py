"""The blog and its lists, for a sitemap: the first page of each."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Max
from django.db.models.functions import ExtractYear
from django.http import HttpRequest
from django.utils.translation import override
from wagtail.models import Locale

from blog.lists import PostList
from blog.posts import PostQuerySet, subjects_of
from blog.subjects import Category, Topic
from translations.alternates import language_links

if TYPE_CHECKING:
    from blog.models import BlogIndexPage

# The same list in every language is found by this: the kind, and the year or what all translations have in common.
ListKey = tuple[str, Any]


def sitemap_urls(index: "BlogIndexPage", request: HttpRequest) -> list[dict[str, Any]]:
    """An entry for the blog and for each list that has posts; the number of queries depends on the languages only.

    Each has its `location`, `lastmod`, and `alternates`: `(language code, address)` of itself and its translations.
    """
    code = index.locale.language_code
    bases = {code: index.get_full_url(request) or ""} | {
        link.code: link.absolute_url
        for link in language_links(index, request)
        if link.is_translation
    }
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    paths: dict[ListKey, dict[str, str]] = {}
    for each, base in bases.items():
        posts = index.posts_in(locales[each], request)
        with override(each):
            for key, post_list in _lists(posts, locales[each]):
                paths.setdefault(key, {})[each] = base + post_list.path()
    changed = dict(_changes(index.posts_in(index.locale, request)))
    newest = max(changed.values(), default=None)
    return [
        {
            "location": addresses[code],
            "lastmod": _latest(index.last_published_at, newest)
            if key == ("all", None)
            else changed.get(key),
            "alternates": list(addresses.items()),
        }
        for key, addresses in paths.items()
        if code in addresses
    ]


def _lists(posts: PostQuerySet, locale: Locale) -> Iterator[tuple[ListKey, PostList]]:
    yield ("all", None), PostList()
    for model in (Category, Topic):
        for subject in subjects_of(posts, model, locale):
            yield (model.__name__, subject.translation_key), PostList(subject)
    for year in posts.per_year():
        yield ("year", year), PostList(year=year)


def _changes(posts: PostQuerySet) -> Iterator[tuple[ListKey, datetime]]:
    """When the newest change of a post in each list was published."""
    for kind, field in (
        ("Category", "category__translation_key"),
        ("Topic", "topics__translation_key"),
        ("year", ExtractYear("date")),
    ):
        for key, moment in posts.values_list(field).annotate(Max("last_published_at")):
            if key is not None and moment is not None:
                yield (kind, key), moment


def _latest(*moments: datetime | None) -> datetime | None:
    return max((moment for moment in moments if moment), default=None)
