"""A machine walks through the whole site, from link to link, in both languages."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest

from tests.crawl.crawler import FEEDS, Document, fetch
from tests.crawl.feed_rules import RFC_3339, check_as_a_reader_does, check_feed
from tests.crawl.graphs import graphs, walk
from tests.crawl.required_properties import REQUIRED
from tests.crawl.sitemaps import entries_of, parts_of_index, sitemap_entries
from tests.crawl.spoken_language import language_of

Documents = dict[str, Document]


def test_every_link_answers_and_none_is_a_detour(documents: Documents):
    assert len(documents) > 100
    faults = [
        f"{document.status} {document.url}, linked from {sorted(document.found_on)[:3]}"
        for document in documents.values()
        if document.status != 200
    ]
    assert faults == []


def test_every_link_within_a_page_has_a_place_to_go(pages: Documents):
    faults, places = [], 0
    for url, page in pages.items():
        ids = {str(tag["id"]) for tag in page.soup.find_all(id=True)}
        for link in page.soup.find_all("a", href=re.compile("^#.")):
            places += 1
            if str(link["href"])[1:] not in ids:
                faults.append(f"{url} {link['href']}")
    assert places > len(pages)
    assert faults == []


def test_both_languages_and_every_kind_of_list_are_walked_through(pages: Documents):
    paths = {document.path for document in pages.values()}
    for path in (
        "/behandelingen/psoas-release/",
        "/en/treatments/psoas-release/",
        "/blog/2025/",
        "/blog/een-nieuw-adres/",
    ):
        assert path in paths
    for part in ("/blog/categorie/", "/en/blog/category/", "/blog/onderwerp/", "/en/blog/topic/"):
        assert any(path.startswith(part) for path in paths)
    assert any(re.match(r"/blog/pagina/\d+/", path) for path in paths)


def test_nothing_that_is_not_public_is_met(documents: Documents):
    for document in documents.values():
        if document.kind.startswith(("text/", "application/")):
            assert b"Een concept dat niemand kent" not in document.body, document.url
            assert b"Achter slot en grendel" not in document.body, document.url


def test_the_index_names_the_sitemaps_of_each_language(base: str, documents: Documents):
    parts = parts_of_index(documents[f"{base}/sitemap.xml"])
    assert {urlsplit(location).netloc for location in parts} == {urlsplit(base).netloc}
    assert all(RFC_3339.fullmatch(changed_at) for changed_at in parts.values())
    for location, changed_at in parts.items():
        for entry in entries_of(documents[location]):
            assert entry.changed_at is None or entry.changed_at <= changed_at, (location, entry)
    languages = [
        {documents[entry.location].language for entry in entries_of(documents[location])}
        for location in parts
    ]
    assert all(len(language) == 1 for language in languages)
    assert set.union(*languages) == {"nl", "en"}
    assert f"Sitemap: {base}/sitemap.xml" in documents[f"{base}/robots.txt"].text


def test_every_page_is_in_exactly_one_sitemap(documents: Documents, pages: Documents):
    """But further pages of a list, which are found through the list, and have nothing that stands nowhere else."""
    listed = Counter(entry.location for entry in sitemap_entries(documents))
    first_pages = {
        url
        for url, page in pages.items()
        if page.is_for_search_engines and not re.search(r"/(pagina|page)/\d+/$", page.path)
    }
    assert len(first_pages) > 50
    assert {url: count for url, count in listed.items() if count > 1} == {}
    assert set(listed) == first_pages


def test_the_dates_and_pictures_of_a_sitemap_are_real(documents: Documents):
    pictures = 0
    for entry in sitemap_entries(documents):
        assert entry.changed_at is None or RFC_3339.fullmatch(entry.changed_at), entry
        for picture in entry.pictures:
            assert documents[picture].kind.startswith("image/")
            pictures += 1
    assert pictures > 3


def test_every_canonical_is_the_page_itself(pages: Documents):
    faults = [
        f"{url} says {page.canonical}"
        for url, page in pages.items()
        if page.is_for_search_engines and page.canonical != url
    ]
    assert faults == []


def test_every_language_link_leads_back(documents: Documents, pages: Documents):
    pairs = 0
    for url, page in pages.items():
        alternates = page.alternates()
        if not alternates:
            assert not page.is_for_search_engines or re.search(r"/(pagina|page)/", url), url
            continue
        assert alternates[page.language] == url
        for code, address in alternates.items():
            other = pages[address]
            assert other.is_for_search_engines
            assert other.alternates() == alternates, f"{url} and {address}"
            if code == "x-default":
                assert address == alternates.get("nl", url)
            else:
                assert other.soup.html["lang"] == code
        pairs += len(alternates) > 2
    assert pairs > 10


def test_sitemap_and_page_name_the_same_languages(documents: Documents, pages: Documents):
    with_others = 0
    for entry in sitemap_entries(documents):
        page = pages[entry.location].alternates()
        # A page in one language only may leave them out.
        assert entry.alternates == page or (
            not entry.alternates and len(set(page.values())) == 1
        ), entry
        with_others += bool(entry.alternates)
    assert with_others > 20


def feeds(documents: Documents) -> list[Document]:
    return [document for document in documents.values() if document.kind in FEEDS]


def test_every_feed_parses_without_a_complaint(documents: Documents):
    found = feeds(documents)
    assert {(feed.kind, feed.language) for feed in found} == {
        (kind, language) for kind in FEEDS for language in ("nl", "en")
    }
    assert any("categor" in feed.path for feed in found)
    for feed in found:
        check_as_a_reader_does(feed, documents)


def test_every_feed_has_what_its_standard_requires(documents: Documents):
    for feed in feeds(documents):
        check_feed(feed)


def test_every_graph_is_linked_and_complete(pages: Documents):
    kinds: set[str] = set()
    for url, page in pages.items():
        if not page.is_for_search_engines:
            continue
        nodes = graphs(page)
        assert nodes, url
        identities = [node["@id"] for node in nodes]
        assert len(set(identities)) == len(identities), url
        for node in walk(nodes):
            if set(node) == {"@id"}:
                assert node["@id"] in identities, (url, node)
                continue
            kind = node.get("@type")
            assert kind, (url, node)
            assert "aggregateRating" not in node
            assert "review" not in node
            assert REQUIRED[kind] <= set(node), (url, node)
            assert all(value not in ("", None, [], {}) for value in node.values()), (url, node)
            if kind in ("WebPage", "BlogPosting"):
                assert node["inLanguage"] == page.language, (url, node)
            kinds.add(kind)
    assert {
        "HealthAndBeautyBusiness",
        "Person",
        "Service",
        "Offer",
        "BreadcrumbList",
        "BlogPosting",
        "WebSite",
    } <= kinds


def test_what_a_graph_says_of_translations_is_so(pages: Documents):
    translations = 0
    for url, page in pages.items():
        for node in walk(graphs(page) if page.is_for_search_engines else []):
            for name, back in (
                ("translationOfWork", "workTranslation"),
                ("workTranslation", "translationOfWork"),
            ):
                for other in (
                    [node[name]] if isinstance(node.get(name), dict) else node.get(name, [])
                ):
                    address = other.get("url") or other["@id"].split("#")[0]
                    assert address in page.alternates().values(), (url, other)
                    assert any(back in inner for inner in walk(graphs(pages[address])))
                    translations += 1
    assert translations >= 4


def test_every_page_says_its_language(pages: Documents):
    for url, page in pages.items():
        assert page.soup.html["lang"] == page.language, url


def test_every_text_is_in_the_language_it_says(pages: Documents):
    faults, judged = [], 0
    for url, page in pages.items():
        for tag in page.soup.body.find_all(["p", "li", "h1", "h2", "h3", "dd", "figcaption", "td"]):
            if tag.find(["p", "li", "dd"]):
                continue
            by_language: dict[str, str] = {}
            for text in tag.strings:
                said = text.find_parent(lambda parent: parent.has_attr("lang"))["lang"]
                by_language[said] = f"{by_language.get(said, '')} {text}"
            for said, text in by_language.items():
                heard = language_of(text)
                judged += heard is not None
                if heard not in (None, said):
                    faults.append(f"{url} ({said}): {text.strip()[:80]}")
    assert judged > 500
    assert faults == []


def test_every_link_to_another_language_says_so(pages: Documents, base: str):
    across = 0
    for url, page in pages.items():
        for link in page.soup.body.find_all("a", href=True):
            target = str(link["href"])
            if target.startswith("/") and not target.startswith(
                ("/media/", "/admin/", "/documents/")
            ):
                other = "en" if target.startswith("/en/") else "nl"
                if other != page.language:
                    assert link.get("hreflang") == other, (url, str(link)[:200])
                    across += 1
    assert across > len(pages)


def test_dutch_posts_in_the_english_list_lead_to_their_dutch_address(pages: Documents, base: str):
    shown = 0
    for page in pages.values():
        if not page.path.startswith("/en/blog/"):
            continue
        for card in page.soup.select(".post-card"):
            link = card.find("a", href=re.compile("^/blog/"))
            if link:
                assert link["lang"] == link["hreflang"] == "nl"
                assert pages[base + str(link["href"])].language == "nl"
                assert "In Dutch" in card.get_text(" ")
                shown += 1
    assert shown >= 30


@pytest.mark.parametrize("path", ["/blog/een-bericht-over-de-adem-de-rug-nummer-29/"])
def test_an_address_that_changed_leads_on_for_good(path: str, base: str):
    answer = fetch(base + path)
    assert answer.status == 301
    assert answer.headers["Location"] == "/blog/een-nieuw-adres/"


def test_every_page_is_there_as_markdown_too(pages: Documents, documents: Documents):
    for url, page in pages.items():
        if not page.is_for_search_engines:
            continue
        (link,) = [
            tag for tag in page.head_links("alternate") if tag.get("type") == "text/markdown"
        ]
        answer = documents.get(str(link["href"]))
        assert answer, url
        assert answer.kind == "text/markdown"
        assert answer.headers["Content-Language"] == page.language
        heading = page.soup.h1.get_text(" ", strip=True)
        assert re.sub(r"\W+", "", heading) in re.sub(r"\W+", "", answer.text), url


@pytest.mark.parametrize(("path", "language"), [("/llms.txt", "nl"), ("/en/llms.txt", "en")])
def test_the_list_for_reading_machines_names_pages_of_its_language(
    path: str, language: str, base: str, documents: Documents
):
    text = documents[base + path].text
    assert text.startswith("# ")
    addresses = re.findall(r"\]\((https?://[^)]+)\)", text)
    addresses = [address for address in addresses if not address.endswith("/llms.txt")]
    assert len(addresses) > 5
    assert {documents[address].language for address in addresses} == {language}
