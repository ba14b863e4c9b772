"""What webhooks are told of English: published, behind, caught up, gone."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage, StandardPage
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page
from tests.factories.webhooks import WebhookFactory, forget_told, told
from translations import sync
from translations.confirmation import confirm
from translations.models import LiveSegment
from translations.publication import publish_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def dutch(home: HomePage) -> StandardPage:
    return make_page(
        StandardPage, home, title="Ademen", slug="ademen", introduction="Rustig en diep."
    )


@pytest.fixture
def english(dutch: StandardPage, en: Locale, published: Callable) -> StandardPage:
    """Live English, told of until now to nobody."""
    return translate_to(en, dutch, published)


@pytest.fixture
def webhook(english: StandardPage) -> Any:
    return WebhookFactory()


def rewrite(page: StandardPage, introduction: str) -> None:
    page = StandardPage.objects.get(pk=page.pk)
    page.introduction = introduction
    page.save_revision().publish()


def changes() -> list[dict[str, Any]]:
    return [event["data"] for event in told("translation.changed")]


def test_first_publication_of_english(dutch: StandardPage, en: Locale, published: Callable) -> None:
    WebhookFactory(events=["translation.changed"])
    english = translate_to(en, dutch, published)

    change = changes()[-1]
    assert (change["locale"], change["state"], change["texts_behind"]) == ("en", "complete", 0)
    assert change["behind_since"] is None
    assert (change["page"]["id"], change["page"]["path"]) == (english.pk, english.url)
    assert (change["source"]["id"], change["source"]["path"]) == (dutch.pk, dutch.url)


def test_dutch_with_other_words_puts_english_behind_though_it_looks_the_same(
    dutch: StandardPage, english: StandardPage, webhook: Any
) -> None:
    rewrite(dutch, "Rustig, en heel diep.")

    (change,) = changes()
    assert (change["state"], change["texts_behind"]) == ("behind", 1)
    assert change["behind_since"]
    assert change["page"]["id"] == english.pk
    assert [event["data"]["page"]["id"] for event in told("page.published")] == [dutch.pk]


def test_dutch_with_the_same_words_changes_no_translation(
    dutch: StandardPage, webhook: Any
) -> None:
    rewrite(dutch, dutch.introduction)

    assert changes() == []


def test_english_that_is_published_anew_is_told_of_once(
    dutch: StandardPage, english: StandardPage, webhook: Any
) -> None:
    rewrite(dutch, "Rustig, in 20 minuten.")  # a figure: the English is withheld and published so

    assert len(told("translation.changed")) == len(told("page.published")) - 1 == 1
    assert changes()[0]["state"] == "behind"


def test_english_that_catches_up(
    dutch: StandardPage, english: StandardPage, en: Locale, webhook: Any
) -> None:
    rewrite(dutch, "Rustig, en heel diep.")
    forget_told()
    translation = translation_into(en, dutch)
    segment = translation.source.stringsegment_set.get(context__path="introduction")
    write_text(translation, segment, "Calm and very deep.")
    publish_translation(translation)

    assert [(change["state"], change["texts_behind"]) for change in changes()] == [("complete", 0)]
    assert told("page.published")[0]["data"]["page"]["id"] == english.pk


def test_confirmed_text_is_told_though_the_page_stays_the_same(
    dutch: StandardPage, english: StandardPage, webhook: Any
) -> None:
    rewrite(dutch, "Rustig, en heel diep.")
    forget_told()
    confirm(LiveSegment.objects.get(status=LiveSegment.Status.CHANGED))

    assert [change["state"] for change in changes()] == ["complete"]
    assert told("page.published") == []


def test_dutch_that_could_not_be_followed_puts_english_behind(
    dutch: StandardPage, webhook: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(sync, "_bring_up_to_date", fail)
    rewrite(dutch, "Rustig, en heel diep.")

    assert [change["state"] for change in changes()] == ["behind"]


def test_english_that_goes_offline_or_is_deleted_is_missing(
    dutch: StandardPage, english: StandardPage, webhook: Any
) -> None:
    StandardPage.objects.get(pk=english.pk).unpublish()

    (change,) = changes()
    assert (change["state"], change["page"]) == ("missing", None)
    assert change["source"]["id"] == dutch.pk

    forget_told()
    StandardPage.objects.get(pk=english.pk).delete()
    assert told() == []


def test_deleted_english_is_missing(english: StandardPage, webhook: Any) -> None:
    StandardPage.objects.get(pk=english.pk).delete()

    assert [event["type"] for event in told()] == ["page.deleted", "translation.changed"]
    assert changes()[0]["state"] == "missing"


def test_nothing_is_told_of_the_dutch_that_is_private(
    dutch: StandardPage, english: StandardPage, webhook: Any
) -> None:
    PageViewRestriction.objects.create(page=dutch, restriction_type="login")
    forget_told()
    StandardPage.objects.get(pk=english.pk).unpublish()

    assert changes()[0]["source"] is None
