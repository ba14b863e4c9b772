"""The example front end: what it builds from the API alone says what the site itself says, page by page."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from bs4 import BeautifulSoup, Tag

from scripts import node_tools
from tests.scripts.served_site import PROJECT_DIR, Site

pytestmark = pytest.mark.looks  # the database makes no difference, and a build takes a while

FRONT_END = PROJECT_DIR / "examples" / "astro"
BLOCKS = "article, aside, blockquote, br, dd, details, div, dl, dt, figcaption, figure, footer, form, h1, h2, h3, h4, "
BLOCKS += "header, label, li, main, nav, ol, p, picture, section, summary, ul, a, span, button, input, textarea"
UNSEEN = "[hidden], [aria-hidden=true], script, style, svg, template"
NOT_FOUND = {"404.html": "/nergens/", "en/404/index.html": "/en/nowhere/"}


@dataclass(frozen=True)
class Built:
    """What was built; `pages` has the file of each address."""

    folder: Path
    site: Site

    @property
    def pages(self) -> dict[str, Path]:
        client = self.folder / "client"
        return {
            NOT_FOUND.get(str(file.relative_to(client)), _path_of(file.relative_to(client))): file
            for file in client.rglob("*.html")
        }


def _path_of(file: Path) -> str:
    folder = file.parent.as_posix()
    return "/" if folder == "." else f"/{folder}/"


@pytest.fixture(scope="module")
def front_end() -> Path:
    """The folder of the example, with its packages."""
    try:
        node_tools.install(FRONT_END)
    except SystemExit as problem:
        pytest.skip(str(problem))
    return FRONT_END


@pytest.fixture(scope="module")
def typed(front_end: Path, served_site: Site) -> Path:
    """The types that the front end makes of the API's description."""
    node_tools.run_script(front_end, "types", API_URL=served_site.url)
    return front_end / "src" / "lib" / "schema.d.ts"


@pytest.fixture(scope="module")
def built(front_end: Path, served_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("astro") / "dist"
    output = ["--outDir", str(folder)]
    node_tools.run_script(front_end, "build", *output, API_URL=served_site.url)
    return Built(folder, served_site)


def soup_of(html: str) -> BeautifulSoup:
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.body.select(UNSEEN):
        element.decompose()
    return soup


def served(site: Site, path: str) -> BeautifulSoup:
    try:
        with urlopen(site.url + path, timeout=30) as answer:  # noqa: S310
            return soup_of(answer.read().decode())
    except HTTPError as not_found:
        with not_found:
            return soup_of(not_found.read().decode())


def words_of(element: Tag | None) -> str:
    """The text as it is read: what stands in blocks of their own is apart."""
    if element is None:
        return ""
    copy = BeautifulSoup(str(element), "html.parser")
    for block in copy.select(BLOCKS):
        block.insert_before(" ")
        block.insert_after(" ")
    return " ".join(copy.get_text().split())


def links_of(element: Tag | None) -> list[tuple[str, str, str]]:
    """The address, words and language of each link, the site's own addresses without their host."""
    links = element.select("a[href]") if element else []
    return [(_local(a["href"]), words_of(a), a.get("hreflang", "")) for a in links]


def _local(address: Any) -> str:
    parts = urlsplit(str(address))
    if parts.hostname == "127.0.0.1":
        return str(address).split(parts.netloc, 1)[1]
    return str(address)


def _attributes(soup: BeautifulSoup, selector: str, *names: str) -> list[tuple[str, ...]]:
    return sorted(
        tuple(_local(element.get(name, "")) for name in names) for element in soup.select(selector)
    )


def pictures_of(soup: BeautifulSoup) -> list[Any]:
    """The words of each picture, and the files it can be."""
    return [
        (
            image.get("alt"),
            sorted(
                _local(candidate.split()[0])
                for source in (image.parent.select("source") or [])
                if source.get("type") != "image/jpeg"
                for candidate in source["srcset"].split(", ")
            ),
        )
        for image in soup.select("main img")
    ]


ASPECTS = {
    "title": lambda soup: " ".join(soup.title.get_text().split()),
    "language": lambda soup: soup.html["lang"],
    "headings": lambda soup: [
        (heading.name, words_of(heading)) for heading in soup.select("h1, h2, h3, h4, h5, h6")
    ],
    "text": lambda soup: words_of(soup.main),
    "links": lambda soup: links_of(soup.main),
    "anchors": lambda soup: [element["id"] for element in soup.select("main [id^=s-]")],
    "pictures": pictures_of,
    "menu": lambda soup: links_of(soup.select_one("body > header")),
    "current": lambda soup: _attributes(soup, "[aria-current]", "href", "aria-current"),
    "footer": lambda soup: words_of(soup.select_one("body > footer")),
    "footer links": lambda soup: links_of(soup.select_one("body > footer")),
    "hreflang": lambda soup: _attributes(soup, "link[hreflang]", "hreflang", "href"),
    "canonical": lambda soup: _attributes(soup, "link[rel=canonical]", "href"),
    "feeds": lambda soup: _attributes(soup, "link[type$='+xml'][rel=alternate]", "title", "href"),
    "description": lambda soup: _attributes(soup, "meta[name=description]", "content"),
    "shared": lambda soup: _attributes(soup, "meta[property^='og:image']", "property", "content"),
}


@pytest.fixture(scope="module")
def both(built: Built) -> dict[str, tuple[BeautifulSoup, BeautifulSoup]]:
    """Each address with the page that was built for it and the one that the site serves."""
    return {
        path: (soup_of(file.read_text()), served(built.site, path))
        for path, file in built.pages.items()
    }


@pytest.mark.parametrize("aspect", ASPECTS)
def test_pages_agree_with_those_of_the_site(both, aspect):
    look = ASPECTS[aspect]
    differing = {
        path: {"front end": look(ours), "site": look(theirs)}
        for path, (ours, theirs) in both.items()
        if look(ours) != look(theirs)
    }
    assert differing == {}


def test_every_page_of_the_sitemap_is_built(built):
    index = built.site.get("/sitemap.xml")
    parts = [_local(address) for address in re.findall(r"<loc>([^<]+)", index)]
    addresses = {
        _local(address)
        for part in parts
        for address in re.findall(r"<loc>([^<]+)", built.site.get(part))
    }
    assert len(addresses) > 20
    assert addresses - set(built.pages) == set()


def test_data_for_search_engines_is_that_of_the_site(built):
    found = r'<script[^>]*type="application/ld\+json"[^>]*>(.*?)</script>'
    for path, file in built.pages.items():
        if path not in NOT_FOUND.values():
            ours, theirs = (
                re.findall(found, html) for html in (file.read_text(), built.site.get(path))
            )
            assert ours == theirs, path


def test_pages_ask_nothing_of_another_host(built):
    for path, file in built.pages.items():
        soup = BeautifulSoup(file.read_text(), "html.parser")
        fetched = [
            element.get("src") or element.get("href")
            for element in soup.select("[src], link[rel=stylesheet]")
        ]
        assert {urlsplit(address).hostname for address in fetched} <= {None, "127.0.0.1"}, path


def test_types_compile_strictly(typed, front_end):
    node_tools.run_script(front_end, "check", API_URL="http://127.0.0.1")


def test_content_has_a_type_to_the_last_field(typed):
    written = re.sub(r"/\*.*?\*/", "", typed.read_text(), flags=re.S)
    schemas = written.split("schemas: {", 1)[1].split("\n    responses: ", 1)[0]
    assert "TreatmentPage" in schemas
    assert re.findall(r".*\b(?:any|unknown|never)\b.*", schemas) == []
