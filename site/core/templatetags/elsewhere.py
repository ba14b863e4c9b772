"""Links to other sites, which say where they lead."""

from typing import Any
from urllib.parse import urlencode, urlsplit

from django import template

register = template.Library()

# Takes a place by its name and asks the visitor where from: https://wiki.openstreetmap.org/wiki/Permalink
ROUTE = "https://www.openstreetmap.org/directions"


@register.filter
def host_name(url: str | None) -> str:
    """`vimeo.com` for `https://www.vimeo.com/1`; `""` for what is no address that begins with https."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if parts.scheme == "https" else ""


@register.filter
def address_of(practice: Any) -> str:
    """The practice's address on one line, as far as it is filled in."""
    street, postal_code, city = (
        str(getattr(practice, name, "") or "") for name in ("street", "postal_code", "city")
    )
    return ", ".join(part for part in (street, f"{postal_code} {city}".strip()) if part)


@register.filter
def route_to(address: str) -> str:
    """The page of OpenStreetMap that plans a route to an address."""
    return f"{ROUTE}?{urlencode({'to': address})}"
