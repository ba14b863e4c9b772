"""The index follows what visitors may see, and gives away nothing else."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction

from blog.models import BlogPage
from home.models import HomePage, StandardPage
from search.index import rebuild
from search.models import SearchEntry, SiteWord
from search.texts import page_texts
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page
from tests.search.pages import said, text, titles
from translations.publication import publish_translation
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def words(language: str = "nl") -> dict[str, int]:
    return dict(SiteWord.objects.filter(language=language).values_list("word", "pages"))


def restrict(page: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_publishing_changes_what_is_found_at_once(home, searched):
    page = make_page(StandardPage, home, title="Zeilboot", introduction="Over water.")
    page.title = "Roeiboot"
    page.save_revision()
    assert titles(searched("zeilboot")) == ["Zeilboot"]
    page.get_latest_revision().publish()
    assert titles(searched("roeiboot")) == ["Roeiboot"]
    assert "zeilboot" not in words()
    assert words()["water"] == 1


def test_words_of_a_draft_are_neither_found_nor_suggested(home, searched):
    page = make_page(StandardPage, home, title="Gewoon", introduction="")
    page.introduction = "Zeilboot."
    page.save_revision()
    page.refresh_from_db()
    page.save_revision()
    page_that_was_never_published = StandardPage(title="Zeilboot", slug="z", live=False)
    home.add_child(instance=page_that_was_never_published)
    page_that_was_never_published.save_revision()
    found = searched("zeilbot")
    assert titles(found) == []
    assert "zeilboot" not in said(found)
    assert "zeilboot" not in words()


def test_a_page_that_is_withdrawn_or_deleted_is_gone_with_its_words(home, searched):
    first = make_page(StandardPage, home, title="Zeilboot", introduction="")
    second = make_page(StandardPage, home, title="Zeilboot twee", introduction="")
    assert words()["zeilboot"] == 2
    first.unpublish()
    assert titles(searched("zeilboot")) == ["Zeilboot twee"]
    assert words()["zeilboot"] == 1
    Page.objects.get(pk=second.pk).delete()
    assert titles(searched("zeilboot")) == []
    assert "zeilboot" not in words()
    assert not SearchEntry.objects.filter(page=second.pk).exists()


def test_withdrawing_a_page_with_those_below_it(home, admin_user):
    above = make_page(StandardPage, home, title="Boven")
    below = above.add_child(instance=StandardPage(title="Zeilboot", slug="onder", live=False))
    below.save_revision().publish()
    above = Page.objects.get(pk=above.pk).specific
    UnpublishPageAction(above, user=admin_user, include_descendants=True).execute()
    assert "zeilboot" not in words()
    assert not SearchEntry.objects.exists()


def test_deleting_a_private_page_makes_it_public_at_no_moment(home):
    page = make_page(StandardPage, home, title="Zeilboot")
    restrict(page)
    Page.objects.get(pk=page.pk).delete()
    assert "zeilboot" not in words()
    assert not SearchEntry.objects.exists()


def test_deleting_a_page_takes_those_below_it_along(home):
    above = make_page(StandardPage, home, title="Boven")
    below = above.add_child(instance=StandardPage(title="Zeilboot", slug="onder", live=False))
    below.save_revision().publish()
    assert "zeilboot" in words()
    Page.objects.get(pk=above.pk).delete()
    assert "zeilboot" not in words()


def test_a_page_made_private_is_gone_with_all_below_it_until_it_is_public(home, searched):
    above = make_page(StandardPage, home, title="Boven")
    below = above.add_child(instance=StandardPage(title="Zeilboot", slug="onder", live=False))
    below.save_revision().publish()
    restriction = restrict(above)
    assert titles(searched("zeilboot")) == []
    assert "zeilboot" not in words()
    restriction.delete()
    assert titles(searched("zeilboot")) == ["Zeilboot"]


def test_a_page_moved_to_a_private_place_is_gone_until_it_is_moved_back(home, searched):
    private = make_page(StandardPage, home, title="Besloten")
    restrict(private)
    page = make_page(StandardPage, home, title="Zeilboot")
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=private.pk), pos="last-child")
    assert titles(searched("zeilboot")) == []
    assert "zeilboot" not in words()
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=home.pk), pos="last-child")
    assert titles(searched("zeilboot")) == ["Zeilboot"]


def test_what_the_index_still_has_is_not_shown_when_it_may_not_be_seen(home, searched):
    page = make_page(StandardPage, home, title="Zeilboot")
    Page.objects.filter(pk=page.pk).update(live=False)
    assert SearchEntry.objects.filter(page=page.pk).exists()
    assert titles(searched("zeilboot")) == []


def test_english_follows_its_own_publication(home, en, published, searched):
    page = make_page(StandardPage, home, title="Zeilboot", introduction="")
    translate_to(en, page, published)
    translation = translation_into(en, page)
    segment = translation.source.stringsegment_set.get(context__path="title")
    write_text(translation, segment, "Sailing ship")
    assert titles(searched("ship", "/en/search/")) == []
    publish_translation(translation)
    assert titles(searched("ships", "/en/search/")) == ["Sailing ship"]
    assert "ship" in words("en")
    assert "ship" not in words()


def test_every_text_of_a_treatment_is_searched(home, searched):
    blocks = TreatmentPage._meta.get_field("body").stream_block.child_blocks
    layer = blocks["physical_layer"].get_preview_value()
    layer["figure"]["diaphragm"] = "Middenrifkoepel"
    questions = blocks["questions"].normalize(
        {
            "heading": "Vragen",
            "questions": [{"question": "Doet kneden zeer?", "answer": "<p>Zelden ooit.</p>"}],
        }
    )
    page = make_page(TreatmentPage, home, title="Diep", strapline="Stap voor stap")
    page.body = [("physical_layer", layer), ("questions", questions)]
    page.save_revision().publish()
    for word in ("middenrifkoepel", "kneden", "zelden", "stap"):
        assert titles(searched(word)) == ["Diep"], word


def test_one_page_changes_one_entry(home, django_assert_max_num_queries):
    for number in range(20):
        make_page(BlogPage, home, title=f"Zeilboot {number}", body=text("Over varen."))
    page = BlogPage.objects.get(title="Zeilboot 3")
    others = dict(SearchEntry.objects.exclude(page=page).values_list("page", "title"))
    page.title = "Roeiboot"
    page.save_revision().publish()
    assert dict(SearchEntry.objects.exclude(page=page).values_list("page", "title")) == others
    assert words()["zeilboot"] == 19


def test_rebuilding_gives_what_publishing_gave(home, en, published, searched):
    make_page(HomePage, home)
    page = make_page(BlogPage, home, title="Zeilboot", introduction="Ideeën.", body=text("Water."))
    translate_to(en, page, published)
    make_page(StandardPage, home, title="Weg").unpublish()
    entries = list(SearchEntry.objects.order_by("page").values())
    before = words(), words("en")
    SearchEntry.objects.filter(page=page.pk).delete()
    SiteWord.objects.update(pages=7)
    call_command("rebuild_search_index")
    assert list(SearchEntry.objects.order_by("page").values()) == entries
    assert (words(), words("en")) == before
    assert titles(searched("zeilboot")) == ["Zeilboot"]
    assert rebuild() == len(entries)


def test_the_index_can_be_emptied_with_the_rest_and_filled_again(home: Any, searched):
    make_page(StandardPage, home, title="Zeilboot")
    connection.check_constraints()  # PostgreSQL empties no table that still has some to check
    call_command("flush", interactive=False, inhibit_post_migrate=True, verbosity=0)
    assert not SearchEntry.objects.exists()


def test_a_copy_of_a_live_page_is_found_at_once(home, searched):
    page = make_page(StandardPage, home, title="Zeilboot")
    page.copy(update_attrs={"title": "Roeiboot", "slug": "roeiboot"}, keep_live=True)
    assert titles(searched("roeiboot")) == ["Roeiboot"]
    page.copy(update_attrs={"title": "Kano", "slug": "kano"}, keep_live=False)
    assert titles(searched("kano")) == []
    assert "kano" not in words()


def test_an_alias_of_a_live_page_is_found_at_once(home, searched):
    page = make_page(StandardPage, home, title="Zeilboot")
    page.create_alias(update_slug="ook-een-zeilboot")
    assert titles(searched("zeilboot")) == ["Zeilboot", "Zeilboot"]


def test_an_ampersand_in_a_heading_is_not_a_word(home):
    prose = "<p>Over varen.</p><h3>Zeilen &amp; roeien</h3>"
    page = make_page(BlogPage, home, title="Varen", body=[])
    page.body = [("text", {"heading": "", "prose": prose})]
    assert "Zeilen & roeien" in page_texts(page).headings
