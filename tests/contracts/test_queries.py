"""Lists, feeds and the search have a ceiling of queries, and more content does not raise it."""

import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from blog.models import BlogIndexPage, BlogPage
from blog.subjects import Category, Topic
from core.models import BasePage, CustomImage, PracticeSettings
from home.models import HomePage, StandardPage
from tests.factories.blog import make_category, make_topic, translate_subject
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db

# What each takes today, in the language that takes more.
SEARCH_CEILING = 20
LIST_CEILINGS = {
    "/blog/categorie/adem/": 26,
    "/en/en-blog/category/breath/": 26,
    "/blog/onderwerp/psoas/": 26,
    "/blog/2026/": 24,
    "/blog/atom.xml": 22,
    "/en/en-blog/rss.xml": 22,
    "/blog/categorie/adem/atom.xml": 23,
}


def sections(
    model: type, image: CustomImage, linked: BasePage, times: int
) -> list[tuple[str, Any]]:
    """Sections with pictures, choosers, cards and links in rich text, `times` over."""
    image.contextual_alt_text, image.decorative = "Doek", False
    link = f'<p>Lees <a linktype="page" id="{linked.pk}">verder</a>.</p>'
    treatments = ("related_treatments", {"heading": "Ook", "treatments": [linked]})
    has_cards = treatments[0] in model.body.field.stream_block.child_blocks
    return [
        ("text", {"heading": "Kop", "prose": link}),
        *([treatments] if has_cards else []),
        ("captioned_image", {"image": image, "caption": "Doek"}),
        (
            "call_to_action",
            {"heading": "Kom", "text": "", "button_text": "Lees", "page": linked},
        ),
    ] * times


def queries(client: Client, url: str) -> list[str]:
    Site.clear_site_root_paths_cache()
    client.get(url)  # what is kept from one visit to the next is there
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def test_queries_of_the_search_do_not_grow(home, en, picture, published, client: Client):
    linked = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Doek")
    page = make_page(BlogPage, home)
    translate_to(en, page, published)
    urls = ["/zoeken/?q=blogpage", "/en/search/?q=en"]
    fill(BlogPage, home, page, picture, linked, times=2)
    few = [queries(client, url) for url in urls]
    fill(BlogPage, home, page, picture, linked, times=9)
    for url, before in zip(urls, few, strict=True):
        many = queries(client, url)
        assert len(before) <= SEARCH_CEILING, "\n".join(before)
        assert len(many) == len(before), "\n".join(set(many) - set(before))


def test_queries_of_lists_and_feeds_do_not_grow(home, en, picture, published, client: Client, rf):
    linked = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Doek")
    page = make_page(BlogPage, home, hero_image=picture, hero_alt="Doek")
    fill(BlogPage, home, page, picture, linked, times=10)
    translate_to(en, BlogPage.objects.get(pk=page.pk), published)
    translate_subject(Category.objects.get(locale=home.locale), en, "Breath")
    translate_subject(Topic.objects.get(locale=home.locale), en, "Psoas")
    few = {fallback: queries_of_lists(fallback, client, rf) for fallback in (False, True)}
    more_posts(BlogPage.objects.get(pk=page.pk), 100)
    for fallback, (lists, of_sitemap) in few.items():
        many, many_of_sitemap = queries_of_lists(fallback, client, rf)
        for url, before in lists.items():
            # In English, a fallback is one question more: which language it is.
            assert len(before) <= LIST_CEILINGS[url] + 2 * fallback, "\n".join(before)
            assert len(many[url]) == len(before), "\n".join(set(many[url]) - set(before))
        assert many_of_sitemap == of_sitemap <= 14


def queries_of_lists(has_fallback: bool, client: Client, rf: Any) -> tuple[dict[str, list], int]:
    """Those of each list and feed, and how many a sitemap takes; with posts in one language, or without."""
    practice = PracticeSettings.for_site(Site.objects.get())
    practice.lists_untranslated_posts = has_fallback
    practice.save()
    return {url: queries(client, url) for url in LIST_CEILINGS}, sitemap_queries(rf)


def sitemap_queries(rf: Any) -> int:
    index = BlogIndexPage.objects.select_related("locale").get(locale__language_code="nl")
    with CaptureQueriesContext(connection) as captured:
        index.get_sitemap_urls(rf.get("/"))
    return len(captured)


def more_posts(post: BlogPage, number: int) -> None:
    """Copies of a Dutch post with its picture, sections and topics; every third one has an English copy too."""
    english = BlogPage.objects.get(locale__language_code="en")
    for count in range(number):
        key = uuid.uuid4()
        for each in (post, english) if count % 3 == 0 else (post,):
            kept = {"title": f"{each.title} {count}", "slug": f"kopie-{count}"}
            copy = each.copy(update_attrs=kept, copy_revisions=False, log_action=None)
            Page.objects.filter(pk=copy.pk).update(translation_key=key)


def fill(model: type, home: HomePage, page: Any, picture: Any, linked: Any, times: int) -> None:
    """Gives the page `times` the sections, and the site `times` the posts, treatments and menu items."""
    category = Category.objects.filter(locale=home.locale).first() or make_category("Adem")
    topic = Topic.objects.filter(locale=home.locale).first() or make_topic("Psoas")
    if hasattr(page, "body"):
        page = model.objects.get(pk=page.pk)
        page.body = sections(model, picture, linked, times)
        if isinstance(page, BlogPage):
            page.category, page.topics = category, [topic]
        page.save_revision().publish()
    for number in range(times):
        for child in (BlogPage, TreatmentPage):
            make_page(
                child,
                home,
                title=f"{child.__name__} {times} {number}",
                slug=f"{child.__name__.lower()}-{times}-{number}",
                hero_image=picture,
                hero_alt="Doek",
                **({"category": category, "topics": [topic]} if child is BlogPage else {}),
            )
    for number in range(times):
        make_page(StandardPage, home, title=f"Menu {times} {number}", show_in_menus=True)
