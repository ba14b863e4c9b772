"""The language switch and `hreflang`."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def treatment(home) -> TreatmentPage:
    return make_page(TreatmentPage, home)


def switch(client: Client, path: str) -> BeautifulSoup:
    page = BeautifulSoup(client.get(path).content, "html.parser")
    return page.select_one("header a[hreflang]")


def test_the_switch_leads_to_the_same_page_and_back(treatment, en, published, client: Client):
    english = translate_to(en, treatment, published)
    link = switch(client, treatment.url)
    assert link["href"] == english.url
    assert link["hreflang"] == "en"
    assert "English" in link.text
    back = switch(client, english.url)
    assert back["href"] == treatment.url
    assert "Nederlands" in back.text


def test_the_switch_leads_to_the_nearest_page_above_and_says_so(
    treatment, en, published, client: Client
):
    index = translate_to(en, treatment.get_parent().specific, published)
    link = switch(client, treatment.url)
    assert link["href"] == index.url
    assert index.title in link.parent.text


def test_a_draft_is_not_led_to(treatment, en, published, client: Client):
    translate_to(en, treatment, published).unpublish()
    assert switch(client, treatment.url)["href"] == "/en/en-behandelingen/"


def test_without_english_there_is_no_switch(treatment, client: Client):
    assert switch(client, treatment.url) is None


def test_hreflang_names_live_translations_only(treatment, en, published, client: Client):
    def alternates(path: str) -> dict[str, str]:
        page = BeautifulSoup(client.get(path).content, "html.parser")
        return {link["hreflang"]: link["href"] for link in page.select("link[hreflang]")}

    translate_to(en, treatment.get_parent().specific, published)
    dutch = f"http://testserver{treatment.url}"
    assert alternates(treatment.url) == {"nl": dutch, "x-default": dutch}
    english = translate_to(en, treatment, published)
    both = {"nl": dutch, "en": f"http://testserver{english.url}", "x-default": dutch}
    assert alternates(treatment.url) == both
    assert alternates(english.url) == both


def test_an_alias_is_no_translation(home, treatment, en, published, client: Client):
    translate_to(en, treatment.get_parent().specific, published)
    alias = treatment.copy_for_translation(en, alias=True)
    assert alias.live
    assert switch(client, treatment.url)["href"] == "/en/en-behandelingen/"


def test_below_a_home_page_that_is_not_live_nothing_is_led_to(
    home, treatment, en, published, client: Client
):
    translate_to(en, treatment, published)
    home.get_translation(en).specific_class.objects.filter(locale=en).update(live=False)
    assert switch(client, treatment.url) is None


def test_a_404_leads_to_the_other_languages_home(home, en, published, client: Client):
    translate_to(en, home, published)
    assert switch(client, "/nergens/")["href"] == "/en/"
    assert switch(client, "/en/nowhere/")["href"] == "/"
