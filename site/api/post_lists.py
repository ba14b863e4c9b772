"""The lists of posts below the blog: where each is and what its page says; `/posts` has the posts themselves."""

from dataclasses import replace
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, override
from ninja import Query, Router, Schema
from pydantic import Field

from api.answers import answer
from api.documents.languages import Alternate, alternates
from api.documents.links import Language
from api.documents.making import Surroundings
from api.documents.page_extras import Feed
from api.documents.search_engines import SearchEngines, ShareImage
from api.site import InLocale, surroundings
from blog.feeds import feed_links
from blog.lists import POSTS_PER_PAGE, PostList
from blog.models import BlogIndexPage
from blog.posts import subjects_of
from blog.subjects import Category, Topic
from seo.descriptions import description_of
from seo.site_pictures.addresses import picture_for
from seo.structured_data import as_json, graph_at
from translations.alternates import LanguageLink, language_links

router = Router(tags=["posts"])

NUMBER = "{number}"
# What a list is about: its kind, and the translation key or the year that it shares with other languages.
Key = tuple[str, Any]


class SameList(Schema):
    """The list in another language."""

    locale: Language  # type: ignore[valid-type]
    path: str


class PostListItem(Schema):
    """A list and its first page. Those after it have `{number}` for their number, from 2, in `page_path` and
    `page_title`; their `canonical_url` is their own, and they have no `alternates`."""

    kind: Literal["all", "category", "topic", "year"]
    slug: str = Field(description="Of the category or topic, for `/posts`; else empty.")
    year: int | None
    locale: Language  # type: ignore[valid-type]
    title: str
    introduction: str
    path: str
    url: str
    page_path: str
    page_title: str
    translations: list[SameList]
    alternates: list[Alternate]
    feeds: list[Feed]
    seo: SearchEngines


class PostLists(Schema):
    """Every list that has posts: all of them, then by category, topic and year."""

    per_page: int = Field(description="How many posts a page has: `limit` for `/posts`.")
    items: list[PostListItem]


@router.get(
    "/post-lists",
    response=PostLists,
    operation_id="list_post_lists",
    summary="The lists of posts: by category, topic and year",
)
def list_post_lists(request: HttpRequest, parameters: Query[InLocale]) -> HttpResponse:
    """The lists of the blog in a language, each with the address that visitors have it at; none without a blog."""
    around = surroundings(parameters.locale, request)
    with override(parameters.locale):
        items = _items(around) if around.blog else []
        return answer({"per_page": POSTS_PER_PAGE, "items": items})


def _items(around: Surroundings) -> list[dict[str, Any]]:
    index = _index(around.blog.pk)  # type: ignore[union-attr]
    links = language_links(index, around.request)
    elsewhere = {
        link.code: _lists_of(_index(link.page.pk), around.request)
        for link in links
        if link.is_translation
    }
    return [
        _item(key, post_list, index, around, _links_to(key, links, elsewhere))
        for key, post_list in _lists_of(index, around.request).items()
    ]


def _index(pk: int) -> BlogIndexPage:
    return BlogIndexPage.objects.select_related("locale").get(pk=pk)


def _lists_of(index: BlogIndexPage, request: HttpRequest) -> dict[Key, PostList]:
    """The lists of a blog that have posts; three queries."""
    fallback = index.fallback_of(index.locale, request)
    posts = index.posts_in(index.locale, fallback)
    lists: dict[Key, PostList] = {("all", None): PostList()}
    for kind, model in (("category", Category), ("topic", Topic)):
        for subject in subjects_of(posts, model, index.locale, fallback):
            lists[kind, subject.translation_key] = PostList(subject)
    return lists | {("year", year): PostList(year=year) for year in posts.per_year()}


def _links_to(
    key: Key, links: list[LanguageLink], elsewhere: dict[str, dict[Key, PostList]]
) -> list[LanguageLink]:
    """The links of the blog to other languages, to this list there; without those that have no such list."""
    found = []
    for link in links:
        post_list = elsewhere.get(link.code, {}).get(key)
        if post_list is not None:
            with override(link.code):
                address = link.absolute_url + post_list.path()
                found.append(replace(link, url=link.url + post_list.path(), absolute_url=address))
    return found


def _item(
    key: Key,
    post_list: PostList,
    index: BlogIndexPage,
    around: Surroundings,
    links: list[LanguageLink],
) -> dict[str, Any]:
    blog, language = around.page_link(index), index.locale.language_code
    url, title = blog["url"] + post_list.path(), post_list.title
    page = gettext("Page %(number)s") % {"number": NUMBER}
    # Whatever the number is, it stands at the end.
    page_path = post_list.path(2).removesuffix("2/") + f"{NUMBER}/"
    return {
        "kind": key[0],
        "slug": post_list.subject.slug if post_list.subject else "",
        "year": post_list.year,
        "locale": language,
        "title": title or index.title,
        "introduction": post_list.introduction if title else index.introduction,
        "path": blog["path"] + post_list.path(),
        "url": url,
        "page_path": blog["path"] + page_path,
        "page_title": _whole_title(post_list, index, around, page),
        "translations": [{"locale": link.code, "path": link.url} for link in links],
        "alternates": alternates(language, url, links),
        "feeds": _feeds(blog["url"], post_list, around),
        "seo": _seo(post_list, index, around, url, links),
    }


def _whole_title(
    post_list: PostList, index: BlogIndexPage, around: Surroundings, page: str = ""
) -> str:
    """As in the tab: the list, the page of it, the blog, and the practice unless the blog's title names it."""
    name = around.practice.practice_name
    blog = index.seo_title or index.title
    is_named = not post_list.title and name in blog
    parts = [post_list.title, page, blog] if post_list.title else [blog, page]
    return " · ".join(part for part in [*parts, "" if is_named else name] if part)


def _feeds(blog_url: str, post_list: PostList, around: Surroundings) -> list[dict[str, Any]]:
    """Those of the list; a year has none of its own, so those of the blog."""
    shown = PostList() if post_list.year else post_list
    return [
        {
            "name": feed.name,
            "title": feed.title,
            "url": feed.url,
            "media_type": feed.content_type,
        }
        for feed in feed_links(blog_url, shown, around.request)
    ]


def _seo(
    post_list: PostList,
    index: BlogIndexPage,
    around: Surroundings,
    url: str,
    links: list[LanguageLink],
) -> dict[str, Any]:
    home, request = around.home, around.request
    assert home is not None  # noqa: S101 (the blog stands below it)
    description = description_of(index, post_list.introduction)
    graph = graph_at(
        index,
        url,
        links=links,
        description=description,
        practice=around.practice,
        words=around.words,
        home=home,
        request=request,
        list_title=post_list.title,
    )
    picture = around.once("share", lambda: picture_for(index, home, request))
    image = picture and ShareImage(
        url=picture.url,
        alt=picture.alt,
        media_type=picture.kind,
        width=picture.width,
        height=picture.height,
    )
    return {
        "title": _whole_title(post_list, index, around),
        "description": description,
        "canonical_url": url,
        "share_image": image and image.model_dump(),
        "json_ld": as_json(graph) if graph else "",
    }
