"""Snippets and the pages that point at them stay in their language."""

from typing import Any

import pytest
from wagtail.models import Locale, TranslatableMixin
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from tests.categories_app.models import CategorisedPage, Category
from tests.factories.translations import translate_to, write_text
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
