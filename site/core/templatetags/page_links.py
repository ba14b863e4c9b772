"""Links that the view resolved, for templates."""

from typing import Any

from django import template
from django.utils.functional import Promise
from wagtail.models import Page

from core import page_links, prose

register = template.Library()
register.filter("foreign_language", page_links.foreign_language)
register.filter("with_language_notes", prose.with_language_notes)


@register.filter
def page_for(linked_pages: Any, chosen: Page | None) -> Page | None:
    """The page that a link to `chosen` leads to from the page it stands on, or None.

    `linked_pages` maps primary keys to pages; a block preview has none and gets None.
    """
    if not isinstance(linked_pages, dict) or chosen is None:
        return None
    return linked_pages.get(chosen.pk)


@register.filter
def language_note(language: str) -> Promise:
    """`(in Dutch)` for `nl`."""
    return page_links.LANGUAGE_NOTES[language]


@register.filter
def in_language(language: str) -> Promise:
    """`In Dutch` for `nl`."""
    return page_links.LANGUAGE_LABELS[language]
