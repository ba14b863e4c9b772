"""The first panel of the admin, in Dutch, with the practitioner's four tasks."""

import pytest
from bs4 import BeautifulSoup

from blog.models import BlogIndexPage
from contact.models import ContactMessage
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def tasks(client) -> dict[str, str]:
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")
    return {link.text.strip(): link["href"] for link in page.select(".welcome__link")}


def test_offers_the_four_things_she_does_and_each_opens(home, practitioner_client):
    treatment = make_page(TreatmentPage, home)
    blog = make_page(BlogIndexPage, home)
    found = tasks(practitioner_client)
    assert list(found) == [
        "De behandeling bewerken",
        "Een blogbericht schrijven",
        "Het Engels bijwerken",
        "Berichten lezen",
    ]
    assert found["De behandeling bewerken"] == f"/admin/pages/{treatment.pk}/edit/"
    assert found["Een blogbericht schrijven"] == f"/admin/pages/add/blog/blogpage/{blog.pk}/"
    for url in found.values():
        assert practitioner_client.get(url).status_code == 200


def test_with_several_treatments_it_leads_to_their_list(home, practitioner_client):
    first = make_page(TreatmentPage, home)
    make_page(TreatmentPage, home)
    assert tasks(practitioner_client)["De behandeling bewerken"] == (
        f"/admin/pages/{first.get_parent().pk}/"
    )


def test_an_empty_site_offers_only_what_exists(home, practitioner_client):
    assert list(tasks(practitioner_client)) == ["Het Engels bijwerken", "Berichten lezen"]


def test_asks_for_an_address_while_nobody_hears_of_messages(
    home, practitioner, practitioner_client
):
    hint = "Vul onder Instellingen, Praktijkgegevens"
    assert hint not in practitioner_client.get("/admin/").content.decode()
    practitioner.email = ""
    practitioner.save()
    assert hint in practitioner_client.get("/admin/").content.decode()


def test_says_how_many_messages_wait(home, practitioner_client):
    html = practitioner_client.get("/admin/").content.decode()
    assert "Geen ongelezen berichten" in html
    ContactMessage.objects.create(
        name="Noor", email="noor@example.com", message="Hallo", language="nl"
    )
    assert "1 ongelezen bericht" in practitioner_client.get("/admin/").content.decode()
