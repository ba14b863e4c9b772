"""The JSON-LD of a page."""

import json
from typing import Any

from tests.crawl.crawler import Document


def graphs(page: Document) -> list[dict[str, Any]]:
    """The nodes of every JSON-LD block of a page."""
    nodes: list[dict[str, Any]] = []
    for block in page.soup.find_all("script", type="application/ld+json"):
        data = json.loads(block.string)
        assert data["@context"] == "https://schema.org"
        nodes += data["@graph"]
    return nodes


def walk(value: Any) -> Any:
    """Every object inside a JSON value, itself included."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)
