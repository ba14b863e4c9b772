"""The sections of a body, of which any text may be missing.

On a page in another language, a text that is not translated yet is left out; nothing empty may stand in its place.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue, StructValue
from wagtail.rich_text import RichText

from core.blocks.walk import leaves
from core.prose import says_something
from core.templatetags.headings import as_first_level

register = template.Library()


@register.filter
def has_text(value: Any) -> bool:
    """Whether a text, or any text in a block's value, says something."""
    if isinstance(value, RichText):
        return says_something(value.source)
    if value is None:
        return False
    if isinstance(value, str | Promise):
        return bool(str(value).strip())
    return any(has_text(leaf) for leaf in leaves(value))


@register.filter
def with_text(values: Iterable[Any] | None) -> list[Any]:
    """The items of a list that say something."""
    return [value for value in values or [] if has_text(value)]


@dataclass(frozen=True)
class RenderedSection:
    """A block of a body as it stands on the page: its HTML, and the heading that a link to it may name, or `""`."""

    block_id: str
    block_type: str
    heading: str
    html: SafeString
    has_figure: bool


@register.simple_tag(takes_context=True)
def rendered_sections(context: template.Context, body: StreamValue) -> list[RenderedSection]:
    """The blocks of a body that show something, in their order: `{% rendered_sections page.body as sections %}`.

    A block whose texts are all held back, or that leads to nothing a visitor may see, is left out. What follows a
    heading of its own without a heading belongs to its section, and is told so by `under_heading`.
    """
    sections: list[RenderedSection] = []
    for block in rendered_blocks(body, context.flatten()):
        if block.is_under_heading:
            sections[-1] = replace(sections[-1], html=sections[-1].html + block.html)
            continue
        child, fields = block.child, _fields(block.child)
        has_figure = has_text(fields.get("figure"))
        sections.append(
            RenderedSection(child.id, child.block_type, block.heading, block.html, has_figure)
        )
    return sections


class RenderedBlock(NamedTuple):
    """`is_under_heading`: it belongs to the section of the heading before it."""

    child: StreamValue.StreamChild
    heading: str
    html: SafeString
    is_under_heading: bool


def rendered_blocks(
    body: Iterable[StreamValue.StreamChild], shared: dict[Any, Any]
) -> Iterator[RenderedBlock]:
    """The blocks of a body that show something, rendered with this context."""
    under_heading = False
    for child in body:
        html = child.render(shared | {"block_id": child.id, "under_heading": under_heading})
        if not html.strip():
            continue
        heading = str(_fields(child).get("heading") or "").strip()
        belongs = under_heading and not heading
        under_heading = belongs or child.block_type == "heading"
        yield RenderedBlock(child, heading, html, belongs)


def _fields(child: StreamValue.StreamChild) -> Mapping[str, Any]:
    return child.value if isinstance(child.value, StructValue) else {}


@register.filter
def with_heading(sections: Iterable[RenderedSection]) -> list[RenderedSection]:
    """The sections that have a heading to lead to."""
    return [section for section in sections if section.heading]


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
            *(kind, block_id, content if context.get("under_heading") else as_first_level(content)),
        )
    return ""


@register.simple_block_tag
def captured(content: SafeString) -> SafeString:
    """What stands inside, without the space around it, for a template to ask whether it is anything.

    `{% captured as hours %}…{% endcaptured %}{% if hours %}`
    """
    return mark_safe(content.strip())  # noqa: S308 (as safe as it was)
