"""Sitemaps as XML."""

from collections.abc import Iterable
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from seo.sitemaps.entries import Entry

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"


def index_xml(parts: Iterable[tuple[str, datetime | None]]) -> bytes:
    """The index of parts: the absolute address of each, and when anything in it was last published."""
    lines = [f"<sitemap><loc>{escape(url)}</loc>{_lastmod(at)}</sitemap>\n" for url, at in parts]
    return f'{HEAD}<sitemapindex xmlns="{SITEMAP}">\n{"".join(lines)}</sitemapindex>\n'.encode()


def urlset_xml(entries: Iterable[Entry]) -> bytes:
    opening = f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}" xmlns:image="{IMAGE}">'
    return f"{HEAD}{opening}\n{''.join(map(_url, entries))}</urlset>\n".encode()


def _url(entry: Entry) -> str:
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(url)}/>'
        for code, url in entry.alternates
    )
    images = "".join(
        f"<image:image><image:loc>{escape(url)}</image:loc></image:image>" for url in entry.images
    )
    location = f"<loc>{escape(entry.location)}</loc>"
    return f"<url>{location}{_lastmod(entry.changed)}{alternates}{images}</url>\n"


def _lastmod(at: datetime | None) -> str:
    """A moment as the W3C writes it (https://www.w3.org/TR/NOTE-datetime), in UTC."""
    return f"<lastmod>{at.astimezone(UTC).isoformat(timespec='seconds')}</lastmod>" if at else ""
