"""What was looked for in vain is counted, and no more of it is kept than that."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from home.models import StandardPage
from search import missed_terms
from search.missed_terms import SHOWN_FROM, count_missed, countable, purge_missed_terms
from search.models import MissedTerm
from tests.factories.tree import make_page
from tests.scripts.served_site import Site
from tests.search.pages import titles

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/searched-in-vain/"
NOVEMBER = datetime.date(2026, 11, 25)


def counts() -> dict[str, int]:
    return dict(MissedTerm.objects.values_list("term", "times"))


def test_only_what_found_nothing_is_counted(home, searched):
    make_page(StandardPage, home, title="Zeilboot", introduction="De psoas.")
    for query in ("zeilboot", "psaos", "de het een", "", "🧘", "zeilboot kajak"):
        searched(query)
    assert counts() == {}
    searched("  Kajak,  huren! ")
    searched("kajak huren", page=2)
    assert counts() == {"kajak huren": 2}


def test_a_browser_that_looks_ahead_counts_nothing(home, client: Client):
    client.head("/zoeken/", {"q": "kajak"})
    client.get("/zoeken/", {"q": "kajak"}, headers={"Sec-Purpose": "prefetch"})
    assert counts() == {}


def test_nothing_but_term_language_month_and_number_is_kept(home, client: Client):
    client.get("/zoeken/", {"q": "kajak"}, REMOTE_ADDR="203.0.113.9")
    assert {field.name for field in MissedTerm._meta.fields} == {
        "id",
        "language",
        "month",
        "term",
        "times",
    }
    assert MissedTerm.objects.get().month.day == 1


@pytest.mark.parametrize(
    "query",
    [
        "anna@example.com",
        "anna @ example.com",
        "www.example.com",
        "annadevries.nl",
        "https://example.org/x",
        "06 12345678",
        "+31 6 1234 5678",
        "0612345678",
        "12-03-1984",
        "1234 AB 12",
        "x" * 31,
        "een heel verhaal over wat mij gisteren overkwam",
        "123456782",
    ],
)
def test_what_may_say_who_someone_is_is_not_counted(query):
    assert countable(query) == ""
    count_missed(query, "nl")
    assert counts() == {}


@pytest.mark.parametrize(
    ("query", "term"),
    [("Kajak", "kajak"), ('"ideeën"', "ideeën"), ("MRI 2026", "mri 2026"), ("a-b", "a b")],
)
def test_a_term_is_counted_in_lower_case_without_signs(query, term):
    assert countable(query) == term


def test_nobody_fills_the_table(monkeypatch):
    monkeypatch.setattr(missed_terms, "MOST_TERMS", 3)
    for number in range(9):
        count_missed(f"woord {number}", "nl")
    count_missed("woord 1", "nl")
    count_missed("word", "en")
    assert counts() == {"woord 0": 1, "woord 1": 2, "woord 2": 1, "word": 1}


def test_what_is_older_than_a_year_goes_and_what_stayed_rare(home):
    def kept(month: datetime.date, times: int) -> None:
        MissedTerm.objects.create(language="nl", month=month, term=f"{month} {times}", times=times)

    for times in (SHOWN_FROM - 1, SHOWN_FROM):
        kept(datetime.date(2025, 11, 1), times)
        kept(datetime.date(2025, 12, 1), times)
        kept(datetime.date(2026, 11, 1), times)
    assert purge_missed_terms(NOVEMBER) == 3
    assert set(counts()) == {"2025-12-01 3", "2026-11-01 2", "2026-11-01 3"}


def test_the_report_shows_a_term_from_three_times_on(home, practitioner_client: Client):
    for term, times in (("kajak", SHOWN_FROM), ("kano", SHOWN_FROM - 1)):
        for _ in range(times):
            count_missed(term, "nl", NOVEMBER)
    page = BeautifulSoup(practitioner_client.get(REPORT).content, "html.parser")
    rows = [[cell.text.strip() for cell in row.select("td")] for row in page.select("tbody tr")]
    assert rows == [["november 2026", "kajak", "Nederlands", str(SHOWN_FROM)]]
    english = BeautifulSoup(
        practitioner_client.get(REPORT, {"language": "en"}).content, "html.parser"
    )
    assert "kajak" not in english.main.text


def test_the_report_says_when_there_is_nothing(home, practitioner_client: Client):
    html = practitioner_client.get(REPORT).content.decode()
    assert "Er is niets 3 keer of vaker in een maand vergeefs gezocht" in html
    assert REPORT in practitioner_client.get("/admin/").content.decode()


def test_the_report_can_be_taken_along(home, practitioner_client: Client):
    for _ in range(SHOWN_FROM):
        count_missed("kajak", "nl", NOVEMBER)
    response = practitioner_client.get(REPORT, {"export": "csv"})
    assert b"kajak" in b"".join(response.streaming_content)


def test_visitors_at_once_are_all_counted(edited_site: Site):
    count = "from search.missed_terms import count_missed\nfor _ in range(10): count_missed('kajak', 'nl')"
    with ThreadPoolExecutor(3) as pool:
        for outcome in [
            pool.submit(edited_site.manage, "shell", "-v0", "-c", count) for _ in range(3)
        ]:
            outcome.result(timeout=120)
    times = (
        "from search.models import MissedTerm as M; print(*M.objects.values_list('term', 'times'))"
    )
    assert edited_site.manage("shell", "-v0", "-c", times).strip() == "('kajak', 30)"


def test_a_recommended_page_is_no_search_in_vain(home, searched):
    from search.models import PromotedResult

    page = make_page(StandardPage, home, title="Zeilboot")
    PromotedResult.objects.create(language="nl", words="kajak", page=page)
    assert titles(searched("kajak")) == ["Zeilboot"]
    assert counts() == {}
