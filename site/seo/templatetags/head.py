"""What a page says of itself to those who list it."""

from typing import Any

from django import template
from django.utils.text import Truncator

register = template.Library()

DESCRIPTION_LENGTH = 200  # characters; those who list pages cut off what is longer


@register.simple_tag(takes_context=True)
def page_description(context: dict[str, Any]) -> str:
    """The first that says something: `meta_description`, and the page's search description, introduction, strapline."""
    page = context.get("page")
    texts = [context.get("meta_description")]
    texts += [
        getattr(page, name, "") for name in ("search_description", "introduction", "strapline")
    ]
    text = next((str(text) for text in texts if text), "")
    return Truncator(" ".join(text.split())).chars(DESCRIPTION_LENGTH)
