"""The language switch on the list of a category, a topic or a year."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import override
from wagtail.models import Locale

from blog.posts import subjects_of
from translations.alternates import LanguageLink, language_links

if TYPE_CHECKING:
    from blog.lists import PostList
    from blog.models import BlogIndexPage


def list_links(
    post_list: "PostList", index: "BlogIndexPage", request: HttpRequest
) -> list[LanguageLink]:
    """Links to the same list in the other languages, or to the blog where it would be empty there."""
    links = []
    for link in language_links(index, request):
        other = other_list(post_list, index, link.code, request) if link.is_translation else None
        if other is None:
            links.append(replace(link, is_translation=False))
            continue
        with override(link.code):
            links.append(
                replace(
                    link,
                    url=link.url + other.path(),
                    absolute_url=link.absolute_url + other.path(),
                    title=other.title,
                )
            )
    return links


def other_list(
    post_list: "PostList", index: "BlogIndexPage", code: str, request: HttpRequest
) -> "PostList | None":
    """The same list in another language, if it has posts there. One query."""
    locale = Locale.objects.get_for_language(code)
    fallback = index.fallback_of(locale, request)
    posts = index.posts_in(locale, fallback)
    subject = post_list.subject
    if subject is None:
        return post_list if posts.filter(date__year=post_list.year).exists() else None
    found = subjects_of(posts, type(subject), locale, fallback)
    other = found.filter(translation_key=subject.translation_key).first()
    return replace(post_list, subject=other, family=()) if other else None
