"""Snippets and the pages that point at them stay in their language."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, TranslatableMixin
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.categories_app.models import CategorisedPage, Category
from tests.factories.translations import translate_to, write_text
from tests.factories.tree import make_page
from translations.draftable_snippets import check_translatable_snippets
from translations.publication import publish_translation

pytestmark = pytest.mark.django_db


def make_category(name: str, nl: Locale) -> Category:
    category = Category(name=name, locale=nl, live=False)
    category.save()
    category.save_revision().publish()
    return Category.objects.get(pk=category.pk)


def translate_everything(instance: Any, en: Locale, published: Any) -> Translation:
    """Submits, fills in and publishes."""
    published(translate_object, type(instance).objects.get(pk=instance.pk), [en])
    translation = Translation.objects.get(
        source__object_id=instance.translation_key, target_locale=en
    )
    for segment in translation.source.stringsegment_set.all():
        write_text(translation, segment, f"en-{segment.string.data}")
    publish_translation(translation)
    return translation


def test_a_translated_snippet_follows_its_dutch_as_a_page_does(nl, en, published):
    adem = make_category("Adem", nl)
    translation = translate_everything(adem, en, published)
    assert translation.get_target_instance().name == "en-Adem"
    adem.name = "Adem en rust"
    adem.save_revision().publish()
    english = translation.get_target_instance()
    assert (english.name, english.live) == ("en-Adem", True)
    assert translation.live_segments.get(string__data="Adem en rust").status == "changed"


def test_a_snippet_that_is_submitted_for_translation_is_a_draft(nl, en, published):
    adem = make_category("Adem", nl)
    published(translate_object, adem, [en])
    assert not adem.get_translation(en).live


def test_a_page_points_at_the_snippets_of_its_own_language(home, nl, en, published):
    adem, rust = make_category("Adem", nl), make_category("Rust", nl)
    page = home.add_child(instance=CategorisedPage(title="Pagina", slug="pagina", category=adem))
    page.categories = [rust, adem]
    page.save_revision().publish()
    translate_to(en, home, published)
    translation = translate_everything(page, en, published)
    assert list(translation.get_target_instance().categories.all()) == []
    translate_everything(adem, en, published)
    page.save_revision().publish()
    english = translation.get_target_instance()
    assert english.category == adem.get_translation(en)
    assert list(english.categories.all()) == [adem.get_translation(en)]

    page = CategorisedPage.objects.get(pk=page.pk)
    page.category, page.categories = rust, [rust]
    page.save_revision().publish()
    english = translation.get_target_instance()
    assert english.category is None
    assert list(english.categories.all()) == []


def test_a_snippet_that_is_a_draft_in_english_does_not_stand_on_an_english_page(
    home, nl, en, published
):
    adem = make_category("Adem", nl)
    published(translate_object, adem, [en])  # a draft, still in Dutch
    page = home.add_child(instance=CategorisedPage(title="Pagina", slug="pagina", category=adem))
    page.save_revision().publish()
    translate_to(en, home, published)
    english = translate_everything(page, en, published).get_target_instance()
    assert english.category is None


def test_the_snippets_of_the_site_can_be_drafts():
    assert check_translatable_snippets() == []


def test_a_snippet_that_cannot_be_a_draft_is_refused(monkeypatch):
    monkeypatch.setattr(
        "translations.draftable_snippets.get_snippet_models",
        lambda: [_translatable_without_drafts()],
    )
    assert [error.id for error in check_translatable_snippets()] == ["translations.E001"]


def _translatable_without_drafts() -> type:
    class Topic(TranslatableMixin):
        class Meta(TranslatableMixin.Meta):
            abstract = True

    return Topic


@pytest.fixture
def english_category(home: Any, nl: Locale, en: Locale, published: Any) -> Category:
    """A live English category, translated; its Dutch is `Adem`."""
    return translate_everything(make_category("Adem", nl), en, published).get_target_instance()


def test_submitting_a_page_leaves_the_live_snippet_as_it_is(
    home, nl, en, published, english_category
):
    translate_to(en, home, published)
    adem = Category.objects.get(locale=nl)
    page = home.add_child(instance=CategorisedPage(title="Pagina", slug="pagina", category=adem))
    page.save_revision().publish()
    revisions = english_category.revisions.count()
    published(translate_object, page, [en])
    english_category.refresh_from_db()
    assert (english_category.name, english_category.live) == ("en-Adem", True)
    assert english_category.revisions.count() == revisions
    assert translate_everything(page, en, published).get_target_instance().category.name == (
        "en-Adem"
    )
    english_category.refresh_from_db()
    assert (english_category.name, english_category.live) == ("en-Adem", True)


def test_submitting_a_page_makes_a_draft_of_a_snippet_that_has_no_translation(
    home, nl, en, published
):
    translate_to(en, home, published)
    page = home.add_child(
        instance=CategorisedPage(title="Pagina", slug="pagina", category=make_category("Rust", nl))
    )
    page.save_revision().publish()
    published(translate_object, page, [en])
    assert not Category.objects.get(locale=en).live


def test_submitting_a_live_page_again_leaves_it_as_it_is(home, en, published):
    page = make_page(StandardPage, home, title="Over mij")
    english = translate_to(en, page, published)
    page.title = "Over mij en mijn werk"
    page.save_revision().publish()
    published(translate_object, StandardPage.objects.get(pk=page.pk), [en])
    english.refresh_from_db()
    assert (english.title, english.live) == ("EN Over mij", True)


def test_a_snippet_that_goes_live_later_appears_on_pages_and_goes_with_it(home, nl, en, published):
    adem = make_category("Adem", nl)
    page = home.add_child(instance=CategorisedPage(title="Pagina", slug="pagina", category=adem))
    page.save_revision().publish()
    translate_to(en, home, published)
    english = translate_everything(page, en, published).get_target_instance()
    assert english.category is None
    category = translate_everything(adem, en, published).get_target_instance()
    english.refresh_from_db()
    assert english.category == category
    category.unpublish()
    english.refresh_from_db()
    assert english.category is None
    assert CategorisedPage.objects.get(pk=page.pk).category == adem


def test_a_name_whose_number_changed_is_not_shown_until_it_is_looked_at(nl, en, published):
    adem = make_category("In 3 stappen", nl)
    translation = translate_everything(adem, en, published)
    adem.name = "In 4 stappen"
    adem.save_revision().publish()
    english = translation.get_target_instance()
    assert (english.name, english.live) == ("Category", True)


def test_a_snippet_is_published_from_its_editor_only_when_all_is_translated(
    nl, en, published, admin_client
):
    adem = make_category("Adem", nl)
    published(translate_object, adem, [en])
    english = adem.get_translation(en)
    url = f"/admin/snippets/categories_app/category/edit/{english.pk}/"
    assert "nog geen vertaling" in publish_from_editor(admin_client, url)
    english.refresh_from_db()
    assert not english.live
    translation = Translation.objects.get(source__object_id=adem.translation_key)
    write_text(translation, translation.source.stringsegment_set.get(), "Breath")
    assert "is gepubliceerd" in publish_from_editor(admin_client, url)
    english.refresh_from_db()
    assert (english.name, english.live) == ("Breath", True)


def test_who_may_not_publish_a_snippet_cannot_do_it_from_the_editor(
    nl, en, published, practitioner_client
):
    adem = make_category("Adem", nl)
    published(translate_object, adem, [en])
    english = adem.get_translation(en)
    url = f"/admin/snippets/categories_app/category/edit/{english.pk}/"
    practitioner_client.post(url, {"action": "publish"})
    english.refresh_from_db()
    assert not english.live


def publish_from_editor(client: Client, url: str) -> str:
    """Presses “publish”; returns what the editor says then."""
    response = client.post(url, {"action": "publish"}, follow=True)
    assert response.status_code == 200
    return " ".join(str(message) for message in response.context["messages"])


@pytest.mark.parametrize("take_off", ["unpublish", "delete"])
def test_a_translated_snippet_goes_with_its_dutch(nl, english_category, take_off):
    getattr(Category.objects.get(locale=nl), take_off)()
    english_category.refresh_from_db()
    assert not english_category.live
