"""Atom and RSS: the newest posts of a list, each with its whole text."""

import uuid
from datetime import date, datetime, time
from hashlib import sha256
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin

from django.http import HttpRequest, HttpResponse
from django.template import Engine, RequestContext
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.http import http_date, quote_etag
from wagtail.blocks import StreamValue
from wagtail.images.models import AbstractImage

from blog.feed_content import feed_html, without_control_characters
from blog.posts import topics_of
from core.models import PracticeSettings
from core.page_links import linked_page_ids, resolve_page_links, use_page_links
from core.renditions import content_type_of, jpeg_of
from core.templatetags.sections import rendered_blocks
from treatments.models import linked_treatments

if TYPE_CHECKING:
    from blog.lists import PostList
    from blog.models import BlogIndexPage, BlogPage

ENTRIES = 12
WIDEST_PICTURE = 1_200  # pixels; one of those that the post's own page shows
MEDIA = "http://search.yahoo.com/mrss/"  # https://www.rssboard.org/media-rss
CONTENT = (
    "http://purl.org/rss/1.0/modules/content/"  # https://web.resource.org/rss/1.0/modules/content/
)


class _WholePosts(SyndicationFeed):
    """What both kinds have besides Django's own: a fixed moment of the last change, and a picture for each entry."""

    def latest_post_date(self) -> datetime:
        return self.feed["updated"]

    def add_picture(self, handler: Any, item: dict[str, Any]) -> None:
        if item["picture"]:
            handler.addQuickElement("media:content", None, item["picture"])


class AtomFeed(_WholePosts, Atom1Feed):
    """RFC 4287."""

    def root_attributes(self) -> dict[str, str]:
        return super().root_attributes() | {"xmlns:media": MEDIA}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})
        self.add_picture(handler, item)


class RssFeed(_WholePosts, Rss201rev2Feed):
    """https://www.rssboard.org/rss-specification"""

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {"xmlns:media": MEDIA, "xmlns:content": CONTENT}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])
        self.add_picture(handler, item)


KINDS: dict[str, type[AtomFeed] | type[RssFeed]] = {"atom": AtomFeed, "rss": RssFeed}
NAMES = {"atom": "Atom", "rss": "RSS"}


class FeedLink(NamedTuple):
    """A feed for the head of a page and the foot of a list; `name` is that of its kind."""

    title: str
    name: str
    content_type: str
    url: str


def feed_links(url: str, post_list: "PostList", request: HttpRequest) -> list[FeedLink]:
    """The feeds of a list of the blog at `url`, in the order to offer them."""
    title = _title(post_list.title, request)
    return [
        FeedLink(
            title,
            NAMES[kind],
            str(feed.content_type).split(";")[0],
            url + post_list.path(feed=kind),
        )
        for kind, feed in KINDS.items()
    ]


def feed_response(
    request: HttpRequest, index: "BlogIndexPage", post_list: "PostList", kind: str
) -> HttpResponse:
    """The feed of a list, `"atom"` or `"rss"`; to who has this very one already, a 304.

    It has the posts of its own language only, also where a list shows others too.
    """
    url = index.get_full_url(request) or ""
    posts = list(post_list.of(index.posts_in(index.locale)).listed().defer(None)[:ENTRIES])
    moments = [moment for post in posts for moment in _moments(post)]
    updated = max([*moments, index.last_published_at or _midnight(date(1970, 1, 1))])
    practice = PracticeSettings.for_request(request)
    author = practice.practitioner_name or practice.practice_name
    language = index.locale.language_code
    subject = post_list.subject
    feed = KINDS[kind](
        title=without_control_characters(_title(post_list.title, request, index.title)),
        link=url + post_list.path(),
        description=without_control_characters(
            post_list.introduction or index.search_description or index.introduction
        ),
        language=language,
        author_name=without_control_characters(author),
        feed_url=url + post_list.path(feed=kind),
        feed_guid=_identity(
            subject.translation_key if subject else index.translation_key, language
        ),
        updated=updated,
    )
    topics = topics_of(posts)
    for post, content in zip(posts, _contents(posts, request), strict=True):
        published, changed = _moments(post)
        subjects = [post.shown_category, *topics[post.pk]]
        feed.add_item(
            title=without_control_characters(post.title),
            link=post.get_full_url(request),
            description=escape(without_control_characters(post.introduction)) or None,  # type: ignore[arg-type]
            author_name=without_control_characters(author) if kind == "rss" else None,
            pubdate=published,
            updateddate=changed,
            unique_id=_identity(post.translation_key, language),
            unique_id_is_permalink=False,
            categories=[without_control_characters(each.name) for each in subjects if each],
            content=content,
            picture=_picture(post.hero_image, url),
        )
    body = feed.writeString("utf-8").encode()
    response = HttpResponse(body, content_type=feed.content_type)
    etag = quote_etag(sha256(body).hexdigest()[:32])
    last_modified = int(updated.timestamp())
    response["ETag"] = etag
    response["Last-Modified"] = http_date(last_modified)
    return get_conditional_response(request, etag, last_modified, response) or response


def _title(of_list: str, request: HttpRequest, of_blog: str = "") -> str:
    """`Adem en rust · Blog · Psoas-release`"""
    practice = PracticeSettings.for_request(request).practice_name
    return " · ".join(filter(None, [of_list, of_blog, practice]))


def _identity(key: uuid.UUID, language: str) -> str:
    """The same for ever, whatever becomes of the address; one for each language (RFC 4122, version 5)."""
    return uuid.uuid5(key, language).urn


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())


def _moments(post: "BlogPage") -> tuple[datetime, datetime]:
    """When a post came out, and when it was last changed, which is never before.

    Its date is hers to choose; the time of the day is known if it went live on that day.
    """
    published, first = _midnight(post.date), post.first_published_at
    if first and timezone.localtime(first, timezone.get_default_timezone()).date() == post.date:
        published = first
    return published, max(published, post.last_published_at or published)


def _picture(image: AbstractImage | None, url: str) -> dict[str, str] | None:
    """What Media RSS says of the picture of a post."""
    if image is None:
        return None
    file = jpeg_of(image, WIDEST_PICTURE)
    return {
        "url": urljoin(url, file.url),
        "type": content_type_of(file),
        "medium": "image",
        "width": str(file.width),
        "height": str(file.height),
    }


def _contents(posts: "list[BlogPage]", request: HttpRequest) -> list[str]:
    """The whole text of each post as HTML: picture, lead and body.

    The bodies are read as if they were one, so that what their blocks choose is fetched at once.
    """
    if not posts:
        return []
    raw = [list(post.body.raw_data) for post in posts]
    joined = StreamValue(posts[0].body.stream_block, list(chain(*raw)), is_lazy=True)
    links = resolve_page_links(linked_page_ids(joined), posts[0].locale)
    use_page_links(links)
    template = Engine.get_default().get_template("blog/feed_entry.html")
    context = RequestContext(request, {"linked_pages": links})
    context["linked_treatments"] = linked_treatments(posts[0], links)
    blocks, contents = iter(joined), []
    with context.bind_template(template):
        for post, of_post in zip(posts, raw, strict=True):
            context["page"] = post
            shown = rendered_blocks(islice(blocks, len(of_post)), context.flatten())
            body = [block.html for block in shown]
            url = post.get_full_url(request) or ""
            contents.append(feed_html([template.render(context), *body], url))
    return contents
