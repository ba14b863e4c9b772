"""Prints, as JSON, what a tool that visits the site cannot see from outside; run on the site's own data.

    {"pages": {"treatment": {"nl": "/behandelingen/…/", "en": "/en/…/"}, …},
     "routes": {"patterns": {"nl": "/patterns/", …}, …},
      "server_error": {"nl": "<!DOCTYPE html>…", …}}

`pages` has the first live page of each type in each language, under the name of its model; `routes` the
addresses that are no pages and are installed with these settings; `category`, `topic` and `year` the first list of
posts of that kind, by language; `server_error` the answer when all is broken.
"""

import json
import sys
from typing import Any

from site_environment import start_django

# What we call a route, and its name in the address book.
ROUTES = {"search": "search", "patterns": "patterns:overview"}


def describe() -> dict[str, Any]:
    """What is printed; every type of page is there, one that has no page yet with no address."""
    return {
        "pages": _pages(),
        "routes": _routes(),
        **_lists(),
        "server_error": _server_error(),
    }


def _pages() -> dict[str, dict[str, str]]:
    from wagtail.models import get_page_models

    from core.models import BasePage

    found: dict[str, dict[str, str]] = {}
    for model in get_page_models():
        if not issubclass(model, BasePage):
            continue
        addresses = found[page_name(model.__name__)] = {}
        live = model.objects.live().public().select_related("locale")
        for page in live.order_by("path"):
            addresses.setdefault(page.locale.language_code, page.url)
    return found


def page_name(model_name: str) -> str:
    """`treatment-index` for `TreatmentIndexPage`; a post is the page of a blog, so `blog` is `post`."""
    letters = "".join(f"-{x.lower()}" if x.isupper() else x for x in model_name)
    name = letters.strip("-").removesuffix("-page")
    return "post" if name == "blog" else name


def _routes() -> dict[str, dict[str, str]]:
    from django.conf import settings
    from django.urls import NoReverseMatch, reverse
    from django.utils import translation

    found: dict[str, dict[str, str]] = {}
    for name, route in ROUTES.items():
        for language, _ in settings.LANGUAGES:
            with translation.override(language):
                try:
                    found.setdefault(name, {})[language] = reverse(route)
                except NoReverseMatch:
                    found.pop(name, None)
                    break
    return found


def _lists() -> dict[str, dict[str, str]]:
    from django.utils import translation

    from blog.lists import PostList
    from blog.models import BlogIndexPage
    from blog.posts import subjects_of
    from blog.subjects import Category, Topic

    found: dict[str, dict[str, str]] = {"category": {}, "topic": {}, "year": {}}
    indexes: Any = BlogIndexPage.objects
    for index in indexes.live().public().select_related("locale"):
        language = index.locale.language_code
        posts = index.posts_in(index.locale)
        firsts = {
            "category": [PostList(x) for x in subjects_of(posts, Category, index.locale)[:1]],
            "topic": [PostList(x) for x in subjects_of(posts, Topic, index.locale)[:1]],
            "year": [PostList(year=x) for x in list(posts.per_year())[:1]],
        }
        with translation.override(language):
            for name, lists in firsts.items():
                for post_list in lists:
                    found[name][language] = index.url + post_list.path()
    return found


def _server_error() -> dict[str, str]:
    from django.test import RequestFactory

    from core.views import server_error

    requests = {"nl": RequestFactory().get("/"), "en": RequestFactory().get("/en/")}
    return {name: server_error(request).content.decode() for name, request in requests.items()}


if __name__ == "__main__":
    start_django()
    json.dump(describe(), sys.stdout)
