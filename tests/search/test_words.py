"""Whatever a visitor types, in both languages and on both databases, gets a sensible answer."""

import pytest
from wagtail.models import Locale

from blog.models import BlogPage
from home.models import HomePage, StandardPage
from search.models import SearchEntry, SiteWord
from tests.factories.commits import with_commit
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_home, make_page
from tests.search.pages import marks, said, text, titles
from translations.publication import publish_translation

pytestmark = pytest.mark.django_db

DUTCH, ENGLISH = "/zoeken/", "/en/search/"


ENGLISH_TEXTS = {
    "Een behandeling": "A breath",
    "De psoas ligt diep. Ideeën over rugpijn.": "The psoas lies deep. Café talk about backache.",
    "Rust": "Rest",
    "Zachtjes ademen.": "Softly relaxing.",
    "Kop": "Heading",
    "Na de psoasmassage komt ontspanning, in het lichaam.": "After the massage comes release.",
}


@pytest.fixture(scope="module")
def pages(content_of_module):
    """A page of words and a post, in both languages."""
    home = make_home()
    english, _ = Locale.objects.get_or_create(language_code="en")
    treatment = make_page(
        StandardPage,
        home,
        title="Een behandeling",
        introduction="De psoas ligt diep. Ideeën over rugpijn.",
    )
    post = make_page(
        BlogPage,
        home,
        title="Rust",
        introduction="Zachtjes ademen.",
        body=text("Na de psoasmassage komt ontspanning, in het lichaam."),
    )
    for page in (treatment, post):
        translate_to(english, page, with_commit)
        translation = translation_into(english, page)
        for segment in translation.source.stringsegment_set.exclude(context__path="slug"):
            write_text(translation, segment, ENGLISH_TEXTS[segment.string.data])
        publish_translation(translation)


@pytest.fixture
def home(pages, db):
    return HomePage.objects.get(locale__language_code="nl")


@pytest.fixture
def site(home):
    return home


@pytest.mark.parametrize(
    ("path", "query", "title", "mark"),
    [
        (DUTCH, "behandelingen", "Een behandeling", "behandeling"),
        (DUTCH, "BEHANDELING", "Een behandeling", "behandeling"),
        (DUTCH, "adem", "Rust", "ademen"),
        (DUTCH, "ideeen", "Een behandeling", "Ideeën"),
        (DUTCH, "ideeën", "Een behandeling", "Ideeën"),
        (DUTCH, "lichamen", "Rust", "lichaam"),
        (ENGLISH, "breathing", "A breath", "breath"),
        (ENGLISH, "breaths", "A breath", "breath"),
        (ENGLISH, "relax", "Rest", "relaxing"),
        (ENGLISH, "cafe", "A breath", "Café"),
    ],
)
def test_any_form_of_a_word_is_found_and_marked(site, path, query, title, mark, searched):
    page = searched(query, path)
    assert titles(page) == [title]
    assert marks(page) == [mark]


@pytest.mark.parametrize(
    ("path", "query", "mended", "told"),
    [
        (DUTCH, "psaos", "psoas", "Resultaten voor psoas; voor “psaos” is niets gevonden."),
        (DUTCH, "bhandeling", "behandeling", "Resultaten voor behandeling;"),
        (DUTCH, "behandelinngn", "behandeling", "Resultaten voor behandeling;"),
        (DUTCH, "idieeen", "ideeën", "Resultaten voor ideeën;"),
        (ENGLISH, "psaos", "psoas", "Results for psoas; nothing was found for “psaos”."),
        (ENGLISH, "relaxxing", "relaxing", "Results for relaxing;"),
        (ENGLISH, "the psaos muscle", "the psoas muscle", "Results for the psoas muscle;"),
    ],
)
def test_a_typing_mistake_is_mended_and_said(site, path, query, mended, told, searched):
    page = searched(query, path)
    assert len(titles(page)) == 1
    assert page.select_one(".search__note strong").text == mended
    assert told in said(page)
    assert page.select_one("#search-query")["value"] == query


def test_a_word_of_another_language_mends_nothing(site, searched):
    page = searched("bhandeling", ENGLISH)
    assert titles(page) == []
    assert "behandeling" not in said(page)


@pytest.mark.parametrize(
    ("query", "mark"), [("rug", "rugpijn"), ("massage", "psoasmassage"), ("ontspan", "ontspanning")]
)
def test_a_part_of_a_dutch_word_is_found(site, query, mark, searched):
    page = searched(query)
    assert marks(page) == [mark]
    assert f"“{query}” is alleen gevonden als deel van langere woorden" in said(page)


@pytest.mark.parametrize(
    ("path", "query", "told"),
    [
        (DUTCH, "de het een", "“de het een” staat op bijna elke pagina"),
        (DUTCH, "en", "“en” staat op bijna elke pagina"),
        (DUTCH, "moet der", "“moet der” staat op bijna elke pagina"),
        (ENGLISH, "the and", "“the and” stands on nearly every page"),
    ],
)
def test_stop_words_alone_are_said_to_be_too_common(site, path, query, told, searched):
    page = searched(query, path)
    assert titles(page) == []
    assert told in said(page)
    assert page.select("main .way-on a")


