"""Visitors search the pages of their language."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from blog.models import BlogPage
from home.models import StandardPage
from search.engine import MOST_WORDS, RESULTS_PER_PAGE, parse
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page
from tests.search.pages import marks, said, text, titles
from translations.publication import publish_translation
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def test_words_in_title_introduction_and_text_are_found(home, searched):
    make_page(StandardPage, home, title="Over de psoas", introduction="")
    make_page(StandardPage, home, title="Tweede", introduction="De psoas ligt diep.")
    make_page(BlogPage, home, title="Derde", introduction="", body=text("Een zachte psoas."))
    make_page(StandardPage, home, title="Anders", introduction="Over rust.")
    page = searched("Psoas")
    assert sorted(titles(page)) == ["Derde", "Over de psoas", "Tweede"]
    assert set(marks(page)) == {"psoas"}
    assert "3 pagina’s gevonden" in page.select_one(".search__count").text


def test_labels_of_a_drawing_and_questions_are_found(home, searched):
    layer = TreatmentPage._meta.get_field("body").stream_block.child_blocks["physical_layer"]
    value = layer.get_preview_value()
    value["figure"]["diaphragm"] = "Middenrifkoepel"
    page = make_page(TreatmentPage, home)
    page.body = [("physical_layer", value)]
    page.save_revision().publish()
    found = searched("middenrifkoepel")
    assert titles(found) == ["Psoas-release"]
    assert found.select_one(".search-result__kind").text == "Behandeling"
    assert "Middenrifkoepel" in marks(found)


def test_every_word_counts_before_some_of_them_do(home, searched):
    make_page(StandardPage, home, title="Adem en rust", introduction="")
    make_page(StandardPage, home, title="Adem", introduction="")
    assert titles(searched("rust adem")) == ["Adem en rust"]
    some = searched("adem zeilboot")
    assert sorted(titles(some)) == ["Adem", "Adem en rust"]
    assert "Geen daarvan heeft al je woorden" in some.main.text


def test_drafts_and_private_pages_are_not_found(home, searched):
    make_page(StandardPage, home, title="Zeilboot concept").unpublish()
    secret = make_page(StandardPage, home, title="Zeilboot geheim")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    changed = make_page(StandardPage, home, title="Gewoon", introduction="")
    changed.introduction = "Een zeilboot die nog niemand mag zien."
    changed.save_revision()
    assert titles(searched("zeilboot")) == []


def test_each_language_finds_its_own_pages(home, en, published, searched):
    translate_to(en, make_page(StandardPage, home, title="Zeilboot"), published)
    assert titles(searched("zeilboot")) == ["Zeilboot"]
    english = searched("zeilboot", "/en/search/")
    assert titles(english) == ["EN Zeilboot"]
    assert english.html["lang"] == "en"
    assert english.select_one("header a[hreflang=nl]")["href"] == "/zoeken/?q=zeilboot"
    assert searched("boot").select_one("header a[hreflang=en]")["href"] == "/en/search/?q=boot"


def test_there_is_no_english_search_without_an_english_site(home, client: Client):
    assert client.get("/en/search/?q=adem").status_code == 404
    assert client.get("/search/").status_code == 404


def test_what_a_page_says_cannot_become_markup(home, searched):
    make_page(
        BlogPage, home, title="Adem <b>& meer</b>", introduction="<script>adem</script> & thee"
    )
    page = searched("adem")
    assert titles(page) == ["Adem <b>& meer</b>"]
    assert page.select_one(".search-result__extract").text == "<script>adem</script> & thee"
    assert page.select("main script") == []


def test_the_extract_shows_the_words_in_the_middle_of_a_long_text(home, searched):
    prose = "voor " * 80 + "hier ligt de zeilboot stil " + "na " * 80
    make_page(BlogPage, home, introduction="Iets anders.", body=text(prose))
    extract = searched("zeilboot").select_one(".search-result__extract")
    assert extract.text.startswith("… ")
    assert extract.text.endswith(" …")
    assert "hier ligt de zeilboot stil" in extract.text
    assert len(extract.text.split()) < 40


def test_results_have_pages_with_addresses(home, searched):
    for number in range(RESULTS_PER_PAGE + 2):
        make_page(StandardPage, home, title=f"Zeilboot {number}", introduction="")
    first, second = searched("zeilboot boot"), searched("zeilboot boot", page=2)
    assert len(titles(first)) == RESULTS_PER_PAGE
    assert len(titles(second)) == 2
    assert not set(titles(first)) & set(titles(second))
    assert first.select_one("a[rel=next]")["href"] == "?q=zeilboot+boot&page=2"
    assert first.select_one("a[rel=next]").text == "Volgende"
    assert second.select_one("ol")["start"] == str(RESULTS_PER_PAGE + 1)


@pytest.mark.parametrize("number", ["0", "-1", "99", "abc", "1e9"])
def test_a_page_number_that_is_none_still_gives_results(home, number, searched):
    make_page(StandardPage, home, title="Zeilboot")
    assert titles(searched("zeilboot", page=number)) == ["Zeilboot"]


@pytest.mark.parametrize(
    "query",
    [
        "adem " * 400,
        "x" * 2000,
        '"adem',
        "'adem'",
        'adem" OR "1"="1',
        "adem AND",
        "NOT adem",
        "adem*",
        "-adem +adem",
        "adem & | ! ( ) <-> :*",
        "title:adem",
        "NEAR(adem, 3)",
        "adem 🧘‍♀️",
        "adem\\",
        "100% adem",
        "%s %(adem)s",
        "{adem} ^adem",
        "adem\x00",
        "<script>adem</script>",
        "ademhaling's adem’s",
        "ⅷ ß İ ﬁ 呼吸 نفس",
    ],
)
def test_any_query_gets_a_sensible_answer(home, query, searched):
    make_page(StandardPage, home, title="Adem", introduction="")
    page = searched(query)
    assert titles(page) == (["Adem"] if "adem" in parse(query[:200], "nl").words else [])
    assert len(page.select_one("#search-query")["value"]) <= 200
    if not titles(page):
        assert "niets gevonden" in said(page)


@pytest.mark.parametrize("query", ["", "   ", "\t\n"])
def test_without_a_query_it_asks_for_one_and_offers_ways_on(home, query, searched):
    make_page(StandardPage, home, title="Over mij", show_in_menus=True)
    page = searched(query)
    assert page.select_one("input[type=search]")["value"] == ""
    assert "Typ een of twee woorden" in page.main.text
    assert "Over mij" in [link.text for link in page.select("main .way-on a")]


def test_without_other_pages_there_is_no_list_of_them(home, client: Client):
    page = BeautifulSoup(client.get("/zoeken/").content, "html.parser")
    assert page.select("main ul") == []


def test_only_pages_of_the_site_are_found(home, searched):
    make_page(StandardPage, home, title="Zeilboot")
    home.add_child(instance=Page(title="Zeilboot zonder soort", slug="kaal"))
    assert titles(searched("zeilboot")) == ["Zeilboot"]


def test_an_accent_that_was_typed_apart_is_found(home, searched):
    make_page(StandardPage, home, title="Ideeën", introduction="")
    assert titles(searched("ideee\u0308n")) == ["Ideeën"]


@pytest.mark.parametrize("query", ["!!! ??", "🧘", "zeilboot"])
def test_nothing_found_says_so_and_offers_ways_on(home, query, searched):
    make_page(StandardPage, home, title="Over mij", show_in_menus=True)
    page = searched(query)
    assert f"Voor “{query}” is niets gevonden" in said(page)
    assert "Over mij" in [link.text for link in page.select("main .way-on a")]
    assert page.select(".pagination") == []


def test_a_query_is_cut_to_a_number_of_words():
    query = parse("De de  psoas-release!", "nl")
    assert (query.typed, query.words) == (["de", "psoas", "release"], ["psoas", "release"])
    many = parse(" ".join(f"woord{number}" for number in range(50)), "nl")
    assert len(many.words) == MOST_WORDS
    assert many.is_cut


def test_it_is_no_page_for_search_engines_and_leaves_nothing_behind(home, client: Client):
    response = client.get("/zoeken/", {"q": "adem"})
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert page.select("link[rel=canonical], link[hreflang]") == []
    assert not response.cookies
    assert page.form["method"] == "get"
    assert page.select("script:not([src])") == []
    assert client.post("/zoeken/", {"q": "adem"}).status_code == 405


def test_every_page_and_a_404_lead_to_it(home, client: Client):
    for url in ("/", "/nergens/"):
        page = BeautifulSoup(client.get(url).content, "html.parser")
        assert page.select_one("footer a[href='/zoeken/']").text == "Zoeken"
    form = BeautifulSoup(client.get("/nergens/").content, "html.parser").main.form
    assert form["action"] == "/zoeken/"
    assert form.select_one("input[type=search]")["name"] == "q"


@pytest.mark.parametrize("slug", ["zoeken", "search"])
def test_no_page_takes_its_address(home, slug, practitioner_client):
    data = {"title": "Zoeken", "slug": slug, "body-count": 0, "action-publish": "1"}
    response = practitioner_client.post(f"/admin/pages/add/home/standardpage/{home.pk}/", data)
    assert response.status_code == 200
    assert "slug" in response.context["form"].errors


def test_a_translation_that_would_take_its_address_gets_another(home, en, published):
    page = make_page(StandardPage, home, title="Zoek", slug="zoek")
    english = translate_to(en, page, published)
    assert english.slug == "en-zoek"
    translation = translation_into(en, page)
    segment = translation.source.stringsegment_set.get(context__path="slug")
    write_text(translation, segment, "search")
    publish_translation(translation)
    english.refresh_from_db()
    assert english.slug == "search-2"
