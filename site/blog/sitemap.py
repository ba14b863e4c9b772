"""The blog and its lists, for a sitemap: the first page of each."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import override
from wagtail.models import Locale

from blog.lists import PostList
from blog.posts import subjects_of
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
    addresses: dict[ListKey, dict[str, str]] = {}
    changes: dict[ListKey, datetime | None] = {}
    for each, base in bases.items():
        with override(each):
            for key, post_list, changed_at in _lists(index, locales[each], request):
                addresses.setdefault(key, {})[each] = base + post_list.path()
                if each == code:
                    changes[key] = changed_at
    return [
        {
            "location": addresses[key][code],
            "lastmod": changed_at,
            "alternates": list(addresses[key].items()),
        }
        for key, changed_at in changes.items()
    ]


def _lists(
    index: "BlogIndexPage", locale: Locale, request: HttpRequest
) -> Iterator[tuple[ListKey, PostList, datetime | None]]:
    """The lists of a language, each with when it last changed."""
    fallback = index.fallback_of(locale, request)
    posts = index.posts_in(locale, fallback)
    years = posts.per_year()
    moments = [index.last_published_at, *(year.changed_at for year in years.values())]
    yield ("all", None), PostList(), max(filter(None, moments), default=None)
    for model in (Category, Topic):
        for subject in subjects_of(posts, model, locale, fallback):
            key = model.__name__, subject.translation_key
            yield key, PostList(subject), subject.changed_at
    for number, year in years.items():
        yield ("year", number), PostList(year=number), year.changed_at
