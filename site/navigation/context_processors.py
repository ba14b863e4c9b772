"""What every template may ask about menus."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from navigation.menus import build_navigation


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Adds `navigation`, read from the database only when a template uses it."""
    return {"navigation": SimpleLazyObject(lambda: build_navigation(request))}
