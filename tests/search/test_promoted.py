"""Pages that she puts first for certain words."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from home.models import StandardPage
from search.models import PromotedResult
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from tests.search.pages import titles

pytestmark = pytest.mark.django_db

ADD = "/admin/search/recommended/new/"


@pytest.fixture
def page(home):
    """One that says nothing of boats, beside three that do."""
    for number in range(3):
        make_page(StandardPage, home, title=f"Behandeling {number}")
    return make_page(StandardPage, home, title="Thee drinken", introduction="Met koek.")


def promote(page, words: str, language: str = "nl") -> PromotedResult:
    return PromotedResult.objects.create(language=language, words=words, page=page)


@pytest.mark.parametrize(
    "query", ["behandeling", "Behandelingen", "de behandelingen", "bhandeling"]
)
def test_it_stands_first_and_is_marked(page, query, searched):
    promote(page, "lage rug, behandeling")
    found = searched(query)
    assert titles(found)[0] == "Thee drinken"
    assert len(titles(found)) == 4
    labels = [label.text for label in found.select(".search-result__promoted")]
    assert labels == ["aanbevolen"]
    assert "4 pagina’s gevonden" in found.main.text


def test_every_word_of_one_of_its_terms_must_be_looked_for(page, searched):
    promote(page, "lage rug, zitten")
    assert titles(searched("rug")) == []
    assert titles(searched("rug te laag lage")) == ["Thee drinken"]
    assert titles(searched("zitten")) == ["Thee drinken"]


def test_a_page_that_was_found_anyway_is_there_once(page, searched):
    promote(page, "thee")
    assert titles(searched("thee")) == ["Thee drinken"]


def test_it_is_not_shown_while_visitors_cannot_see_it(page, searched):
    promote(page, "behandeling")
    page.unpublish()
    assert "Thee drinken" not in titles(searched("behandeling"))


def test_another_language_shows_its_own_page(page, en, published, searched):
    translate_to(en, page, published)
    promote(page, "kettle", "en")
    assert titles(searched("kettles", "/en/search/")) == ["EN Thee drinken"]
    assert titles(searched("kettle")) == []


def test_she_recommends_a_page(page, practitioner_client: Client, searched):
    data = {"language": "nl", "words": "rugklacht", "page": page.pk}
    assert practitioner_client.get(ADD).status_code == 200
    assert practitioner_client.post(ADD, data).status_code == 302
    assert titles(searched("rugklachten"))[0] == "Thee drinken"
    listed = practitioner_client.get("/admin/search/recommended/").content.decode()
    assert "rugklacht" in listed
    assert "Aanbevolen resultaten" in listed


@pytest.mark.parametrize(
    ("data", "field", "error"),
    [
        ({"words": "de, het"}, "words", "staan op bijna elke pagina"),
        ({"words": ", !"}, "words", "staan op bijna elke pagina"),
        ({"language": "en"}, "page", "is er in die taal nog niet"),
        ({"page": ""}, "page", "verplicht"),
    ],
)
def test_what_cannot_work_is_refused_in_words(
    page, en, data, field, error, practitioner_client: Client
):
    response = practitioner_client.post(
        ADD, {"language": "nl", "words": "rugklacht", "page": page.pk} | data
    )
    assert response.status_code == 200
    assert error in str(response.context["form"].errors[field])


def test_a_page_that_visitors_cannot_see_is_refused(page, practitioner_client: Client):
    page.unpublish()
    response = practitioner_client.post(
        ADD, {"language": "nl", "words": "rugklacht", "page": page.pk}
    )
    assert "kunnen deze pagina in die taal niet zien" in response.content.decode()


def test_the_same_page_twice_is_refused(page, practitioner_client: Client):
    promote(page, "rugklacht")
    response = practitioner_client.post(ADD, {"language": "nl", "words": "thee", "page": page.pk})
    html = BeautifulSoup(response.content, "html.parser")
    assert "is in deze taal al aanbevolen" in html.text
