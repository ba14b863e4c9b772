"""Links that the view resolved, for templates."""

from typing import Any

from django import template
from wagtail.models import Page

register = template.Library()


@register.filter
def page_for(linked_pages: Any, chosen: Page | None) -> Page | None:
    """The page that a link to `chosen` leads to in the language of the page it stands on, or None.

    `linked_pages` maps primary keys to pages; a block preview has none and gets None.
    """
    if not isinstance(linked_pages, dict) or chosen is None:
        return None
    return linked_pages.get(chosen.pk)
