"""What the practice details and words look like on the site, and that the empty ones leave nothing behind."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from core.models import PracticeWords
from home.models import HomePage
from tests.contracts.test_queries import queries
from tests.factories.practice import DETAILS, WORDS, fill_practice, make_words
from tests.factories.translations import translate_to
from tests.factories.tree import ContactPageFactory

pytestmark = pytest.mark.django_db

ENGLISH = {
    "portrait_alt": "Marijke by the window.",
    "about": "I work with attention.",
    "hours_note": "By appointment only.",
    "route": "Ring at the green door.",
}
# What visitors read of each detail at the foot of a page, in Dutch and in English.
AT_THE_FOOT = {
    "practitioner_name": ("Marijke de Wit",) * 2,
    "email": ("marijke@example.com",) * 2,
    "telephone": ("+31 6 12 34 56 78",) * 2,
    "street": ("Kerkstraat 1",) * 2,
    "postal_code": ("3581 AB",) * 2,
    "city": ("Utrecht",) * 2,
    "kvk_number": ("KvK 12345678",) * 2,
    "vat_number": ("Btw-id NL001234567B01", "VAT ID NL001234567B01"),
    "association_name": (
        "Aangesloten bij Vereniging van Lichaamswerkers",
        "Member of Vereniging van Lichaamswerkers",
    ),
    "membership_number": ("lidnummer 2041-77", "number 2041-77"),
    "complaints_name": ("Klachtenregeling: Geschillencommissie", "Complaints: Geschillencommissie"),
    "opening_hours": ("ma 9:00–17:00", "Mon 9:00–17:00"),
    "social_links": ("Instagram",) * 2,
}


@pytest.fixture
def urls(home: HomePage, en: Any, published: Any) -> dict[str, str]:
    """The contact page in each language."""
    page = ContactPageFactory(parent=home)
    return {"nl": page.url, "en": translate_to(en, page, published).url}


def read(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words_of(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ").replace(" ,", ",").split()) if tag else ""


def assert_nothing_empty(page: BeautifulSoup) -> None:
    for name in ("ul", "dl", "li", "p", "dt", "dd", "address", "aside", "section", "h2", "nav"):
        for tag in page.find_all(name):
            assert tag.get_text(strip=True) or tag.find(["img", "input", "svg"]), str(tag)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("field", AT_THE_FOOT)
def test_a_detail_shows_where_it_is_filled_in_and_only_there(
    field, language, home, urls, client: Client
):
    text = AT_THE_FOOT[field][language == "en"]
    fill_practice(home, **DETAILS)
    page = read(client, urls[language])
    assert text in words_of(page.select_one(".site-footer"))
    assert_nothing_empty(page)
    fill_practice(home, **{field: [] if isinstance(DETAILS[field], list) else ""})
    page = read(client, urls[language])
    shown = words_of(page.body)
    assert text not in shown
    for other, texts in AT_THE_FOOT.items():
        if other not in (field, "membership_number"):
            assert texts[language == "en"] in shown
    assert_nothing_empty(page)


def test_without_details_there_is_no_card_and_no_empty_part(home, urls, client: Client):
    page = read(client, urls["nl"])
    assert page.select(".practice-card, .practice-details, .closing__person") == []
    assert page.select_one(".site-footer__name").text == "Psoas-release"
    assert_nothing_empty(page)


def test_links_lead_where_they_say(home, urls, client: Client):
    fill_practice(home, **DETAILS)
    page = read(client, urls["nl"])
    links = {link.get_text(strip=True): link for link in page.select(".site-footer a")}
    assert links["+31 6 12 34 56 78"]["href"] == "tel:+31612345678"
    assert links["marijke@example.com"]["href"] == "mailto:marijke@example.com"
    assert links["Vereniging van Lichaamswerkers"]["href"] == "https://vereniging.example/"
    assert links["Geschillencommissie"]["href"] == "https://klachten.example/"
    assert links["Instagram"]["href"] == "https://profiel.example/marijke"
    assert links["Instagram"]["rel"] == ["me", "noopener"]
    route = page.find("a", string="De route, op OpenStreetMap")
    assert route["href"].startswith("https://www.openstreetmap.org/directions?to=Kerkstraat+1")


def test_a_website_without_a_name_does_not_show(home, urls, client: Client):
    fill_practice(home, association_website="https://vereniging.example/", membership_number="7")
    page = read(client, urls["nl"])
    assert "vereniging.example" not in str(page)
    assert_nothing_empty(page)


@pytest.mark.parametrize(("language", "words"), [("nl", WORDS), ("en", ENGLISH)])
def test_words_stand_in_the_card_in_the_language_of_the_page(
    language, words, home, urls, nl, en, picture, client: Client
):
    fill_practice(home, **DETAILS, portrait=picture)
    make_words(nl, **WORDS)
    make_words(en, **ENGLISH)
    card = read(client, urls[language]).select_one(".practice-card")
    assert card.img["alt"] == words["portrait_alt"]
    assert card.img["width"]
    for name in ("about", "hours_note", "route"):
        assert words[name] in words_of(card)


@pytest.mark.parametrize("field", ["about", "hours_note", "route"])
def test_a_word_that_is_empty_leaves_nothing_behind(field, home, urls, nl, client: Client):
    make_words(nl, **WORDS | {field: ""})
    page = read(client, urls["nl"])
    assert WORDS[field] not in str(page)
    assert_nothing_empty(page)


def test_english_never_shows_the_dutch_words(home, urls, nl, en, picture, client: Client):
    fill_practice(home, **DETAILS, portrait=picture)
    dutch = make_words(nl, **WORDS)
    draft = dutch.copy_for_translation(en)
    draft.live = False
    draft.save()
    for url in (urls["en"], "/en/"):
        page = read(client, url)
        for text in WORDS.values():
            assert text not in str(page)
        assert_nothing_empty(page)
    assert read(client, urls["en"]).select_one(".practice-card img")["alt"] == ""


def test_words_that_are_taken_offline_are_gone(home, urls, nl, client: Client):
    make_words(nl, **WORDS).unpublish()
    assert not PracticeWords.objects.get().live
    assert "Alleen op afspraak." not in str(read(client, urls["nl"]))


def test_the_call_to_contact_shows_her_portrait_and_name(home, urls, nl, picture, client: Client):
    assert read(client, home.url).select_one(".closing__person") is None
    fill_practice(home, portrait=picture, practitioner_name="Marijke de Wit")
    make_words(nl, **WORDS)
    person = read(client, home.url).select_one(".closing__person")
    assert person.img["alt"] == WORDS["portrait_alt"]
    assert person.img["loading"] == "lazy"
    assert words_of(person) == "Marijke de Wit Ik werk met aandacht."


@pytest.mark.parametrize("accent", ["clay", "lake"])
def test_the_chosen_accent_is_on_every_page(accent, home, urls, client: Client):
    fill_practice(home, accent=accent)
    for url in (home.url, urls["en"]):
        assert read(client, url).html["data-accent"] == accent
    assert BeautifulSoup(client.get("/nergens/").content, "html.parser").html["data-accent"]


def test_details_and_portrait_cost_no_query_beside_that_of_the_settings(
    home, urls, picture, client: Client
):
    without = queries(client, home.url)
    fill_practice(home, **DETAILS, portrait=picture)
    assert len(queries(client, home.url)) == len(without)
