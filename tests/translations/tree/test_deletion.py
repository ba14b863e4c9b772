"""Deleting a Dutch page asks what becomes of the English."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from home.models import StandardPage
from tests.factories.home import StandardPageFactory
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page
from translations.models import LiveSegment
from translations.tree.deletion import DeleteFollowUp

pytestmark = pytest.mark.django_db


def delete(client: Client, page: Page, **data: str) -> Any:
    return client.post(f"/admin/pages/{page.pk}/delete/", data, follow=True)


def exists(page: Page) -> bool:
    return Page.objects.filter(pk=page.pk).exists()


def test_it_asks_and_keeping_a_draft_is_what_it_offers_first(
    dutch, english, practitioner_client, asked
):
    response = practitioner_client.get(f"/admin/pages/{dutch.pk}/delete/")
    assert asked(response) == ["unpublish", "delete", "keep"]
    question = BeautifulSoup(response.content, "html.parser").find(id="english-question")
    assert question.find("a", href=f"/admin/pages/{english.pk}/edit/")
    assert question.find_parent("form")["action"] == f"/admin/pages/{dutch.pk}/delete/"


def test_the_english_is_kept_as_a_draft(dutch, english, practitioner_client, told, client: Client):
    response = delete(practitioner_client, dutch, english="unpublish")
    assert not exists(dutch)
    assert exists(english)
    assert client.get(english.url).status_code == 404
    assert english.title in told(response)


def test_the_english_is_deleted_too(dutch, english, practitioner_client, told):
    response = delete(practitioner_client, dutch, english="delete")
    assert not exists(dutch)
    assert not exists(english)
    assert english.title in told(response)


def test_the_english_stays_online(dutch, english, practitioner_client, told, client: Client):
    response = delete(practitioner_client, dutch, english="keep")
    assert not exists(dutch)
    assert client.get(english.url).status_code == 200
    assert english.title in told(response)


def test_without_an_answer_nothing_happens(dutch, english, practitioner_client, client: Client):
    response = delete(practitioner_client, dutch)
    assert BeautifulSoup(response.content, "html.parser").find(id="english-error")
    assert client.get(dutch.url).status_code == 200
    assert client.get(english.url).status_code == 200


def test_an_english_draft_is_kept_or_deleted(dutch, english, practitioner_client, asked):
    english.unpublish()
    assert asked(practitioner_client.get(f"/admin/pages/{dutch.pk}/delete/")) == ["keep", "delete"]
    delete(practitioner_client, dutch, english="keep")
    assert not exists(dutch)
    assert exists(english)


def test_nothing_is_asked_when_an_english_page_is_deleted(
    dutch, english, practitioner_client, asked, client: Client
):
    assert asked(practitioner_client.get(f"/admin/pages/{english.pk}/delete/")) == []
    delete(practitioner_client, english)
    assert not exists(english)
    assert client.get(dutch.url).status_code == 200


def test_nor_when_there_is_no_english(home, dutch, practitioner_client, asked):
    assert asked(practitioner_client.get(f"/admin/pages/{dutch.pk}/delete/")) == []
    delete(practitioner_client, dutch)
    assert not exists(dutch)


def test_pages_below_go_with_their_english(
    dutch, english, dutch_below, english_below, admin_client, asked
):
    response = admin_client.get(f"/admin/pages/{dutch.pk}/delete/")
    question = BeautifulSoup(response.content, "html.parser").find(id="english-question")
    assert english_below.title in question.get_text()
    delete(admin_client, dutch, english="delete")
    for page in (dutch, dutch_below, english, english_below):
        assert not exists(page)
    assert Page.find_problems() == ([], [], [], [], [])


def test_pages_below_keep_their_english_as_drafts(
    dutch, english, dutch_below, english_below, admin_client, client: Client
):
    delete(admin_client, dutch, english="unpublish")
    assert not exists(dutch_below)
    for page in (english, english_below):
        assert exists(page)
        assert client.get(page.url).status_code == 404


def test_english_whose_dutch_stays_is_not_deleted_along(
    home, dutch, english, dutch_below, english_below, admin_client, told, client: Client
):
    """The Dutch page below has moved away, its English has not."""
    dutch_below.move(home, pos="last-child")
    third = StandardPageFactory(parent=english, title="Third", locale=english.locale)
    fourth = StandardPageFactory(parent=dutch, translation_key=third.translation_key)
    response = delete(admin_client, Page.objects.get(pk=dutch.pk), english="delete")
    assert not exists(fourth)
    assert not exists(third)
    assert client.get(english_below.url).status_code == 200
    english.refresh_from_db()
    assert not english.live
    assert english.numchild == 1
    assert english.title in told(response)
    assert Page.find_problems() == ([], [], [], [], [])


def test_english_that_the_user_may_not_touch_is_left_and_said_so(
    dutch, english, dutch_only_client, asked, told, client: Client
):
    assert asked(dutch_only_client.get(f"/admin/pages/{dutch.pk}/delete/")) == []
    response = delete(dutch_only_client, dutch)
    assert not exists(dutch)
    assert client.get(english.url).status_code == 200
    assert english.title in told(response)


def test_when_the_english_fails_the_dutch_is_still_there(
    dutch, english, practitioner_client, monkeypatch, client: Client
):
    def fail(*args: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(DeleteFollowUp, "delete", fail)
    with pytest.raises(RuntimeError):
        delete(practitioner_client, dutch, english="delete")
    assert client.get(dutch.url).status_code == 200
    assert client.get(english.url).status_code == 200


def test_several_pages_at_once(home, dutch, english, en, published, practitioner_client, asked):
    other = make_page(StandardPage, home, title="Anders")
    other_english = translate_to(en, other, published)
    url = f"/admin/bulk/wagtailcore/page/delete/?id={dutch.pk}&id={other.pk}&next=/admin/pages/"
    assert asked(practitioner_client.get(url)) == ["unpublish", "delete", "keep"]

    assert asked(practitioner_client.post(url)) == ["unpublish", "delete", "keep"]
    assert exists(dutch)

    practitioner_client.post(url, {"english": "delete"})
    for page in (dutch, other, english, other_english):
        assert not exists(page)


def test_translating_again_brings_the_texts_back(
    dutch, english, en, practitioner_client, published, client: Client
):
    delete(practitioner_client, english)
    assert StringTranslation.objects.filter(data=f"EN {dutch.title}").exists()
    assert not LiveSegment.objects.filter(translation=translation_into(en, dutch)).exists()

    published(
        practitioner_client.post, f"/admin/localize/submit/page/{dutch.pk}/", {"locales": [en.pk]}
    )
    again = dutch.get_translation(en)
    assert not again.live
    assert again.title == f"EN {dutch.title}"
    published(practitioner_client.post, f"/admin/pages/{again.pk}/edit/", {"action": "publish"})
    assert f"EN {dutch.introduction}" in client.get(again.url).content.decode()


def test_dutch_that_changed_meanwhile_waits_for_a_translation(
    dutch, english, en, practitioner_client, published, client: Client
):
    delete(practitioner_client, english)
    dutch.introduction = "Heel andere woorden."
    dutch.save_revision().publish()
    published(
        practitioner_client.post, f"/admin/localize/submit/page/{dutch.pk}/", {"locales": [en.pk]}
    )
    again = dutch.get_translation(en)
    published(practitioner_client.post, f"/admin/pages/{again.pk}/edit/", {"action": "publish"})
    again.refresh_from_db()
    assert not again.live

    dutch.introduction = "Weer andere woorden."
    dutch.save_revision().publish()
    translation = translation_into(en, dutch)
    segment = translation.source.stringsegment_set.get(string__data="Weer andere woorden.")
    write_text(translation, segment, "Other words again.")
    published(practitioner_client.post, f"/admin/pages/{again.pk}/edit/", {"action": "publish"})
    assert "Other words again." in client.get(again.url).content.decode()


class TestEnglishWithoutDutch:
    @pytest.fixture(autouse=True)
    def _dutch_is_deleted(self, dutch: Page, english: Page, practitioner_client: Client) -> None:
        delete(practitioner_client, dutch, english="keep")

    def form_data(self, english: StandardPage) -> dict[str, str]:
        return {
            "title": "Just English",
            "slug": english.slug,
            "introduction": "Written here.",
            "body-count": "0",
            "action-publish": "on",
        }

    def test_it_is_edited_and_published_in_the_normal_editor(
        self, english, practitioner_client, published, client: Client
    ):
        editor = practitioner_client.get(f"/admin/pages/{english.pk}/edit/")
        soup = BeautifulSoup(editor.content, "html.parser")
        assert soup.find("input", attrs={"name": "title"})["value"] == english.title
        assert not soup.find(attrs={"name": "localize-restart-translation"})
        form = {
            field["name"]: field.get("value", "")
            for field in soup.select("#page-edit-form input[name]")
            if field.get("type") != "checkbox"
        }
        published(
            practitioner_client.post,
            f"/admin/pages/{english.pk}/edit/",
            form | self.form_data(english),
        )
        html = client.get(english.url).content.decode()
        assert "Just English" in html
        assert "Written here." in html

    def test_its_translation_cannot_be_started_again(self, english, practitioner_client):
        response = practitioner_client.post(
            f"/admin/pages/{english.pk}/edit/", {"localize-restart-translation": "1"}, follow=True
        )
        assert response.status_code == 200
        assert not Translation.objects.filter(
            source__object_id=english.translation_key, enabled=True
        ).exists()

    def test_the_language_switch_leads_to_the_nearest_dutch_page(
        self, home, english, client: Client
    ):
        html = client.get(english.url).content
        links = BeautifulSoup(html, "html.parser").select('a[hreflang="nl"]')
        assert {link["href"] for link in links} == {home.url}

    def test_it_is_deleted_without_a_question(self, english, practitioner_client, asked):
        assert asked(practitioner_client.get(f"/admin/pages/{english.pk}/delete/")) == []
        delete(practitioner_client, english)
        assert not exists(english)
