"""Reads what the site tells machines, as they would."""

import json
import xml.etree.ElementTree as ET
from typing import Any

from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}


def tree(client: Client, url: str) -> ET.Element:
    response = client.get(url)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml"
    return ET.fromstring(response.content)  # noqa: S314 (our own)


def part_urls(client: Client) -> dict[str, str]:
    """When each part of the index last changed, by its path."""
    found = {}
    for sitemap in tree(client, "/sitemap.xml").findall("s:sitemap", NAMES):
        url = sitemap.findtext("s:loc", namespaces=NAMES).removeprefix("http://testserver")
        assert url not in found
        found[url] = sitemap.findtext("s:lastmod", namespaces=NAMES)
    return found


def entries(client: Client) -> dict[str, ET.Element]:
    """Every `<url>` of every part, by its address; none is there twice."""
    cache.clear()
    found: dict[str, ET.Element] = {}
    for part in part_urls(client):
        for url in tree(client, part).findall("s:url", NAMES):
            location = url.findtext("s:loc", namespaces=NAMES)
            assert location not in found
            found[location] = url
    return found


def nodes(client: Client, url: str) -> dict[str, dict[str, Any]]:
    """The graph of a page by `@id`; every block of it must be JSON."""
    page = BeautifulSoup(client.get(url).content, "html.parser")
    (block,) = page.find_all("script", type="application/ld+json")
    graph = json.loads(block.string)
    assert graph["@context"] == "https://schema.org"
    found = {node["@id"]: node for node in graph["@graph"]}
    assert len(found) == len(graph["@graph"])
    return found


def of_type(found: dict[str, dict[str, Any]], kind: str) -> dict[str, Any] | None:
    """The one node of a type, or None."""
    of_kind = [node for node in found.values() if node["@type"] == kind]
    assert len(of_kind) <= 1
    return of_kind[0] if of_kind else None


def references(value: Any) -> set[str]:
    """Every `@id` that something refers to."""
    if isinstance(value, list):
        return {each for item in value for each in references(item)}
    if isinstance(value, dict):
        if value.keys() == {"@id"}:
            return {value["@id"]}
        return {each for item in value.values() for each in references(item)}
    return set()
