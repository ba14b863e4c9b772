"""What a sitemap and an index of them say (sitemaps.org, Google's image sitemaps)."""

from typing import NamedTuple
from xml.etree import ElementTree

from tests.crawl.crawler import Document

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


class SitemapEntry(NamedTuple):
    """One page; `alternates` are its addresses by language."""

    location: str
    changed_at: str | None
    pictures: list[str]
    alternates: dict[str, str]


def entries_of(sitemap: Document) -> list[SitemapEntry]:
    root = ElementTree.fromstring(sitemap.body)  # noqa: S314 (our own site)
    return [
        SitemapEntry(
            str(url.findtext("s:loc", namespaces=NAMES)),
            url.findtext("s:lastmod", namespaces=NAMES),
            [str(found.text) for found in url.findall("image:image/image:loc", NAMES)],
            {
                link.attrib["hreflang"]: link.attrib["href"]
                for link in url.findall("xhtml:link", NAMES)
            },
        )
        for url in root.findall("s:url", NAMES)
    ]


def parts_of_index(index: Document) -> dict[str, str]:
    """When each sitemap changed, by its address."""
    root = ElementTree.fromstring(index.body)  # noqa: S314 (our own site)
    return {
        str(part.findtext("s:loc", namespaces=NAMES)): str(
            part.findtext("s:lastmod", namespaces=NAMES)
        )
        for part in root.findall("s:sitemap", NAMES)
    }


def sitemap_entries(documents: dict[str, Document]) -> list[SitemapEntry]:
    """Each `<url>` of every sitemap."""
    return [
        entry
        for document in documents.values()
        if document.kind in ("application/xml", "text/xml")
        for entry in entries_of(document)
    ]
