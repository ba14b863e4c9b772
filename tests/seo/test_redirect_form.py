"""Redirects that she makes herself, and what the form refuses."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from home.models import StandardPage
from seo.models import NotFoundAddress
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db

ADD = "/admin/redirects/add/"


@pytest.fixture
def page(home: Any) -> StandardPage:
    return make_page(StandardPage, home, slug="over-mij", title="Over mij")


def add(client: Client, old: str, page: Any = None, link: str = "", url: str = ADD) -> Any:
    data = {"old_path": old, "redirect_page": page.pk if page else "", "redirect_link": link}
    return client.post(url, data)


def errors(response: Any) -> str:
    assert response.status_code == 200
    return " ".join(
        str(error) for found in response.context["form"].errors.values() for error in found
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/Wie-ben-ik.html", "/wie-ben-ik.html"),
        ("wie-ben-ik/", "/wie-ben-ik"),
        ("https://www.oud-adres.nl/wie%20ben%20ik?b=2&a=1#top", "/wie%20ben%20ik?a=1&b=2"),
        ("www.oud-adres.nl/café", "/café"),
    ],
)
def test_an_old_address_may_be_written_as_it_comes(written, kept, page, practitioner_client):
    assert add(practitioner_client, written, page).status_code == 302
    redirect = Redirect.objects.get()
    assert (redirect.old_path, redirect.redirect_page_id) == (kept, page.pk)
    assert redirect.is_permanent


@pytest.mark.parametrize("link", ["/over-mij/", "http://testserver/over-mij", "Over-Mij"])
def test_the_address_of_a_page_becomes_a_link_to_that_page(link, page, practitioner_client):
    add(practitioner_client, "/oud", link=link)
    assert Redirect.objects.get().redirect_page_id == page.pk


def test_another_site_may_be_led_to(page, practitioner_client, client: Client):
    add(practitioner_client, "/agenda", link="agenda.example.nl/afspraak?x=1")
    response = client.get("/agenda/")
    assert response.headers["Location"] == "https://agenda.example.nl/afspraak?x=1"


@pytest.mark.parametrize(
    ("old", "link", "said"),
    [
        ("/over-mij/", "/", "De pagina “Over mij” staat op dit adres"),
        ("/?page_id=5", "/over-mij/", "staat op dit adres"),
        ("/zoeken", "/over-mij/", "De site gebruikt dit adres zelf."),
        ("/admin/", "/over-mij/", "De site gebruikt dit adres zelf."),
        ("/oud", "/bestaat-niet/", "Er staat geen pagina op het adres “/bestaat-niet/”."),
        ("/oud", "/oud/", "in een kring"),
        ("/oud", "", "Kies de pagina"),
        ("mailto:iemand@example.com", "/over-mij/", "Dit kan geen adres zijn"),
        ("/oud", "javascript:alert(1)", "Dit kan geen adres zijn"),
        ("/" + "a" * 300, "/over-mij/", "te lang"),
        ("/al-bekend", "/", "leidt al naar “Over mij”"),
    ],
)
def test_what_cannot_work_is_refused_in_her_language(old, link, said, page, practitioner_client):
    add(practitioner_client, "/al-bekend", page)
    assert said in errors(add(practitioner_client, old, link=link))
    assert Redirect.objects.count() == 1


def test_a_page_that_is_not_online_is_refused(home, practitioner_client):
    draft = home.add_child(instance=StandardPage(title="Nieuw", slug="nieuw", live=False))
    assert "niet online" in errors(add(practitioner_client, "/oud", draft))


def test_an_address_that_leads_somewhere_already_shows_the_way_to_that_redirect(
    home, page, practitioner_client
):
    add(practitioner_client, "/al-bekend", page)
    page.unpublish()
    other = make_page(StandardPage, home, slug="elders")
    html = BeautifulSoup(add(practitioner_client, "/al-bekend", other).content, "html.parser")
    (link,) = html.select(".w-field__errors a, .error-message a")
    assert link["href"] == f"/admin/redirects/{Redirect.objects.get().pk}/"


def test_a_page_and_an_address_together_are_refused(page, practitioner_client):
    assert "niet allebei" in errors(add(practitioner_client, "/oud", page, link="/over-mij/"))


def test_a_chain_is_collapsed_when_its_second_half_comes_first(page, practitioner_client):
    add(practitioner_client, "/twee", page)
    add(practitioner_client, "/een", link="/twee")
    assert {redirect.redirect_page_id for redirect in Redirect.objects.all()} == {page.pk}


def test_a_chain_is_collapsed_when_the_page_in_its_middle_is_gone(home, page, practitioner_client):
    middle = make_page(StandardPage, home, slug="midden")
    add(practitioner_client, "/een", middle)
    middle.unpublish()
    add(practitioner_client, "/midden", page)
    targets = dict(Redirect.objects.values_list("old_path", "redirect_page"))
    assert targets == {"/een": page.pk, "/midden": page.pk}


def test_a_redirect_can_be_changed_and_deleted(home, page, practitioner_client, client: Client):
    other = make_page(StandardPage, home, slug="elders")
    add(practitioner_client, "/oud", page)
    url = f"/admin/redirects/{Redirect.objects.get().pk}/"
    assert add(practitioner_client, "/oud", other, url=url).status_code == 302
    assert client.get("/oud/").headers["Location"] == "/elders/"
    practitioner_client.post(f"{url}delete/")
    assert client.get("/oud/").status_code == 404


def test_an_address_not_found_is_led_on_with_one_click(page, practitioner_client, client: Client):
    for _time in range(3):
        client.get("/over-my/")
    report = practitioner_client.get("/admin/reports/not-found/").content.decode()
    link = BeautifulSoup(report, "html.parser").select_one('a[href*="old_path"]')
    form = practitioner_client.get(link["href"]).context["form"]
    assert form["old_path"].value() == "/over-my"
    assert form["redirect_page"].value() == page.pk
    response = add(practitioner_client, form["old_path"].value(), page, url=link["href"])
    assert response.headers["Location"] == "/admin/reports/not-found/"
    assert not NotFoundAddress.objects.exists()
    assert client.get("/over-my/").headers["Location"] == "/over-mij/"


def test_the_list_is_in_her_language_and_says_where_each_leads(page, practitioner_client):
    add(practitioner_client, "/oud", page)
    html = practitioner_client.get("/admin/redirects/").content.decode()
    assert "Oud adres" in html
    assert "Over mij" in html
    assert "Oude adressen uit een bestand" in html


def test_who_may_not_make_redirects_sees_none_of_it(home, page, practitioner, practitioner_client):
    group = practitioner.groups.get()
    group.permissions.remove(*group.permissions.filter(codename__endswith="_redirect"))
    for url in ("/admin/redirects/", ADD, "/admin/redirects/import/", "/admin/reports/not-found/"):
        assert practitioner_client.get(url).headers.get("Location") == "/admin/"
