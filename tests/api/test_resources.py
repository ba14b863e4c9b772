"""Site, menus, posts, search and pictures."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    PageViewRestriction,
    ReferenceIndex,
)

from blog.models import BlogIndexPage, BlogPage
from contact.models import ContactPage
from home.models import HomePage, StandardPage
from search.index import rebuild
from tests.factories.blog import make_category, make_topic, translate_subject
from tests.factories.drafts import make_draft
from tests.factories.practice import fill_practice, make_words
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentIndexPage


def ask(client: Client, address: str, **query: Any) -> Any:
    answer = client.get(f"/api/v1/{address}", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_the_site_says_its_words_in_the_language_asked_for(
    home: HomePage, en: Locale, client: Client
) -> None:
    fill_practice(home, email="noor@example.com")
    make_words(en, about="I am here.")
    dutch, english = ask(client, "site"), ask(client, "site", locale="en")
    assert (dutch["labels"]["close"], english["labels"]["close"]) == ("Sluiten", "Close")
    assert (dutch["practice"]["about"], english["practice"]["about"]) == ("", "I am here.")
    assert dutch["practice"]["email"] == english["practice"]["email"] == "noor@example.com"
    homes = {each["code"]: each["home"] for each in dutch["languages"]}
    assert homes["nl"]["id"] == home.pk
    assert homes["en"] is None


def test_the_site_says_whose_posts_its_lists_also_show(
    home: HomePage, en: Locale, client: Client
) -> None:
    assert ask(client, "site", locale="en")["posts_fallback"] is None
    fill_practice(home, lists_untranslated_posts=True)
    assert ask(client, "site", locale="en")["posts_fallback"] == "nl"
    assert ask(client, "site")["posts_fallback"] is None


def test_a_practice_without_details_has_empty_ones(home: HomePage, client: Client) -> None:
    practice = ask(client, "site")["practice"]
    assert practice["telephone"] is practice["portrait"] is practice["association"] is None
    assert practice["email"] == practice["route_url"] == ""
    assert practice["opening_hours"] == []


def test_menus_follow_the_tree(home: HomePage, client: Client) -> None:
    shown = make_page(StandardPage, home, slug="over", show_in_menus=True)
    foot = make_page(StandardPage, home, slug="privacy")
    make_draft(home, "concept", show_in_menus=True)
    menus = ask(client, "navigation")
    assert [link["id"] for link in menus["main"]] == [shown.pk]
    assert [link["id"] for link in menus["footer"]] == [foot.pk]
    assert menus["contact"] is None
    assert client.get("/api/v1/navigation?locale=en").status_code == 404


def test_menus_of_a_live_english_site_are_english(
    home: HomePage, en: Locale, published: Any, client: Client
) -> None:
    for model in (TreatmentIndexPage, ContactPage):
        translate_to(en, make_page(model, home, show_in_menus=True), published)
    make_page(BlogPage, home)
    translate_to(en, BlogIndexPage.objects.get(), published)
    translate_to(en, make_page(StandardPage, home, title="Privacy", slug="privacy"), published)
    make_page(StandardPage, home, title="Nog niet vertaald", show_in_menus=True)
    menus = ask(client, "navigation", locale="en")
    links = [*menus["main"], *menus["footer"], menus["home"], menus["contact"], menus["blog"]]
    assert {link["title"] for link in links} == {
        "EN Thuis",
        "EN Behandelingen",
        "EN Contact",
        "EN Blog",
        "EN Privacy",
    }
    assert {link["locale"] for link in links} == {"en"}
    for link in links:
        assert link["path"].startswith("/en/")
        assert client.get(link["path"]).status_code == 200
    assert [link["title"] for link in menus["main"]] == ["EN Behandelingen", "EN Contact"]


def test_posts_by_subject_and_date(home: HomePage, client: Client) -> None:
    category, topic = make_category("Adem"), make_topic("Buik")
    one = make_page(BlogPage, home, slug="een", date=date(2025, 3, 1), category=category)
    two = make_page(BlogPage, home, slug="twee", date=date(2026, 5, 2))
    two.topics.add(topic)
    two.save()

    def found(**query: Any) -> list[int]:
        return [item["page"]["id"] for item in ask(client, "posts", locale="nl", **query)["items"]]

    assert found() == [two.pk, one.pk]
    assert found(category=category.slug) == [one.pk]
    assert found(topic=topic.slug) == [two.pk]
    assert found(year=2025) == [one.pk]
    assert found(since="2025-03-02") == [two.pk]
    assert found(until="2025-03-01") == [one.pk]
    for name, slug in (("category", "niets"), ("topic", "%00")):
        refused = client.get(f"/api/v1/posts?locale=nl&{name}={slug}")
        assert refused.status_code == 404
        assert refused.json()["errors"][0]["name"] == name


def test_dutch_posts_in_an_english_list_are_asked_for_and_say_so(
    home: HomePage, en: Locale, published: Any, client: Client
) -> None:
    make_page(BlogPage, home, slug="een", title="Een bericht")
    translate_to(en, home, published).get_latest_revision().publish()
    assert ask(client, "posts", locale="en")["items"] == []
    (card,) = ask(client, "posts", locale="en", fallback="nl")["items"]
    assert (card["locale"], card["language_label"]) == ("nl", "In Dutch")
    assert not card["page"]["path"].startswith("/en/")


def test_dutch_posts_of_a_category_stand_in_an_english_list_of_it(
    home: HomePage, en: Locale, published: Any, client: Client
) -> None:
    category, other = make_category("Adem"), make_category("Buik")
    english_category = translate_subject(category, en, "Breath")
    translate_subject(other, en, "Belly")
    both = make_page(BlogPage, home, slug="beide", category=category, date=date(2026, 1, 1))
    alone = make_page(BlogPage, home, slug="alleen", category=category, date=date(2026, 2, 1))
    make_page(BlogPage, home, slug="anders", category=other, date=date(2026, 3, 1))
    english = translate_to(en, both, published)

    def found(**query: Any) -> list[int]:
        items = ask(client, "posts", locale="en", category=english_category.slug, **query)["items"]
        return [item["page"]["id"] for item in items]

    assert found() == [english.pk]
    assert found(fallback="nl") == [alone.pk, english.pk]
    dutch = f"/api/v1/posts?locale=en&fallback=nl&category={category.slug}"
    assert client.get(dutch).status_code == 404  # a category is named in the language of the list


def test_search_mends_and_never_finds_a_draft(home: HomePage, client: Client) -> None:
    page = make_page(StandardPage, home, slug="psoas", title="Behandeling van de psoas")
    make_draft(home, "concept", title="Psoas in concept")
    rebuild()
    found = ask(client, "search", locale="nl", q="behandelingen")
    assert [item["page"]["id"] for item in found["items"]] == [page.pk]
    assert "<mark>Behandeling</mark>" in found["items"][0]["title_html"]
    mended = ask(client, "search", locale="nl", q="psaos")
    assert (mended["mended"], mended["count"]) == ("psoas", 1)
    nothing = ask(client, "search", locale="nl", q="fietsband")
    assert (nothing["count"], nothing["pages"], nothing["items"]) == (0, 0, [])
    assert ask(client, "search", locale="nl", q="psoas", page=3)["items"] == []


@pytest.mark.parametrize("hidden", ["nothing", "draft", "private", "collection"])
def test_only_pictures_on_pages_that_visitors_see_are_listed(
    hidden: str, home: HomePage, picture: Any, client: Client
) -> None:
    page = make_page(BlogPage, home, hero_image=picture, hero_alt="Een doek.")
    if hidden == "draft":
        page.unpublish()
    if hidden == "private":
        PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    if hidden == "collection":
        closed = Collection.get_first_root_node().add_child(name="Besloten")
        CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
        get_image_model().objects.filter(pk=picture.pk).update(collection=closed)
    ReferenceIndex.create_or_update_for_object(page)
    listed = [item["id"] for item in ask(client, "images")["items"]]
    assert listed == ([picture.pk] if hidden == "nothing" else [])
    status = client.get(f"/api/v1/images/{picture.pk}").status_code
    assert status == (200 if hidden == "nothing" else 404)


@pytest.mark.parametrize("is_public", [True, False])
def test_the_portrait_is_listed_though_it_is_on_no_page(
    is_public: bool, home: HomePage, picture: Any, client: Client
) -> None:
    if not is_public:
        closed = Collection.get_first_root_node().add_child(name="Besloten")
        CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
        get_image_model().objects.filter(pk=picture.pk).update(collection=closed)
    practice = fill_practice(home)
    assert ask(client, "images")["items"] == []
    practice.portrait = picture
    practice.save()
    ReferenceIndex.create_or_update_for_object(practice)
    listed = [item["id"] for item in ask(client, "images")["items"]]
    assert listed == ([picture.pk] if is_public else [])
    status = client.get(f"/api/v1/images/{picture.pk}").status_code
    assert status == (200 if is_public else 404)
