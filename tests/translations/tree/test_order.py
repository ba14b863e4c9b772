"""English pages stand in the order of the Dutch."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from home.models import StandardPage
from tests.factories.home import StandardPageFactory
from tests.factories.translations import translate_to
from translations.tree import signals

pytestmark = pytest.mark.django_db


@pytest.fixture
def four(dutch: StandardPage, english: StandardPage, en: Any, published: Any) -> list[Page]:
    """Four pages below the Dutch one, all in English too."""
    pages = [StandardPageFactory(parent=dutch, title=title, slug=title.lower()) for title in "ABCD"]
    for page in pages:
        translate_to(en, page, published)
    return pages


def drag(client: Client, page: Page, position: int | str) -> None:
    response = client.post(f"/admin/pages/{page.pk}/set_position/?position={position}")
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("moved", "position", "order"),
    [(3, 0, "DABC"), (0, 2, "BCAD"), (0, "", "BCDA"), (1, 1, "ABCD"), (2, 1, "ACBD")],
)
def test_english_takes_the_order_that_dutch_is_dragged_to(
    four, dutch, english, practitioner_client, titles_below, moved, position, order
):
    drag(practitioner_client, four[moved], position)
    assert titles_below(dutch) == list(order)
    assert titles_below(english) == [f"EN {title}" for title in order]
    assert Page.find_problems() == ([], [], [], [], [])


def test_visitors_see_the_new_order(
    home, four, dutch, english, practitioner_client, client: Client
):
    before = {page.pk: client.get(page.get_translation(english.locale).url) for page in four}
    drag(practitioner_client, four[3], 0)
    for page in four:
        url = Page.objects.get(pk=page.pk).get_translation(english.locale).url
        assert client.get(url).status_code == before[page.pk].status_code == 200


def test_an_english_page_whose_dutch_is_elsewhere_keeps_its_place(
    four, dutch, english, practitioner_client, titles_below
):
    other = StandardPageFactory(parent=english, title="Alone", locale=english.locale)
    other.move(four[1].get_translation(english.locale), pos="right")
    assert titles_below(english) == ["EN A", "EN B", "Alone", "EN C", "EN D"]
    drag(practitioner_client, four[3], 0)
    assert titles_below(english) == ["EN D", "EN A", "Alone", "EN B", "EN C"]


def test_dutch_without_english_leaves_no_gap(
    four, dutch, english, practitioner_client, titles_below
):
    StandardPageFactory(parent=dutch, title="Nieuw")
    Page.objects.get(title="EN B").delete()
    drag(practitioner_client, four[3], 0)
    assert titles_below(dutch) == ["D", "A", "B", "C", "Nieuw"]
    assert titles_below(english) == ["EN D", "EN A", "EN C"]


def test_dragging_english_alone_changes_nothing_in_dutch(
    four, dutch, english, practitioner_client, titles_below
):
    drag(practitioner_client, four[3].get_translation(english.locale), 0)
    assert titles_below(english)[0] == "EN D"
    assert titles_below(dutch) == list("ABCD")


def test_a_page_translated_later_takes_its_place(
    four, dutch, english, en, practitioner_client, published, titles_below
):
    page = StandardPageFactory(parent=dutch, title="E", slug="e")
    drag(practitioner_client, page, 1)
    translate_to(en, page, published)
    assert titles_below(english) == ["EN A", "EN E", "EN B", "EN C", "EN D"]
    assert Page.find_problems() == ([], [], [], [], [])


def test_when_the_english_fails_the_dutch_keeps_its_place(
    four, dutch, practitioner_client, titles_below, monkeypatch
):
    def fail(*args: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(signals, "follow_order", fail)
    with pytest.raises(RuntimeError):
        drag(practitioner_client, four[3], 0)
    assert titles_below(dutch) == list("ABCD")
