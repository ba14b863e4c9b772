"""Rich text, for templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText

from core.prose import html_of, says_something

register = template.Library()


@register.filter
def html(text: RichText | None) -> SafeString:
    """The HTML of rich text, as Wagtail's `richtext` gives it."""
    return html_of(text.source) if text is not None else mark_safe("")


@register.filter
def prose(text: RichText | None) -> SafeString:
    """The HTML of rich text in the element that styles it; nothing where it says nothing."""
    if text is None or not says_something(text.source):
        return mark_safe("")
    return mark_safe(f'<div class="prose">{html_of(text.source)}</div>')  # noqa: S308 (as safe as it was)
