"""Where a page stands in each language."""

from typing import Any

from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page

from blog.models import BlogIndexPage, BlogPage
from home.models import HomePage, StandardPage
from tests.factories.translations import translate_to, translation_into
from tests.factories.tree import make_page
from translations.models import LiveSegment
from translations.overview.states import annotate_states, behind_by_language


def said(client: Client, page: Page) -> Any:
    return client.get(f"/api/v1/pages/{page.pk}").json()


def live_pair(home: HomePage, en: Locale, published: Any) -> tuple[Page, Page]:
    page = make_page(StandardPage, home, title="Rust", slug="rust")
    translate_to(en, home, published).get_latest_revision().publish()
    english = translate_to(en, page, published)
    english.get_latest_revision().publish()
    return page, english


def make_behind(page: Page, en: Locale) -> Any:
    """Two texts of the Dutch have changed since; returns when."""
    moment = timezone.now()
    translation = translation_into(en, page)
    first, second = LiveSegment.objects.filter(translation=translation)[:2]
    for segment, status in ((first, "changed"), (second, "withheld")):
        segment.status, segment.behind_since = status, moment
        segment.save()
    return moment


def test_language_links_lead_to_the_nearest_page_that_is_there(
    home: Any, en: Any, published: Any, client: Client
) -> None:
    post = make_page(BlogPage, home)

    def links() -> Any:
        return client.get(f"/api/v1/pages/{post.pk}").json()["language_links"]

    assert links() == []
    translate_to(en, BlogIndexPage.objects.get(), published)
    (link,) = links()
    assert (link["name"], link["page"]["title"], link["is_translation"]) == (
        "English",
        "EN Blog",
        False,
    )
    translate_to(en, post, published)
    (link,) = links()
    assert (link["page"]["locale"], link["is_translation"]) == ("en", True)
    labels = client.get("/api/v1/site").json()["labels"]
    assert labels["not_this_page"] == "(niet deze pagina, maar ‘{title}’)"


def test_dutch_is_the_source_and_what_was_never_translated_is_missing(
    home: HomePage, en: Locale, client: Client
) -> None:
    document = said(client, make_page(StandardPage, home, slug="rust"))
    assert document["translation_state"]["state"] == "source"
    (english,) = document["translations"]
    assert (english["locale"], english["state"], english["page"]) == ("en", "missing", None)
    assert [each["hreflang"] for each in document["alternates"]] == ["nl", "x-default"]


def test_live_english_is_complete_then_behind_with_a_count_and_since_when(
    home: HomePage, en: Locale, published: Any, client: Client
) -> None:
    page, english = live_pair(home, en, published)
    assert said(client, english)["translation_state"]["state"] == "complete"
    moment = make_behind(page, en)
    state = said(client, english)["translation_state"]
    assert (state["state"], state["texts_behind"]) == ("behind", 2)
    assert state["behind_since"][:19] == moment.isoformat()[:19]
    (of_dutch,) = said(client, page)["translations"]
    assert (of_dutch["state"], of_dutch["texts_behind"]) == ("behind", 2)
    assert of_dutch["page"]["id"] == english.pk
    listed = client.get("/api/v1/pages?locale=en&type=home.StandardPage").json()["items"]
    assert [item["translation_state"] for item in listed] == [state]


def test_an_unpublished_translation_is_missing(
    home: HomePage, en: Locale, published: Any, client: Client
) -> None:
    page, english = live_pair(home, en, published)
    english.unpublish()
    assert said(client, page)["translations"][0]["state"] == "missing"


def test_the_two_ways_to_count_what_is_behind_agree(
    home: HomePage, en: Locale, published: Any
) -> None:
    page, english = live_pair(home, en, published)
    for change in (lambda: None, lambda: make_behind(page, en)):
        change()
        row = annotate_states(Page.objects.filter(pk=english.pk), en).get()
        behind = behind_by_language([page.translation_key])["en"][page.translation_key]
        assert (behind.texts, behind.since) == (row.texts_behind, row.behind_since)
        assert behind.followed_at == row.followed_at
