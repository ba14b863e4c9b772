"""Addresses that people meet and that are not there: counted, and nothing else is kept."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from home.models import StandardPage
from seo.models import NotFoundAddress
from seo.not_found import recording
from seo.not_found.purging import forget_old_addresses
from seo.not_found.suggestions import suggested_page
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/not-found/"


def kept() -> dict[str, int]:
    return dict(NotFoundAddress.objects.values_list("path", "times"))


def test_the_same_address_counts_as_one_however_it_is_written(home, client: Client):
    for address in ("/Oud/", "/oud", "/oud/?utm_source=brief", "/en/oud/"):
        assert client.get(address, follow=True).status_code == 404
    assert kept() == {"/oud": 3, "/en/oud": 1}
    line = NotFoundAddress.objects.get(path="/oud")
    assert line.last_asked == timezone.localdate()


@pytest.mark.parametrize(
    "address",
    [
        "/wp-login.php",
        "/wp-admin/",
        "/.env",
        "/.git/config",
        "/config.json",
        "/phpmyadmin/",
        "/media/images/weg.jpg",
        "/favicon-oud.ico",
        "/jan@example.com/",
        "/afmelden/jan%40example.com/",
        "/bel/0612345678/",
        "/token/d41d8cd98f00b204e9800998ecf8427e/",
        "/" + "a" * 200 + "/",
        "/oud.md",
    ],
)
def test_scanners_and_what_may_tell_of_a_person_leave_no_trace(address, home, client: Client):
    assert client.get(address).status_code == 404
    assert kept() == {}


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Mode": "no-cors"},
        {"Sec-Fetch-Mode": "cors"},
        {"Sec-Fetch-Mode": "navigate", "Sec-Purpose": "prefetch"},
    ],
)
def test_only_what_a_person_opened_counts(headers, home, client: Client):
    client.get("/oud/", headers=headers)
    client.head("/ouder/")
    assert kept() == {}


def test_on_https_a_browser_says_that_somebody_opened_it(home, client: Client):
    client.get("/oud/", secure=True)
    assert kept() == {}
    client.get("/oud/", secure=True, headers={"Sec-Fetch-Mode": "navigate"})
    assert kept() == {"/oud": 1}


@pytest.mark.parametrize(
    ("referrer", "remembered"),
    [
        ("http://testserver/over-mij/?q=geheim", "/over-mij"),
        ("https://www.google.com/search?q=naam", ""),
        ("http://testserver/jan@example.com/", ""),
        ("geen adres", ""),
        ("http://[", ""),
    ],
)
def test_only_a_link_on_this_site_is_remembered(referrer, remembered, home, client: Client):
    client.get("/oud/", headers={"Referer": referrer})
    assert NotFoundAddress.objects.get().linked_from == remembered


def test_a_visitor_gets_no_cookie_and_the_same_page(home, client: Client):
    response = client.get("/oud/")
    assert not response.cookies
    assert "<h1" in response.content.decode()


def test_the_page_comes_even_if_counting_fails(home, client: Client, monkeypatch, caplog):
    def fail(*args: Any) -> None:
        raise DatabaseError("locked")

    monkeypatch.setattr(recording, "count", fail)
    assert client.get("/oud/").status_code == 404
    assert "could not be counted" in caplog.text


def test_a_full_list_takes_nothing_new(home, client: Client, monkeypatch):
    monkeypatch.setattr(recording, "MOST_ADDRESSES", 2)
    for address in ("/een/", "/twee/", "/drie/", "/een/"):
        client.get(address)
    assert kept() == {"/een": 2, "/twee": 1}


def test_two_visitors_who_are_first_at_the_same_moment_both_count(home, client, monkeypatch):
    """The other one comes between the look and the writing."""
    manager = NotFoundAddress.objects
    real_count = manager.count

    def count_while_another_comes() -> int:
        monkeypatch.undo()
        recording.count("/oud", "")
        return real_count()

    monkeypatch.setattr(manager, "count", count_while_another_comes)
    client.get("/oud/")
    assert kept() == {"/oud": 2}


def test_she_sees_what_is_met_a_few_times_or_linked_to(home, client: Client, practitioner_client):
    for _time in range(3):
        client.get("/vaak/")
    client.get("/een-keer/")
    client.get("/mijn-fout/", headers={"Referer": "http://testserver/over-mij/"})
    html = practitioner_client.get(REPORT).content.decode()
    assert "/vaak" in html
    assert "/mijn-fout" in html
    assert "/over-mij" in html
    assert "/een-keer" not in html


def test_a_line_that_she_leaves_stays_away(home, client: Client, practitioner):
    her_client = Client(enforce_csrf_checks=True)
    her_client.force_login(practitioner)
    for _time in range(3):
        client.get("/vaak/")
    report = BeautifulSoup(her_client.get(REPORT).content, "html.parser")
    form = report.select_one("form[action$='/dismiss/']")
    fields = {field["name"]: field["value"] for field in form.select("input")}
    assert her_client.post(form["action"], fields).status_code == 302
    client.get("/vaak/")
    assert NotFoundAddress.objects.get().times == 4
    assert "Niemand komt op een adres uit dat er niet is" in her_client.get(REPORT).content.decode()


def test_a_page_that_comes_to_be_there_takes_the_line_away(home, client: Client):
    client.get("/nieuw/")
    make_page(StandardPage, home, slug="nieuw")
    assert kept() == {}


def test_what_nobody_asks_for_any_more_is_forgotten(db, monkeypatch):
    today = timezone.localdate()

    def line(path: str, times: int, days: int) -> None:
        day = today - datetime.timedelta(days=days)
        NotFoundAddress.objects.create(path=path, times=times, last_asked=day)

    line("/vaak", 50, 300)
    line("/lang-geleden", 50, 366)
    line("/een-keer", 1, 31)
    line("/pas", 1, 2)
    assert forget_old_addresses() == 2
    assert set(kept()) == {"/vaak", "/pas"}
    monkeypatch.setattr("seo.not_found.purging.MOST_ADDRESSES", 1)
    monkeypatch.setattr("seo.not_found.purging.ROOM", 0)
    forget_old_addresses()
    assert set(kept()) == {"/vaak"}


def test_the_page_that_may_have_been_meant_is_in_the_language_of_the_address(
    home, en, published: Any
):
    page = make_page(StandardPage, home, slug="over-mij")
    make_page(StandardPage, home, slug="privacy")
    english = translate_to(en, page, published)
    assert suggested_page("/oud/over_mij.html") == page.page_ptr
    assert suggested_page("/en/en-over-my") == english.page_ptr
    assert suggested_page("/iets-heel-anders") is None
    assert suggested_page("/") is None


def test_one_click_leads_to_the_page_that_was_meant(home, client: Client, practitioner):
    make_page(StandardPage, home, slug="over-mij", title="Over mij & jou")
    her_client = Client(enforce_csrf_checks=True)
    her_client.force_login(practitioner)
    for _time in range(3):
        client.get("/oud/over_my/")
        client.get("/iets-heel-anders/")
    report = BeautifulSoup(her_client.get(REPORT).content, "html.parser")
    (form,) = report.select("form[action$='/lead-on/']")
    assert "Leid door naar “Over mij & jou”" in form.button.get_text()
    fields = {field["name"]: field["value"] for field in form.select("input")}
    assert her_client.post(form["action"], fields | {"csrfmiddlewaretoken": ""}).status_code == 403
    said = her_client.post(form["action"], fields, follow=True).content.decode()
    assert "“/oud/over_my” leidt nu naar “Over mij &amp; jou”." in said
    assert client.get("/oud/over_my/").headers["Location"] == "/over-mij/"
    assert set(kept()) == {"/iets-heel-anders"}


def test_a_page_that_went_offline_meanwhile_is_not_led_to(home, practitioner_client: Client):
    page = make_page(StandardPage, home, slug="over-mij")
    line = NotFoundAddress.objects.create(path="/over-my", last_asked=timezone.localdate())
    page.unpublish()
    url = f"{REPORT}{line.pk}/lead-on/"
    said = practitioner_client.post(url, {"page": page.pk}, follow=True).content.decode()
    assert "niet online" in said
    assert not Redirect.objects.exists()


def test_who_may_not_make_redirects_has_no_click_either(home, practitioner, practitioner_client):
    page = make_page(StandardPage, home, slug="over-mij")
    line = NotFoundAddress.objects.create(path="/over-my", last_asked=timezone.localdate())
    group = practitioner.groups.get()
    group.permissions.remove(*group.permissions.filter(codename__endswith="_redirect"))
    practitioner_client.post(f"{REPORT}{line.pk}/lead-on/", {"page": page.pk})
    assert not Redirect.objects.exists()


def test_the_report_costs_the_same_however_many_lines_it_has(home, practitioner_client: Client):
    make_page(StandardPage, home, slug="over-mij")

    def queries(lines: int) -> int:
        for number in range(lines):
            NotFoundAddress.objects.get_or_create(
                path=f"/over-my-{number}",
                defaults={"times": 3, "last_asked": timezone.localdate()},
            )
        with CaptureQueriesContext(connection) as captured:
            practitioner_client.get(REPORT)
        return len(captured)

    queries(1)
    assert queries(2) == queries(20)


def test_what_she_left_is_not_forgotten_before_the_list_is_full(db, monkeypatch):
    long_ago = timezone.localdate() - datetime.timedelta(days=400)
    NotFoundAddress.objects.create(path="/laat-maar", last_asked=long_ago, is_dismissed=True)
    NotFoundAddress.objects.create(path="/vaak", last_asked=timezone.localdate(), times=9)
    forget_old_addresses()
    assert set(kept()) == {"/laat-maar", "/vaak"}


def test_an_address_with_two_slashes_is_not_taken_for_one_of_another_site(home, client: Client):
    assert client.get("/%2Fx.nl/over-mij/weg/").status_code == 404
    assert "/over-mij/weg" not in kept()
