"""Menus are made from what stands directly under the home page of a language."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from contact.models import ContactPage
from home.models import StandardPage
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentIndexPage, TreatmentPage

pytestmark = pytest.mark.django_db


def menu(client: Client, path: str, selector: str = "header nav") -> dict[str, dict]:
    page = BeautifulSoup(client.get(path).content, "html.parser")
    return {link.text.strip(): link.attrs for link in page.select(f"{selector} a")}


def test_pages_marked_for_the_menu_are_in_it_in_the_order_of_the_tree(home, client: Client):
    make_page(TreatmentIndexPage, home, show_in_menus=True)
    make_page(ContactPage, home, show_in_menus=True)
    make_page(StandardPage, home, title="Privacy", show_in_menus=False)
    names = list(menu(client, "/"))
    assert names.index("Behandelingen") < names.index("Contact")
    assert "Privacy" not in names


def test_other_pages_are_in_the_footer(home, client: Client):
    make_page(StandardPage, home, title="Privacy", show_in_menus=False)
    assert menu(client, "/", "footer")["Privacy"]["href"] == "/privacy/"


def test_drafts_are_in_no_menu(home, client: Client):
    make_page(StandardPage, home, title="Nog niet", show_in_menus=True).unpublish()
    assert "Nog niet" not in client.get("/").content.decode()


def test_the_page_and_the_pages_below_it_mark_their_menu_item(home, client: Client):
    make_page(TreatmentIndexPage, home, show_in_menus=True)
    make_page(ContactPage, home, show_in_menus=True)
    treatment = make_page(TreatmentPage, home)
    items = menu(client, treatment.url)
    assert "aria-current" in items["Behandelingen"]
    assert "aria-current" not in items["Contact"]


def test_each_language_has_its_own_menu(home, en, published, client: Client):
    translate_to(en, make_page(TreatmentIndexPage, home, show_in_menus=True), published)
    make_page(ContactPage, home, show_in_menus=True)
    english = menu(client, "/en/")
    assert english["EN Behandelingen"]["href"] == "/en/en-behandelingen/"
    assert "Contact" not in english


def test_a_404_in_a_language_without_pages_shows_no_other_languages_menu(home, client: Client):
    make_page(ContactPage, home, title="Schrijf me", show_in_menus=True)
    assert "Schrijf me" in client.get("/nergens/").content.decode()
    assert "Schrijf me" not in client.get("/en/nowhere/").content.decode()
