"""Everything that a site serves to a machine that follows links, fetched once."""

import html
import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

STARTS = ("/", "/en/", "/robots.txt", "/sitemap.xml", "/llms.txt", "/en/llms.txt")
NOT_FOR_VISITORS = ("/admin/",)
# Attributes that hold an address, and the elements they are looked for on.
LINKING = (("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src"))
FROM_TEXT = {
    "text/plain": re.compile(r"https?://[^\s)\]>]+"),
    "text/markdown": re.compile(r"(?<=\]\()https?://[^\s)]+"),
    "application/xml": re.compile(r"(?<=<loc>)[^<]+|(?<=<image:loc>)[^<]+|(?<=href=\")[^\"]+"),
}
FEEDS = ("application/atom+xml", "application/rss+xml")
# Of entries, and of the HTML in them, once that is unescaped.
IN_FEED = re.compile(r"""(?:<link>|href="|src=")(https?://[^"<\s]+)""")
# Properties of JSON-LD whose value is an address that somebody follows.
FOLLOWED = {"url", "item", "image", "logo", "contentUrl"}


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any) -> None:
        return None


_opener = urllib.request.build_opener(_NoRedirects)


@dataclass
class Document:
    """What one address answered; `found_on` are the addresses that link to it."""

    url: str
    status: int
    headers: Message
    body: bytes
    found_on: set[str] = field(default_factory=set)
    _soup: BeautifulSoup | None = None

    @property
    def kind(self) -> str:
        return self.headers.get_content_type()

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def is_page(self) -> bool:
        return self.status == 200 and self.kind == "text/html"

    @property
    def soup(self) -> BeautifulSoup:
        if self._soup is None:
            self._soup = BeautifulSoup(self.body, "html.parser")
        return self._soup

    @property
    def language(self) -> str:
        """That of the address, which is what a visitor was promised."""
        return "en" if self.path.startswith("/en/") else "nl"

    @property
    def is_for_search_engines(self) -> bool:
        robots = self.soup.find("meta", attrs={"name": "robots"})
        return self.is_page and not (robots and "noindex" in robots["content"])

    def head_links(self, relation: str) -> list[Tag]:
        return [tag for tag in self.soup.find_all("link") if relation in (tag.get("rel") or [])]

    def alternates(self) -> dict[str, str]:
        """The addresses of this page by language, as its head says."""
        return {
            str(tag["hreflang"]): str(tag["href"])
            for tag in self.head_links("alternate")
            if tag.get("hreflang") and not tag.get("type")
        }

    @property
    def canonical(self) -> str | None:
        links = self.head_links("canonical")
        assert len(links) <= 1
        return str(links[0]["href"]) if links else None


def fetch(url: str, **headers: str) -> Document:
    """One answer, whatever its status; redirects are not followed."""
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 (our own site)
    try:
        answer = _opener.open(request, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return Document(url, answer.status, answer.headers, answer.read())


def crawl(base: str) -> dict[str, Document]:
    """Everything on this host that can be reached from `STARTS`, by address without fragment."""
    documents: dict[str, Document] = {}
    waiting: list[tuple[str, str]] = [(base + path, "") for path in STARTS]
    while waiting:
        url, found_on = waiting.pop()
        if url not in documents:
            documents[url] = fetch(url)
            waiting += [(link, url) for link in links_of(documents[url]) if is_ours(link, base)]
        if found_on:
            documents[url].found_on.add(found_on)
    return documents


def is_ours(url: str, base: str) -> bool:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" == base and not parts.path.startswith(
        NOT_FOR_VISITORS
    )


def links_of(document: Document) -> Iterator[str]:
    """Every address that this document names, absolute and without fragment."""
    if document.status != 200:
        return
    if document.kind == "text/html":
        links = _links_of_page(document)
    elif document.kind in FEEDS:
        links = (match[1] for match in IN_FEED.finditer(html.unescape(document.text)))
    elif document.kind in FROM_TEXT:
        links = iter(FROM_TEXT[document.kind].findall(document.text.replace("&amp;", "&")))
    else:
        links = iter(())
    for link in links:
        yield urldefrag(urljoin(document.url, link))[0]


def _links_of_page(document: Document) -> Iterator[str]:
    soup = document.soup
    for name, attribute in LINKING:
        for tag in soup.find_all(name):
            if tag.get(attribute):
                yield str(tag[attribute]).strip()
    for tag in soup.find_all(["source", "img"]):
        for candidate in str(tag.get("srcset") or "").split(","):
            if candidate.strip():
                yield candidate.split()[0]
    for tag in soup.find_all("meta", attrs={"property": ["og:image", "og:url"]}):
        yield str(tag["content"])
    for block in soup.find_all("script", type="application/ld+json"):
        yield from _links_of_graph(json.loads(str(block.string)))


def _links_of_graph(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if not isinstance(each, dict):
            continue
        for name, inner in each.items():
            addresses = inner if isinstance(inner, list) else [inner]
            if name in FOLLOWED:
                yield from (address for address in addresses if isinstance(address, str))
            yield from _links_of_graph(inner)
