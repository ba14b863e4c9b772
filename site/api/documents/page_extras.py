"""What pages show besides their own fields: lists of other pages, worded facts, the way to get in touch."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext, ngettext
from ninja import Schema

from api.documents.extras import Extra
from api.documents.images import Image, image
from api.documents.links import PageLink
from api.documents.making import Making
from api.documents.parts import (
    Closing,
    Day,
    Facts,
    PostCard,
    Practice,
    SubjectLink,
    TreatmentCard,
    day,
    facts,
    portrait,
    post_card,
    practice,
    subject_link,
    treatment_card,
)
from api.forms import FormDescription, form_of
from blog.feeds import feed_links
from blog.lists import POSTS_PER_PAGE, PostList
from blog.models import MOST_TREATMENTS, BlogIndexPage, BlogPage, live_posts
from blog.posts import subjects_of
from blog.reading_on import reading_on
from blog.subjects import Category, Topic
from contact.models import ContactPage
from core.families import lineage
from core.models import HeroMixin
from core.renditions import Place
from home.models import NEWEST_POSTS, HomePage
from treatments.models import TreatmentIndexPage, TreatmentPage, live_treatments

PAGE_EXTRAS: dict[type, dict[str, Extra]] = {}


class ReadingTime(Schema):
    """In whole minutes; `text` is worded."""

    minutes: int
    text: str


class Feed(Schema):
    name: str
    title: str
    url: str
    media_type: str


class YearLink(Schema):
    year: int
    posts: int
    path: str


def extra(model: type, name: str, type_: Any, description: str) -> Callable:
    """Registers the decorated function as what makes the field of a page type."""

    def register(make: Callable[[Any, Making], Any]) -> Callable[[Any, Making], Any]:
        PAGE_EXTRAS.setdefault(model, {})[name] = Extra(type_, make, description)
        return make

    return register


@extra(HeroMixin, "hero", Image | None, "The large picture under the title.")
def hero(page: Any, making: Making) -> dict[str, Any] | None:
    return image(page.hero_image, Place.HERO, page.hero_alt, page.hero_decorative)


@extra(HomePage, "closing", Closing | None, "The way to get in touch, at the end.")
@extra(TreatmentIndexPage, "closing", Closing | None, "The way to get in touch, at the end.")
@extra(TreatmentPage, "closing", Closing | None, "The way to get in touch, at the end.")
def closing(page: Any, making: Making) -> dict[str, Any] | None:
    contact = making.contact
    return contact and {
        "heading": gettext("Would you like to come by?"),
        "text": gettext("Write to me; we will find a moment that suits you."),
        "button_text": gettext("Get in touch"),
        "contact": contact,
        "portrait": portrait(making),
        "practitioner_name": making.practice.practitioner_name if making.practice.portrait else "",
        "about": making.words.about if making.practice.portrait else "",
    }


@extra(HomePage, "treatments", list[TreatmentCard], "All treatments.")
@extra(TreatmentIndexPage, "treatments", list[TreatmentCard], "All treatments.")
def treatments(page: Any, making: Making) -> list[dict[str, Any]]:
    return [treatment_card(each, making) for each in _treatments(page, making)]


@extra(HomePage, "posts", list[PostCard], "The newest posts.")
def newest_posts(page: Any, making: Making) -> list[dict[str, Any]]:
    return [post_card(post, making) for post in _newest_posts(page, making)]


@extra(HomePage, "feeds", list[Feed], "The feeds of the blog.")
def home_feeds(page: Any, making: Making) -> list[dict[str, Any]]:
    if making.blog is None:
        return []
    url = making.page_link(making.blog)["url"]
    return [_feed(feed) for feed in feed_links(url, PostList(), making.request)]


@extra(TreatmentPage, "facts", Facts, "The typed facts.")
def treatment_facts(page: Any, making: Making) -> dict[str, Any]:
    return facts(page)


@extra(BlogIndexPage, "posts", list[PostCard], "The newest posts; `/posts` has all of them.")
def index_posts(page: Any, making: Making) -> list[dict[str, Any]]:
    return [post_card(post, making) for post in _index_posts(page, making)]


@extra(BlogIndexPage, "categories", list[SubjectLink], "The categories that have posts.")
def index_categories(page: Any, making: Making) -> list[dict[str, Any]]:
    return _subjects(page, Category, making)


@extra(BlogIndexPage, "topics", list[SubjectLink], "The topics that have posts.")
def index_topics(page: Any, making: Making) -> list[dict[str, Any]]:
    return _subjects(page, Topic, making)


@extra(BlogIndexPage, "years", list[YearLink], "The years that have posts, the latest first.")
def index_years(page: Any, making: Making) -> list[dict[str, Any]]:
    url = making.page_link(page)["path"]
    return [
        {"year": year, "posts": counted.posts, "path": url + PostList(year=year).path()}
        for year, counted in _all_posts(page, making).per_year().items()
    ]


@extra(BlogIndexPage, "feeds", list[Feed], "The feeds of all posts.")
def index_feeds(page: Any, making: Making) -> list[dict[str, Any]]:
    return [
        _feed(feed)
        for feed in feed_links(page.get_full_url(making.request), PostList(), making.request)
    ]


@extra(BlogPage, "feeds", list[Feed], "The feeds of the blog it stands in.")
def post_feeds(page: Any, making: Making) -> list[dict[str, Any]]:
    above = making.page_link(lineage(page)[1])
    return [_feed(feed) for feed in feed_links(above["url"], PostList(), making.request)]


@extra(BlogPage, "date", Day | None, "The day on which it appeared; null for a draft.")
def post_date(page: Any, making: Making) -> dict[str, Any] | None:
    return page.date and day(page.date)


@extra(BlogPage, "reading_time", ReadingTime, "How long it takes to read.")
def reading_time(page: Any, making: Making) -> dict[str, Any]:
    minutes = page.reading_minutes
    text = ngettext("%(minutes)s minute to read", "%(minutes)s minutes to read", minutes)
    return {"minutes": minutes, "text": text % {"minutes": minutes}}


@extra(BlogPage, "summary", str, "What lists say of it.")
def post_summary(page: Any, making: Making) -> str:
    return page.summary


@extra(BlogPage, "category", SubjectLink | None, "Where it stands.")
def post_category(page: Any, making: Making) -> dict[str, Any] | None:
    category = page.shown_category
    return category and subject_link(category, page.category_url)


@extra(BlogPage, "topics", list[SubjectLink], "What else it is about.")
def post_topics(page: Any, making: Making) -> list[dict[str, Any]]:
    topics = making.once("topics", lambda: page.shown_topics)
    return [subject_link(topic, page.list_url(PostList(topic))) for topic in topics]


@extra(BlogPage, "related", list[PostCard], "The posts most like it.")
def related(page: Any, making: Making) -> list[dict[str, Any]]:
    return [post_card(post, making) for post in _related(page, making)]


@extra(BlogPage, "previous", PageLink | None, "The post written before it.")
def previous(page: Any, making: Making) -> dict[str, Any] | None:
    post = _ways_on(page, making).previous
    return post and making.page_link(post)


@extra(BlogPage, "next", PageLink | None, "The post written after it.")
def following(page: Any, making: Making) -> dict[str, Any] | None:
    post = _ways_on(page, making).next
    return post and making.page_link(post)


@extra(BlogPage, "treatments", list[TreatmentCard], "Where no post is like it: some treatments.")
def instead_of_related(page: Any, making: Making) -> list[dict[str, Any]]:
    return [treatment_card(each, making) for each in _instead_of_related(page, making)]


@extra(
    BlogPage, "closing", Closing | None, "The way to get in touch, unless the text ends with one."
)
def post_closing(page: Any, making: Making) -> dict[str, Any] | None:
    last = page.body[-1] if len(page.body) else None
    return (
        None if last is not None and last.block_type == "call_to_action" else closing(page, making)
    )


@extra(BlogIndexPage, "closing", Closing | None, "The way to get in touch, where there is no post.")
def index_closing(page: Any, making: Making) -> dict[str, Any] | None:
    return None if _index_posts(page, making) else closing(page, making)


@extra(ContactPage, "practice", Practice, "Who she is, how to reach her, where and when.")
def contact_practice(page: Any, making: Making) -> dict[str, Any]:
    return practice(making)


@extra(ContactPage, "form", FormDescription, "What the form asks; its `url` gives the token too.")
def contact_form(page: Any, making: Making) -> dict[str, Any]:
    return form_of(page, making.request).model_dump()


def _treatments(page: Any, making: Making) -> list[TreatmentPage]:
    found = live_treatments(making.locale)
    return making.once("treatments", lambda: list(found))


def _newest_posts(page: Any, making: Making) -> list[BlogPage]:
    found = live_posts(making.locale)
    return making.once("posts", lambda: list(found[:NEWEST_POSTS]))


def _ways_on(page: Any, making: Making) -> Any:
    topics = making.once("topics", lambda: page.shown_topics)
    return making.once("ways_on", lambda: reading_on(page, topics))


def _related(page: Any, making: Making) -> list[BlogPage]:
    return _ways_on(page, making).related


def _instead_of_related(page: Any, making: Making) -> list[TreatmentPage]:
    return [] if _related(page, making) else _treatments(page, making)[:MOST_TREATMENTS]


def _all_posts(page: BlogIndexPage, making: Making) -> Any:
    return page.posts_in(making.locale, page.fallback_of(making.locale, making.request))


def _index_posts(page: BlogIndexPage, making: Making) -> list[BlogPage]:
    found = _all_posts(page, making).listed()
    return making.once("posts", lambda: list(found[:POSTS_PER_PAGE]))


def _subjects(page: BlogIndexPage, model: Any, making: Making) -> list[dict[str, Any]]:
    url = making.page_link(page)["path"]
    fallback = page.fallback_of(making.locale, making.request)
    found = subjects_of(_all_posts(page, making), model, making.locale, fallback)
    return [subject_link(subject, url + PostList(subject).path()) for subject in found]


def _feed(feed: Any) -> dict[str, Any]:
    return {
        "name": feed.name,
        "title": feed.title,
        "url": feed.url,
        "media_type": feed.content_type,
    }
