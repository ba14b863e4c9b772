"""Where a request comes from, as far as its browser tells."""

from collections.abc import Collection

from django.http import HttpRequest


def is_same_origin(request: HttpRequest) -> bool:
    """False when the browser says that the request was made by a page of another site.

    Reads `Sec-Fetch-Site` (https://www.w3.org/TR/fetch-metadata/) and `Origin` (RFC 6454); old
    browsers send neither.
    """
    # "none": made by the person, not by a page, as when a sent form is reloaded.
    if request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
        return False
    own_origin = f"{request.scheme}://{request.get_host()}".lower()
    return request.headers.get("Origin", own_origin).lower() == own_origin


def is_admitted(request: HttpRequest, origins: Collection[str]) -> bool:
    """True as well for a page of one of these origins, each like `https://front.example`."""
    return request.headers.get("Origin", "").lower() in origins or is_same_origin(request)
