"""Old addresses from a file of another program: all of it, or the good lines when she says so."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from blog.models import BlogPage
from home.models import StandardPage
from seo.redirects.csv_reading import read_lines
from tests.factories.blog import make_category
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db

IMPORT = "/admin/redirects/import/"


@pytest.fixture
def page(home: Any) -> StandardPage:
    return make_page(StandardPage, home, slug="over-mij", title="Over mij")


def upload(client: Client, content: str | bytes, encoding: str = "utf-8") -> Any:
    data = content if isinstance(content, bytes) else content.encode(encoding)
    return client.post(IMPORT, {"file": SimpleUploadedFile("adressen.csv", data)})


def confirm(client: Client, looked: Any) -> Any:
    context = looked.context
    return client.post(IMPORT, {"lines": context["lines"], "new": len(context["new"])}, follow=True)


def problems(looked: Any) -> dict[int, str]:
    return {each.line.number: each.problem for each in looked.context["problems"]}


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Oud adres;Nieuw adres\r\n/café.html;/over-mij/\r\n", "cp1252"),
        ("sep=;\r\noud;nieuw\r\n/café.html;/over-mij/\r\n", "cp1252"),
        ("/café.html,/over-mij/\n", "utf-8"),
        ("\n/café.html,/over-mij/,301,regex\n\n,,\n", "utf-8"),
        ("old\tnew\n/caf%C3%A9.html\thttp://testserver/over-mij\n", "utf-8-sig"),
        ("oud\tnieuw\n/café.html\t/over-mij\n", "utf-16"),
        ('"https://www.oud.nl/café.html";"Over-Mij"\n', "utf-8"),
    ],
)
def test_the_file_may_come_from_any_program(content, encoding, page, practitioner_client):
    looked = upload(practitioner_client, content, encoding)
    assert not Redirect.objects.exists()
    assert problems(looked) == {}
    confirm(practitioner_client, looked)
    redirect = Redirect.objects.get()
    assert (redirect.old_path, redirect.redirect_page_id) == ("/café.html", page.pk)


def test_each_line_that_is_wrong_says_why(page, practitioner_client):
    looked = upload(
        practitioner_client,
        "oud;nieuw\n"
        "/goed;/over-mij/\n"
        "/weg;/bestaat-niet/\n"
        "/goed/;/\n"
        "/over-mij;/\n"
        "/rond;/cirkel\n"
        "/cirkel;/rond\n"
        "/zelf;/zelf/\n"
        "/leeg;\n"
        ";/over-mij/\n"
        "mailto:a@example.nl;/over-mij/\n",
    )
    assert problems(looked) == {
        3: "Er staat geen pagina op het adres “/bestaat-niet/”.",
        4: "Regel 2 heeft hetzelfde oude adres.",
        5: "De pagina “Over mij” staat op dit adres, dus bezoekers zouden nooit worden doorgestuurd. Geef die "
        "pagina een ander adres: het oude leidt er dan vanzelf naartoe.",
        6: "Dit leidt in een kring terug naar waar het begon.",
        7: "Dit leidt in een kring terug naar waar het begon.",
        8: "Dit leidt naar zichzelf.",
        9: "Het nieuwe adres ontbreekt.",
        10: "Het oude adres ontbreekt.",
        11: "Het oude adres kan geen adres zijn, of is te lang.",
    }
    html = looked.content.decode()
    assert "Bewaar 1 goede regel, laat de rest weg" in html
    assert not Redirect.objects.exists()
    answer = confirm(practitioner_client, looked)
    assert "1 oud adres leidt nu door." in answer.content.decode()
    assert Redirect.objects.get().old_path == "/goed"


def test_a_first_line_that_is_no_heading_is_not_left_out(page, practitioner_client):
    looked = upload(practitioner_client, "contact;over-mij\nwie;weg\n")
    assert [each.old_path for each in looked.context["new"]] == ["/contact"]
    assert list(problems(looked)) == [2]


def test_a_line_to_a_page_that_is_not_online_is_not_right(page, practitioner_client):
    confirm(practitioner_client, upload(practitioner_client, "/oud;/over-mij/\n"))
    page.unpublish()
    looked = upload(practitioner_client, "/ouder;/oud/\n/nog-ouder;/over-mij/\n")
    assert problems(looked) == {
        1: "Dit leidt naar de pagina “Over mij”, die niet online staat.",
        2: "Er staat geen pagina op het adres “/over-mij/”.",
    }


def test_a_list_without_posts_may_be_an_old_address_and_no_new_one(home, practitioner_client):
    make_page(BlogPage, home, slug="bericht")
    looked = upload(
        practitioner_client, "/blog/1999/;/blog/\n/oud;/blog/1998/\n/rss;/blog/rss.xml\n"
    )
    assert list(problems(looked)) == [2]
    confirm(practitioner_client, looked)
    assert Redirect.objects.get(old_path="/rss").redirect_page_route_path == "/rss.xml"


def test_a_chain_within_the_file_is_one_step(page, practitioner_client):
    looked = upload(practitioner_client, "/een;/twee\n/twee;/drie\n/drie;/over-mij/\n")
    confirm(practitioner_client, looked)
    assert {redirect.redirect_page_id for redirect in Redirect.objects.all()} == {page.pk}
    assert Redirect.objects.count() == 3


def test_a_second_time_the_same_file_changes_nothing(page, practitioner_client):
    for _time in range(2):
        looked = upload(practitioner_client, "/oud;/over-mij/\n")
        confirm(practitioner_client, looked)
    assert len(looked.context["known"]) == 1
    assert Redirect.objects.count() == 1


def test_another_target_than_the_site_has_is_said(home, page, practitioner_client):
    make_page(StandardPage, home, slug="elders")
    confirm(practitioner_client, upload(practitioner_client, "/oud;/over-mij/\n"))
    looked = upload(practitioner_client, "/oud;/elders/\n")
    assert problems(looked) == {1: "Dit adres leidt al naar “Over mij”."}


def test_nothing_is_saved_when_the_site_changed_meanwhile(home, page, practitioner_client):
    looked = upload(practitioner_client, "/oud;/over-mij/\n/ouder;/over-mij/\n")
    make_page(StandardPage, home, slug="oud")
    again = confirm(practitioner_client, looked)
    assert not Redirect.objects.exists()
    assert list(problems(again)) == [1]
    confirm(practitioner_client, again)
    assert Redirect.objects.get().old_path == "/ouder"


def test_lines_that_were_tampered_with_are_refused(page, practitioner_client):
    answer = practitioner_client.post(IMPORT, {"lines": "x", "new": "1"}, follow=True)
    assert "Er is niets bewaard" in answer.content.decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00", "Dit is geen CSV-bestand"),
        (b"oud adres\n", "geen adressen"),
        (b"/een\n/twee\n", "twee"),
        (b'"/een;/twee\n', "aanhalingsteken"),
        (b"/oud;/nieuw\n" * 2_001, "2001"),
        (b"/oud;/nieuw\n" * 50_000, "te groot"),
    ],
    ids=["spreadsheet", "no-address", "one-column", "open-quote", "many-lines", "large"],
)
def test_a_file_that_cannot_be_read_says_what_to_do(content, said, page, practitioner_client):
    response = upload(practitioner_client, content)
    assert said in " ".join(response.context["form"].errors["file"])


def test_judging_costs_the_same_for_many_lines(page, practitioner_client):
    def queries(count: int) -> int:
        content = "".join(f"/oud-{number};/over-mij/\n" for number in range(count))
        with CaptureQueriesContext(connection) as captured:
            upload(practitioner_client, content)
        return len(captured)

    queries(1)
    assert queries(10) == queries(200)


def test_documents_and_lists_cost_the_same_for_many_lines(home, practitioner_client):
    make_page(BlogPage, home, slug="bericht", category=make_category("Adem"))

    def queries(count: int) -> int:
        lines = (
            f"/oud-{number};/documents/{number + 1}/x.pdf\n/o-{number};/blog/categorie/c{number}/\n"
            for number in range(count)
        )
        with CaptureQueriesContext(connection) as captured:
            upload(practitioner_client, "".join(lines))
        return len(captured)

    queries(1)
    assert queries(2) == queries(40)


def test_a_comma_in_an_address_does_not_split_it():
    lines = read_lines(b"/a,b.html;/over-mij/\n/c,d;/over-mij/\n")
    assert [line.old for line in lines] == ["/a,b.html", "/c,d"]
