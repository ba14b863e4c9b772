"""Leaves out of a graph what is not filled in."""

from collections.abc import Iterable
from typing import Any

Node = dict[str, Any]

# Without these a node says nothing that can be used, and is left out: schema.org itself requires nothing, these are
# what search engines ask for, less an address for the practice: she may receive people at home and not publish it.
REQUIRED: dict[str, tuple[str, ...]] = {
    "WebSite": ("name", "url"),
    "HealthAndBeautyBusiness": ("name", "url"),
    "Person": ("name",),
    "Organization": ("name",),
    "PostalAddress": ("addressLocality",),
    "PropertyValue": ("value",),
    "OpeningHoursSpecification": ("dayOfWeek", "opens", "closes"),
    "WebPage": ("name", "url"),
    "CollectionPage": ("name", "url"),
    "ContactPage": ("name", "url"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
    "BlogPosting": ("headline", "datePublished", "inLanguage"),
    "Service": ("name",),
    "Offer": ("price", "priceCurrency"),
    "QuantitativeValue": ("unitCode",),
    "ImageObject": ("url",),
    "SearchAction": ("target",),
}


def pruned(nodes: list[Node], beside: Iterable[Node] = ()) -> list[Node]:
    """The nodes that have what their type needs, without empty values and without references to what is not there.

    A node is referred to by a dict that has nothing but its `@id`; also one of those that stand `beside` them, which
    have been pruned.
    """
    kept = [node for node in map(_filled, nodes) if not _is_empty(node)]
    known = {node["@id"] for node in (*beside, *kept)}
    return [_linked(node, known) for node in kept]


def _filled(value: Any) -> Any:
    if isinstance(value, list):
        return [each for each in map(_filled, value) if not _is_empty(each)]
    if not isinstance(value, dict):
        return value
    node = {name: filled for name, each in value.items() if not _is_empty(filled := _filled(each))}
    is_complete = all(name in node for name in REQUIRED.get(node.get("@type", ""), ()))
    return node if is_complete else None


def _is_empty(value: Any) -> bool:
    return value is None or (not value and isinstance(value, str | list | dict))


def _linked(value: Any, known: set[str]) -> Any:
    if isinstance(value, list):
        return [_linked(each, known) for each in value if not _is_loose(each, known)]
    if isinstance(value, dict):
        return {
            name: _linked(each, known) for name, each in value.items() if not _is_loose(each, known)
        }
    return value


def _is_loose(value: Any, known: set[str]) -> bool:
    return isinstance(value, dict) and value.keys() == {"@id"} and value["@id"] not in known