@pytest.mark.parametrize(
    ("path", "query"), [(DUTCH, "de psoas van het"), (ENGLISH, "what is the psoas")]
)
def test_stop_words_beside_another_word_count_for_nothing(site, path, query, searched):
    page = searched(query, path)
    assert len(titles(page)) == 1
    assert marks(page) == ["psoas"]


@pytest.mark.parametrize("path", [DUTCH, ENGLISH])
@pytest.mark.parametrize(
    "query",
    [
        '"psoas"',
        '"psoas',
        "'psoas'",
        "psoas' OR '1'='1",
        "psoas AND",
        "OR psoas",
        "NOT psoas",
        "-psoas +psoas",
        "psoas*",
        "psoas:*",
        "psoas & | ! ( ) <-> :*",
        "title:psoas",
        "{title headings} : psoas",
        "NEAR(psoas, 3)",
        "^psoas",
        "psoas 🧘‍♀️🙏",
        "🧘psoas🧘",
        "psoas\\",
        "100% psoas",
        "%s %(psoas)s",
        "psoas\x00",
        "ps\x00oas psoas",
        "<script>psoas</script>",
        "psoas 呼吸 نفس дыхание",
        "psoas ½ ⅷ ß İ ﬁ",
        "psoas 3e5 -1.5e-7 v2.0 a@b.nl https://b.nl/psoas",
        "psóás",
        "ｐｓｏａｓ",
    ],
)
def test_signs_and_other_scripts_are_no_obstacle(site, path, query, searched):
    page = searched(query, path)
    assert "psoas" in [mark.lower() for mark in marks(page)]


@pytest.mark.parametrize("path", [DUTCH, ENGLISH])
@pytest.mark.parametrize(
    "query", ["x" * 2000, "psoas " * 400, " ".join(f"w{n}" for n in range(500)), "ŉ" * 2000]
)
def test_a_long_query_is_cut_and_said_so(site, path, query, searched):
    page = searched(query, path)
    assert page.select_one(".search__note").text.startswith(
        "Dat was lang" if path == DUTCH else "That was long"
    )
    assert len(page.select_one("#search-query")["value"]) <= 200
    assert len(titles(page)) == ("psoas" in query)


@pytest.mark.parametrize("path", [DUTCH, ENGLISH])
@pytest.mark.parametrize("query", ["🧘", "!!! ??", '"', "& | !", "呼吸", "zeilboot", "12345"])
def test_nothing_found_says_so_and_leads_on(site, path, query, searched):
    page = searched(query, path)
    assert titles(page) == []
    assert ("is niets gevonden" if path == DUTCH else "Nothing was found for") in page.select_one(
        ".search__none"
    ).text
    links = [link.text for link in page.select("main .way-on a")]
    assert ("Rust" if path == DUTCH else "Rest") in links


@pytest.mark.parametrize(
    ("path", "query", "word"),
    [(DUTCH, "ontspamingk", "ontspanning"), (ENGLISH, "relezzze", "release")],
)
def test_words_that_look_like_it_are_suggested(site, path, query, word, searched):
    page = searched(query, path)
    assert titles(page) == []
    link = page.select_one(".search__suggestions a")
    assert link.text == word
    assert len(titles(searched(link["href"].removeprefix("?q="), path))) == 1


def test_title_weighs_more_than_heading_and_heading_more_than_text(home, searched):
    make_page(BlogPage, home, title="Derde", introduction="", body=text("Een zeilboot."))
    make_page(
        BlogPage, home, title="Tweede", introduction="", body=text("Iets anders.", "Zeilboot")
    )
    make_page(BlogPage, home, title="Zeilboot", introduction="", body=text("Iets anders."))
    assert titles(searched("zeilboot")) == ["Zeilboot", "Tweede", "Derde"]


def test_what_more_pages_have_than_are_ranked_is_said(home, searched, monkeypatch):
    monkeypatch.setattr("search.engine.MOST_FOUND", 3)
    for number in range(5):
        make_page(StandardPage, home, title=f"Zeilboot {number}")
    page = searched("zeilboot")
    assert len(titles(page)) == 3
    assert "Meer dan 3 pagina’s gevonden" in said(page)


def test_a_page_of_a_hundred_thousand_words_can_be_found(home, searched):
    long = " ".join(f"woord{number}" for number in range(100_000))
    make_page(BlogPage, home, title="Lang", introduction="Zeilboot.", body=text(long))
    assert titles(searched("zeilboot")) == ["Lang"]
    assert SearchEntry.objects.filter(title="Lang").exists()
    assert not SiteWord.objects.filter(word="woord1").exists()  # has a digit
