"""Links to other sites, which say where they lead."""

from urllib.parse import urlsplit

from django import template

register = template.Library()


@register.filter
def host_name(url: str | None) -> str:
    """`vimeo.com` for `https://www.vimeo.com/1`; `""` for what is no address that begins with https."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if parts.scheme == "https" else ""
