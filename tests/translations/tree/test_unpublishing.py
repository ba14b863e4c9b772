"""Unpublishing a Dutch page asks whether the English goes offline too."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from home.models import StandardPage
from tests.factories.tree import make_page
from translations.tree.unpublishing import UnpublishFollowUp

pytestmark = pytest.mark.django_db


def unpublish(client: Client, page: Page, **data: str) -> Any:
    return client.post(f"/admin/pages/{page.pk}/unpublish/", data, follow=True)


def bulk_unpublish(client: Client, *pages: Page, **data: str) -> Any:
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(
        f"/admin/bulk/wagtailcore/page/unpublish/?{ids}&next=/admin/pages/", data, follow=True
    )


def test_it_asks_and_names_the_english_page(dutch, english, practitioner_client, asked):
    response = practitioner_client.get(f"/admin/pages/{dutch.pk}/unpublish/")
    assert asked(response) == ["unpublish", "keep"]
    soup = BeautifulSoup(response.content, "html.parser")
    question = soup.select_one("fieldset#english-question")
    assert question.legend.get_text(strip=True)
    assert question.find("a", href=f"/admin/pages/{english.pk}/edit/").get_text() == english.title
    for radio in question.select("input"):
        assert question.find("label", attrs={"for": radio["id"]}).get_text(strip=True)


def test_the_english_goes_offline_too(dutch, english, practitioner_client, told, client: Client):
    response = unpublish(practitioner_client, dutch, english="unpublish")
    assert client.get(dutch.url).status_code == 404
    assert client.get(english.url).status_code == 404
    assert dutch.title in told(response)
    assert english.title in told(response)


def test_the_english_stays_online_when_she_says_so(
    dutch, english, practitioner_client, told, client: Client
):
    response = unpublish(practitioner_client, dutch, english="keep")
    assert client.get(dutch.url).status_code == 404
    html = client.get(english.url)
    assert html.status_code == 200
    assert dutch.url not in html.content.decode()
    assert english.title in told(response)


@pytest.mark.parametrize("answer", [{}, {"english": "whatever"}])
def test_without_an_answer_nothing_happens(
    dutch, english, practitioner_client, answer, client: Client
):
    response = practitioner_client.post(f"/admin/pages/{dutch.pk}/unpublish/", answer)
    assert BeautifulSoup(response.content, "html.parser").select_one("#english-error[role=alert]")
    assert client.get(dutch.url).status_code == 200
    assert client.get(english.url).status_code == 200


def test_nothing_is_asked_about_english_that_is_not_online(
    dutch, english, practitioner_client, asked, client: Client
):
    english.unpublish()
    response = practitioner_client.get(f"/admin/pages/{dutch.pk}/unpublish/")
    assert asked(response) == []
    unpublish(practitioner_client, dutch)
    assert client.get(dutch.url).status_code == 404


def test_nothing_is_asked_when_an_english_page_goes_offline(
    dutch, english, practitioner_client, asked, client: Client
):
    assert asked(practitioner_client.get(f"/admin/pages/{english.pk}/unpublish/")) == []
    unpublish(practitioner_client, english)
    assert client.get(english.url).status_code == 404
    assert client.get(dutch.url).status_code == 200


def test_pages_below_take_their_english_along(
    dutch, english, dutch_below, english_below, practitioner_client, client: Client
):
    unpublish(practitioner_client, dutch, english="unpublish", include_descendants="on")
    for page in (dutch, english, dutch_below, english_below):
        assert client.get(page.url).status_code == 404


def test_pages_below_that_stay_online_keep_their_english(
    dutch, english, dutch_below, english_below, practitioner_client, client: Client
):
    unpublish(practitioner_client, dutch, english="unpublish")
    assert client.get(english.url).status_code == 404
    assert client.get(dutch_below.url).status_code == 200
    assert client.get(english_below.url).status_code == 200


def test_english_that_the_user_may_not_touch_is_left_and_said_so(
    dutch, english, dutch_only_client, asked, told, client: Client
):
    response = dutch_only_client.get(f"/admin/pages/{dutch.pk}/unpublish/")
    assert asked(response) == []
    assert (
        english.title
        in BeautifulSoup(response.content, "html.parser").find(id="english-staying").get_text()
    )
    response = unpublish(dutch_only_client, dutch)
    assert client.get(dutch.url).status_code == 404
    assert client.get(english.url).status_code == 200
    assert english.title in told(response)


def test_when_the_english_fails_the_dutch_stays_online(
    dutch, english, practitioner_client, monkeypatch, client: Client
):
    def fail(*args: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(UnpublishFollowUp, "take_offline", fail)
    with pytest.raises(RuntimeError):
        unpublish(practitioner_client, dutch, english="unpublish")
    assert client.get(dutch.url).status_code == 200
    assert client.get(english.url).status_code == 200


def test_several_pages_at_once(
    home, dutch, english, practitioner_client, asked, told, client: Client
):
    other = make_page(StandardPage, home, title="Anders")
    url = f"/admin/bulk/wagtailcore/page/unpublish/?id={dutch.pk}&id={other.pk}"
    assert asked(practitioner_client.get(url)) == ["unpublish", "keep"]

    response = bulk_unpublish(practitioner_client, dutch, other)
    assert asked(response) == ["unpublish", "keep"]
    assert client.get(dutch.url).status_code == 200

    response = bulk_unpublish(practitioner_client, dutch, other, english="unpublish")
    for page in (dutch, other, english):
        assert client.get(page.url).status_code == 404
    assert english.title in told(response)


def test_several_pages_with_those_below(
    dutch, english, dutch_below, english_below, practitioner_client, client: Client
):
    bulk_unpublish(practitioner_client, dutch, english="unpublish", include_descendants="on")
    assert client.get(english_below.url).status_code == 404


def test_dutch_and_english_ticked_together(dutch, english, practitioner_client, client: Client):
    bulk_unpublish(practitioner_client, dutch, english, english="unpublish")
    assert client.get(dutch.url).status_code == 404
    assert client.get(english.url).status_code == 404


def test_the_question_costs_the_same_for_ten_times_the_pages(
    dutch, dutch_below, english_below, practitioner_client
):
    url = f"/admin/pages/{dutch.pk}/unpublish/"
    practitioner_client.get(url)
    with CaptureQueriesContext(connection) as one:
        practitioner_client.get(url)
    for number in range(9):
        copy = dutch_below.copy(update_attrs={"slug": f"weg-{number}"}, keep_live=True)
        english_below.copy(
            update_attrs={"slug": f"way-{number}", "translation_key": copy.translation_key},
            keep_live=True,
        )
    with CaptureQueriesContext(connection) as ten:
        response = practitioner_client.get(url)
    assert len(BeautifulSoup(response.content, "html.parser").select("#english-question li")) == 11
    assert len(ten) <= len(one)
