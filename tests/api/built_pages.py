"""What can be compared of two pages that should say the same, wherever they came from."""

from collections.abc import Callable
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

from bs4 import BeautifulSoup, Tag

# What stands apart from the words beside it.
BLOCKS = (
    "article, aside, blockquote, br, dd, details, div, dl, dt, figcaption, figure, footer, form, h1, h2, h3, h4,"
    " header, input, label, li, main, nav, ol, p, picture, section, summary, textarea, ul"
)
SHARED = "meta[property^='og:image'], [property='og:type'], [property='og:url'], [property='og:description']"
UNSEEN = "[hidden], [aria-hidden=true], script, style, svg, template"


def soup_of(html: str) -> BeautifulSoup:
    """A page without what nobody reads."""
    soup = BeautifulSoup(html, "html.parser")
    assert soup.body is not None
    for element in soup.body.select(UNSEEN):
        element.decompose()
    return soup


def page_at(url: str) -> BeautifulSoup:
    """The page that is served there, whatever its status."""
    try:
        with urlopen(url, timeout=30) as answer:  # noqa: S310
            return soup_of(answer.read().decode())
    except HTTPError as problem:
        with problem:
            return soup_of(problem.read().decode())


def words_of(element: Tag | None) -> str:
    if element is None:
        return ""
    copy = BeautifulSoup(str(element), "html.parser")
    for block in copy.select(BLOCKS):
        block.insert_before(" ")
        block.insert_after(" ")
    return " ".join(copy.get_text().split())


def local(address: Any) -> str:
    """An address without the host of the machine that serves it here."""
    parts = urlsplit(str(address))
    return str(address).split(parts.netloc, 1)[1] if parts.hostname == "127.0.0.1" else str(address)


def _links(element: Tag | None) -> list[tuple[str, str, str]]:
    links = element.select("a[href]") if element else []
    return [(local(a["href"]), words_of(a), str(a.get("hreflang", ""))) for a in links]


def _attributes(soup: BeautifulSoup, selector: str, *names: str) -> list[tuple[str, ...]]:
    return sorted(
        tuple(local(element.get(name, "")) for name in names) for element in soup.select(selector)
    )


def _pictures(soup: BeautifulSoup) -> list[tuple[Any, list[str]]]:
    """The words of each picture, and the files that a browser of today chooses among."""
    return [
        (
            image.get("alt"),
            sorted(
                local(candidate.split()[0])
                for source in image.parent.select("source:not([type='image/jpeg'])")  # type: ignore[union-attr]
                for candidate in str(source["srcset"]).split(", ")
            ),
        )
        for image in soup.select("main img")
    ]


ASPECTS: dict[str, Callable[[BeautifulSoup], Any]] = {
    "title": lambda soup: words_of(soup.title),
    "language": lambda soup: soup.html["lang"],  # type: ignore[index]
    "headings": lambda soup: [
        (heading.name, words_of(heading)) for heading in soup.select("h1, h2, h3, h4, h5, h6")
    ],
    "text": lambda soup: words_of(soup.main),
    "links": lambda soup: _links(soup.main),
    "anchors": lambda soup: [element["id"] for element in soup.select("main [id^=s-]")],
    "pictures": _pictures,
    "header": lambda soup: _links(soup.select_one("body > header")),
    "footer": lambda soup: words_of(soup.select_one("body > footer")),
    "footer links": lambda soup: _links(soup.select_one("body > footer")),
    "current": lambda soup: _attributes(soup, "[aria-current]", "href", "aria-current"),
    "hreflang": lambda soup: _attributes(soup, "link[hreflang]", "hreflang", "href"),
    "canonical": lambda soup: _attributes(soup, "link[rel=canonical]", "href"),
    "feeds": lambda soup: _attributes(soup, "link[type$='+xml'][rel=alternate]", "title", "href"),
    "description": lambda soup: _attributes(soup, "meta[name=description]", "content"),
    "shared": lambda soup: _attributes(soup, SHARED, "property", "content"),
}
