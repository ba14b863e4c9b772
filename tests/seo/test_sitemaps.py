"""What search engines are told to visit."""

import xml.etree.ElementTree as ET
from typing import Any
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from blog.models import BlogIndexPage, BlogPage
from core.models import BasePage, PracticeSettings
from core.rendition_making import make_renditions
from home.models import HomePage, StandardPage
from seo.sitemaps import parts, remembered
from tests.factories.blog import make_category
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from tests.seo.reading import NAMES, entries, part_urls, tree
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def alternates(url: ET.Element) -> dict[str, str]:
    return {link.get("hreflang"): link.get("href") for link in url.findall("xhtml:link", NAMES)}


def images(url: ET.Element) -> list[str]:
    return [image.text for image in url.findall("image:image/image:loc", NAMES)]


def test_each_language_has_sitemaps_of_its_own(home, en, published: Any, client: Client):
    page = make_page(StandardPage, home)
    english = translate_to(en, page, published)
    languages = {path.split("-")[1] for path in part_urls(client)}
    assert languages == {"nl", "en"}
    for path in part_urls(client):
        locations = [
            url.findtext("s:loc", namespaces=NAMES)
            for url in tree(client, path).findall("s:url", NAMES)
        ]
        assert {"/en/" in location for location in locations} == {"-en-" in path}
    assert {home.full_url, page.full_url, english.full_url} <= entries(client).keys()


def test_translations_name_each_other_and_themselves_and_dutch_for_all_others(
    home, en, published: Any, client: Client
):
    page = make_page(StandardPage, home)
    english = translate_to(en, page, published)
    expected = {"nl": page.full_url, "en": english.full_url, "x-default": page.full_url}
    found = entries(client)
    assert alternates(found[page.full_url]) == expected
    assert alternates(found[english.full_url]) == expected


def test_a_draft_translation_is_neither_listed_nor_named(home, en, published: Any, client: Client):
    page = make_page(StandardPage, home)
    english = translate_to(en, page, published)
    english.unpublish()
    found = entries(client)
    assert alternates(found[page.full_url]) == {"nl": page.full_url, "x-default": page.full_url}
    assert english.full_url not in found


def test_nothing_below_a_home_page_that_is_not_live_is_listed(
    home, en, published: Any, client: Client
):
    page = make_page(StandardPage, home)
    english = translate_to(en, page, published)
    HomePage.objects.filter(locale=en).update(live=False)
    found = entries(client)
    assert english.full_url not in found
    assert "en" not in alternates(found[page.full_url])


def test_private_pages_and_aliases_are_not_listed(home, client: Client):
    private, below = make_page(StandardPage, home), None
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    below = StandardPage(title="Eronder", slug="eronder", live=True)
    private.add_child(instance=below)
    page = make_page(StandardPage, home)
    alias = page.create_alias(update_slug="kopie")
    found = entries(client)
    assert page.full_url in found
    assert not {private.full_url, below.full_url, alias.full_url} & found.keys()


def test_pages_outside_the_site_are_not_listed(home, client: Client):
    assert Page.objects.filter(slug="welcome-to-wagtail", live=True).exists()
    assert list(entries(client)) == [home.full_url]


def test_the_moment_of_publication_stands_with_page_and_part(home, client: Client):
    page = make_page(StandardPage, home)
    at = page.last_published_at.isoformat(timespec="seconds")
    assert entries(client)[page.full_url].findtext("s:lastmod", namespaces=NAMES) == at
    assert max(filter(None, part_urls(client).values())) == at


def test_pictures_are_what_was_uploaded_until_their_sizes_are_made(home, picture, client: Client):
    page = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Doek")
    assert images(entries(client)[page.full_url]) == [f"http://testserver{picture.file.url}"]
    make_renditions(picture)
    (shown,) = images(entries(client)[page.full_url])
    assert shown.endswith(".jpg")
    assert shown in {f"http://testserver{rendition.url}" for rendition in picture.renditions.all()}


def test_pictures_in_the_text_are_listed_once(home, picture, client: Client):
    page = make_page(BlogPage, home, hero_image=picture, hero_alt="Doek")
    picture.contextual_alt_text, picture.decorative = "Doek", False
    page.body = [("captioned_image", {"image": picture, "caption": "Doek"})] * 2
    page.save_revision().publish()
    assert len(images(entries(client)[page.full_url])) == 1


def test_a_page_type_may_list_more_addresses(home, client: Client, monkeypatch: Any):
    page = make_page(BlogIndexPage, home)
    below = f"{page.full_url}categorie/adem/"

    def get_sitemap_urls(self: BasePage, request: Any = None) -> list[dict[str, Any]]:
        own = super(BlogIndexPage, self).get_sitemap_urls(request)
        return [*own, {"location": below, "lastmod": None, "alternates": [("nl", below)]}]

    monkeypatch.setattr(BlogIndexPage, "get_sitemap_urls", get_sitemap_urls)
    found = entries(client)
    assert alternates(found[below]) == {"nl": below, "x-default": below}
    assert alternates(found[page.full_url]) == {"nl": page.full_url, "x-default": page.full_url}


