"""Which language an address or a page is in."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_from_path
from wagtail.models import Page


def path_language(request: HttpRequest) -> str:
    """`en` for addresses under `/en/`, else `nl`."""
    return get_language_from_path(request.path_info) or settings.LANGUAGE_CODE


def is_in_source_language(page: Page) -> bool:
    """Whether a page is written rather than translated; asks nothing of the database where its locale is known."""
    return page.locale.language_code == settings.LANGUAGE_CODE
