"""The sections of a body, of which any text may be missing.

On a page in another language, a text that is not translated yet is left out; nothing empty may stand in its place.
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from core.blocks.walk import walk
from core.templatetags.headings import as_first_level

register = template.Library()


@register.filter
def has_text(value: Any) -> bool:
    """Whether a text, or any text in a block's value, says something."""
    if isinstance(value, RichText):
        return has_text(strip_tags(value.source))
    if value is None:
        return False
    if isinstance(value, str | Promise):
        return bool(str(value).strip())
    return any(has_text(leaf) for _block, leaf in walk(value))


@register.filter
def with_text(values: Iterable[Any] | None) -> list[Any]:
    """The items of a list that say something."""
    return [value for value in values or [] if has_text(value)]


@register.filter
def with_heading(body: StreamValue) -> list[StreamValue.StreamChild]:
    """The blocks of a body that have a heading to lead to."""
    return [
        child
        for child in body
        if hasattr(child.value, "get") and has_text(child.value.get("heading"))
    ]


@register.simple_block_tag(takes_context=True)
def section(context: template.Context, content: SafeString, kind: str) -> SafeString | str:
    """A block's section: its heading, then the content; `kind` names its style.

    Without a heading, the subheadings move up one level; with nothing to show there is no section at all.
    """
    block_id, heading = context.get("block_id"), context["value"].get("heading")
    if has_text(heading):
        return format_html(
            '<section class="section section--{}" id="s-{}" aria-labelledby="h-{}">'
            '<h2 class="section__heading" id="h-{}">{}</h2>{}</section>',
            *(kind, block_id, block_id, block_id, heading, content),
        )
    if has_text(strip_tags(content)):
        return format_html(
            '<div class="section section--{}" id="s-{}">{}</div>',
            *(kind, block_id, as_first_level(content)),
        )
    return ""


@register.simple_block_tag
def captured(content: SafeString) -> SafeString:
    """What stands inside, without the space around it, for a template to ask whether it is anything.

    `{% captured as hours %}…{% endcaptured %}{% if hours %}`
    """
    return mark_safe(content.strip())  # noqa: S308 (as safe as it was)
