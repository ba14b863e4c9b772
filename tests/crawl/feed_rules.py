"""What the two kinds of feed must have.

RFC 4287, section 4.1, and the RSS 2.0 specification (rssboard.org/rss-specification).
"""

import re
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import feedparser
from bs4 import BeautifulSoup

from tests.crawl.crawler import Document

ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def check_feed(feed: Document) -> None:
    """Raises AssertionError, with the feed's address, for what is missing or wrong."""
    root = ElementTree.fromstring(feed.body)  # noqa: S314 (our own site)
    is_atom = feed.kind == "application/atom+xml"
    identities = _identities_of_atom(root, feed) if is_atom else _identities_of_rss(root, feed)
    assert identities, feed.url
    assert all(identities), feed.url
    assert len(set(identities)) == len(identities), feed.url


def check_as_a_reader_does(feed: Document, documents: dict[str, Document]) -> None:
    """Raises AssertionError for what a reader of feeds would stumble over; `documents` are the answers of the site."""
    parsed = feedparser.parse(
        feed.body, response_headers={"content-type": feed.headers["Content-Type"]}
    )
    assert not parsed.bozo, (feed.url, parsed.get("bozo_exception"))
    assert parsed.feed.title
    assert parsed.feed.language == feed.language
    assert {link.href for link in parsed.feed.links if link.rel == "self"} == {feed.url}
    identities = [entry.id for entry in parsed.entries]
    assert identities
    assert len(set(identities)) == len(identities)
    for entry in parsed.entries:
        assert entry.title
        assert entry.published_parsed
        assert documents[entry.link].is_page
        assert documents[entry.link].language == feed.language
        content = entry.content[0].value if "content" in entry else entry.summary
        for tag in BeautifulSoup(content, "html.parser").find_all(True):
            address = tag.get("href") or tag.get("src") or "https://"
            assert re.match(r"https?:|mailto:|tel:", str(address)), (feed.url, tag)


def _identities_of_atom(root: ElementTree.Element, feed: Document) -> list[str | None]:
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text, (feed.url, name)
        updated = str(element.findtext(f"{ATOM}updated"))
        assert RFC_3339.fullmatch(updated), (feed.url, updated)
        assert any(each.find(f"{ATOM}author") is not None for each in (element, root)), feed.url
    return [entry.findtext(f"{ATOM}id") for entry in entries]


def _identities_of_rss(root: ElementTree.Element, feed: Document) -> list[str | None]:
    assert root.attrib["version"] == "2.0"
    (channel,) = root.findall("channel")
    for name in ("title", "link", "description"):
        assert channel.findtext(name), (feed.url, name)
    items = channel.findall("item")
    for item in items:
        assert item.findtext("title") or item.findtext("description"), feed.url
        assert parsedate_to_datetime(str(item.findtext("pubDate"))).tzinfo, feed.url
    return [item.findtext("guid") for item in items]