def test_a_part_grows_by_pages_only_and_not_by_queries(
    home, en, picture, published: Any, client: Client, monkeypatch: Any
):
    monkeypatch.setattr(parts, "PART", 100_000)
    page = make_page(BlogPage, home, hero_image=picture, hero_alt="Doek")
    translate_to(en, page, published)

    def queries(path: str) -> list[str]:
        client.get(path)  # content types are asked for once
        cache.clear()
        Site.get_site_root_paths()
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return [query["sql"] for query in captured.captured_queries]

    few = {path: queries(path) for path in ("/sitemap.xml", *part_urls(client))}
    for number in range(4):
        more = make_page(BlogPage, home, slug=f"meer-{number}", hero_image=picture, hero_alt="Doek")
        translate_to(en, more, published)
    for path, before in few.items():
        after = queries(path)
        assert len(after) == len(before), "\n".join(set(after) - set(before))
    # The index asks the blog of each language for its lists; it is kept, as they all are.
    assert len(few.pop("/sitemap.xml")) <= 25
    assert max(map(len, few.values())) <= 21


def test_a_page_stays_in_its_part(home, client: Client, monkeypatch: Any):
    monkeypatch.setattr(parts, "PART", 2)
    pages = [make_page(StandardPage, home, slug=f"deel-{number}") for number in range(5)]

    def places() -> dict[str, str]:
        cache.clear()
        return {
            url.findtext("s:loc", namespaces=NAMES): path
            for path in part_urls(client)
            for url in tree(client, path).findall("s:url", NAMES)
        }

    before = places()
    assert len(set(before.values())) >= 3
    pages[1].unpublish()
    del before[pages[1].full_url]
    assert places() == before


def test_a_publication_is_in_the_sitemap_at_once(home, published: Any, client: Client):
    page = make_page(StandardPage, home)

    def is_listed() -> bool:
        locations = [
            url.text for path in part_urls(client) for url in tree(client, path).iter() if url.text
        ]
        return page.full_url in locations

    assert is_listed()
    published(page.unpublish)
    assert not is_listed()
    published(page.save_revision().publish)
    assert is_listed()
    restriction = PageViewRestriction(page=page, restriction_type="login")
    published(restriction.save)
    assert not is_listed()


def test_what_is_deleted_is_gone_from_the_sitemap_at_once(home, published: Any, client: Client):
    page, category = make_page(StandardPage, home), make_category("Adem")
    before = client.get("/sitemap.xml").content
    with patch.object(remembered, "forget") as forget:
        published(category.delete)
        assert forget.called
    published(page.delete)
    assert client.get("/sitemap.xml").content != before


def test_what_a_search_engine_has_already_is_not_sent_again(home, client: Client):
    for path in ("/sitemap.xml", *part_urls(client)):
        etag = client.get(path).headers["ETag"]
        assert client.get(path, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "/sitemap-nl-999999.xml",
        "/sitemap-en-0.xml",
        "/sitemap-fr-0.xml",
        f"/sitemap-nl-{10**30}.xml",
    ],
)
def test_a_part_that_is_not_there_is_not_found(path, home, client: Client):
    assert client.get(path).status_code == 404


def test_without_a_live_home_page_there_is_no_sitemap(home, client: Client):
    home.unpublish()
    cache.clear()
    assert client.get("/sitemap.xml").status_code == 404


def test_the_index_is_as_new_as_the_newest_list_of_a_part(
    home, published: Any, client: Client, monkeypatch
):
    """The blog stands in another part than the post that changes its lists."""
    monkeypatch.setattr(parts, "PART", 1)
    make_page(BlogPage, home, category=make_category("Adem")).save_revision().publish()
    cache.clear()
    found = part_urls(client)
    for path, changed in found.items():
        for url in tree(client, path).findall("s:url", NAMES):
            inside = url.findtext("s:lastmod", namespaces=NAMES)
            assert inside is None or inside <= changed, path


def test_a_page_that_goes_while_a_sitemap_is_made_is_left_out(home, client: Client, monkeypatch):
    make_page(StandardPage, home, slug="weg")
    from seo.sitemaps import entries as module

    real = module.pages_of

    def pages_then_one_goes(*args: Any) -> Any:
        found = real(*args)
        StandardPage.objects.get(slug="weg").unpublish()
        return found

    monkeypatch.setattr(module, "pages_of", pages_then_one_goes)
    assert home.full_url in entries(client)


def test_choosing_dutch_posts_for_english_lists_makes_sitemaps_anew(
    home, client: Client, django_capture_on_commit_callbacks
):
    part_urls(client)
    before = cache.get(remembered.STATE)
    practice = PracticeSettings.for_site(Site.objects.get(is_default_site=True))
    practice.lists_untranslated_posts = True
    with django_capture_on_commit_callbacks(execute=True):
        practice.save()
    assert before
    assert cache.get(remembered.STATE) is None
