"""Moving a Dutch page asks whether the English moves along."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Page

from home.models import StandardPage
from tests.factories.home import StandardPageFactory
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from translations.tree import moving

pytestmark = pytest.mark.django_db


@pytest.fixture
def new_parent(home: Any) -> StandardPage:
    return make_page(StandardPage, home, title="Praktijk", slug="praktijk")


@pytest.fixture
def english_parent(new_parent: StandardPage, en: Any, published: Any) -> StandardPage:
    return translate_to(en, new_parent, published)


def confirm_url(page: Page, parent: Page) -> str:
    return f"/admin/pages/{page.pk}/move/{parent.pk}/confirm/"


def move(client: Client, page: Page, parent: Page, **data: str) -> Any:
    return client.post(confirm_url(page, parent), data, follow=True)


def bulk_url(*pages: Page) -> str:
    ids = "&".join(f"id={page.pk}" for page in pages)
    return f"/admin/bulk/wagtailcore/page/move/?{ids}&next=/admin/pages/"


def is_below(page: Page, parent: Page) -> bool:
    return Page.objects.get(pk=page.pk).is_child_of(Page.objects.get(pk=parent.pk))


def staying(response: Any) -> str:
    return BeautifulSoup(response.content, "html.parser").find(id="english-staying").get_text()


def test_it_asks_and_names_where_the_english_goes(
    dutch, english, new_parent, english_parent, practitioner_client, asked
):
    response = practitioner_client.get(confirm_url(dutch, new_parent))
    assert asked(response) == ["move", "keep"]
    question = BeautifulSoup(response.content, "html.parser").find(id="english-question")
    assert question.find("a", href=f"/admin/pages/{english.pk}/edit/")
    assert english_parent.title in question.find("label").get_text()


def test_the_english_moves_along(
    dutch,
    english,
    dutch_below,
    english_below,
    new_parent,
    english_parent,
    practitioner_client,
    told,
    client: Client,
):
    response = move(practitioner_client, dutch, new_parent, english="move")
    assert is_below(dutch, new_parent)
    assert is_below(english, english_parent)
    assert english.title in told(response)
    for page in (english, english_below):
        address = Page.objects.get(pk=page.pk).url
        assert address.startswith(english_parent.url)
        assert client.get(address).status_code == 200
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_english_stays_when_she_says_so(
    dutch, english, new_parent, english_parent, practitioner_client, told, client: Client
):
    response = move(practitioner_client, dutch, new_parent, english="keep")
    assert is_below(dutch, new_parent)
    assert not is_below(english, english_parent)
    assert client.get(english.url).status_code == 200
    assert english.title in told(response)


def test_without_an_answer_nothing_moves(
    dutch, english, new_parent, english_parent, practitioner_client
):
    response = move(practitioner_client, dutch, new_parent)
    assert BeautifulSoup(response.content, "html.parser").find(id="english-error")
    assert not is_below(dutch, new_parent)


def test_the_english_stays_where_the_new_parent_has_no_english(
    dutch, english, new_parent, practitioner_client, asked, told, client: Client
):
    response = practitioner_client.get(confirm_url(dutch, new_parent))
    assert asked(response) == []
    assert new_parent.title in staying(response)
    response = move(practitioner_client, dutch, new_parent)
    assert is_below(dutch, new_parent)
    assert client.get(english.url).status_code == 200
    assert english.title in told(response)


def test_the_english_stays_where_its_address_is_taken(
    dutch, english, new_parent, english_parent, practitioner_client, asked, client: Client
):
    StandardPageFactory(parent=english_parent, slug=english.slug, locale=english.locale)
    response = practitioner_client.get(confirm_url(dutch, new_parent))
    assert asked(response) == []
    assert english.slug in staying(response)
    move(practitioner_client, dutch, new_parent)
    assert client.get(english.url).status_code == 200


def test_english_that_the_user_may_not_touch_is_left_and_said_so(
    dutch, english, new_parent, english_parent, dutch_only_client, asked, told
):
    assert asked(dutch_only_client.get(confirm_url(dutch, new_parent))) == []
    response = move(dutch_only_client, dutch, new_parent)
    assert is_below(dutch, new_parent)
    assert not is_below(english, english_parent)
    assert english.title in told(response)


def test_english_that_may_not_stand_under_the_new_parent_is_left_and_said_so(
    dutch, english, new_parent, english_parent, dutch_only_client, asked, told
):
    """She may change this English page, not the one it would go under."""
    group = Group.objects.get(name="Alleen Nederlands")
    for codename in ("change_page", "publish_page"):
        permission = Permission.objects.get(codename=codename)
        GroupPagePermission.objects.create(group=group, page=english, permission=permission)
    response = dutch_only_client.get(confirm_url(dutch, new_parent))
    assert asked(response) == []
    assert english_parent.title in staying(response)


def test_nothing_is_asked_when_an_english_page_moves(
    dutch, english, new_parent, english_parent, practitioner_client, asked
):
    assert asked(practitioner_client.get(confirm_url(english, english_parent))) == []
    move(practitioner_client, english, english_parent)
    assert is_below(english, english_parent)
    assert not is_below(dutch, new_parent)


def test_nothing_is_asked_about_english_that_is_there_already(
    dutch, english, new_parent, english_parent, practitioner_client, asked
):
    move(practitioner_client, english, english_parent)
    assert asked(practitioner_client.get(confirm_url(dutch, new_parent))) == []
    move(practitioner_client, dutch, new_parent)
    assert is_below(dutch, new_parent)
    assert is_below(english, english_parent)


def test_a_page_does_not_move_into_another_language(dutch, english_parent, practitioner_client):
    practitioner_client.post(confirm_url(dutch, english_parent), {"english": "move"})
    assert not is_below(dutch, english_parent)


def test_when_the_english_fails_the_dutch_has_not_moved(
    dutch, english, new_parent, english_parent, practitioner_client, monkeypatch
):
    def fail(*args: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(moving, "follow_order", fail)
    with pytest.raises(RuntimeError):
        move(practitioner_client, dutch, new_parent, english="move")
    assert not is_below(dutch, new_parent)
    assert not is_below(english, english_parent)


def test_a_draft_of_the_moved_page_is_kept_and_does_not_reach_english(
    dutch, english, new_parent, english_parent, practitioner_client, client: Client
):
    dutch.introduction = "Nog niet af."
    dutch.save_revision()
    move(practitioner_client, dutch, new_parent, english="move")
    moved = StandardPage.objects.get(pk=dutch.pk)
    assert moved.get_latest_revision_as_object().introduction == "Nog niet af."
    html = client.get(Page.objects.get(pk=english.pk).url).content.decode()
    assert "Nog niet af" not in html
    assert f"EN {moved.introduction}" in html

    moved.get_latest_revision_as_object().save_revision().publish()
    html = client.get(Page.objects.get(pk=english.pk).url).content.decode()
    assert "Nog niet af" not in html
    assert is_below(english, english_parent)


def test_several_pages_at_once(
    home,
    dutch,
    english,
    new_parent,
    english_parent,
    en,
    published,
    practitioner_client,
    asked,
    told,
    titles_below,
):
    other = make_page(StandardPage, home, title="Anders")
    translate_to(en, other, published)
    url = bulk_url(dutch, other)
    assert asked(practitioner_client.get(url)) == ["move", "keep"]

    response = practitioner_client.post(url, {"chooser": new_parent.pk})
    assert asked(response) == ["move", "keep"]
    assert titles_below(new_parent) == []

    response = practitioner_client.post(
        url, {"chooser": new_parent.pk, "english": "move"}, follow=True
    )
    assert titles_below(new_parent) == ["Over mij", "Anders"]
    assert titles_below(english_parent) == ["EN Over mij", "EN Anders"]
    assert english.title in told(response)
    assert Page.find_problems() == ([], [], [], [], [])


def test_several_pages_to_a_parent_without_english(
    dutch, english, new_parent, practitioner_client, told, client: Client
):
    response = practitioner_client.post(
        bulk_url(dutch), {"chooser": new_parent.pk, "english": "move"}, follow=True
    )
    assert is_below(dutch, new_parent)
    assert client.get(english.url).status_code == 200
    assert english.title in told(response)
