"""Which language an address is in."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_from_path


def path_language(request: HttpRequest) -> str:
    """`en` for addresses under `/en/`, else `nl`."""
    return get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
