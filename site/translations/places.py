"""Where on a page a segment stands, in the words of the page editor."""

from django.db.models import Model
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import StreamField


def place_of(model: type[Model], field_path: str) -> list[str]:
    """The labels that lead to a field, from the outside in: `["Sections", "Being met", "Heading"]`.

    `field_path` is `TranslationContext.field_path` of wagtail-localize, such as `body.being_met.heading`.
    """
    name, *names = field_path.split(".")
    field = model._meta.get_field(name)
    labels = [capfirst(str(getattr(field, "verbose_name", name)))]
    block = field.stream_block if isinstance(field, StreamField) else None
    for name in names:
        if isinstance(block, blocks.ListBlock):
            block = block.child_block
        elif isinstance(block, blocks.StreamBlock | blocks.StructBlock):
            block = block.child_blocks.get(name)
            if block is not None and str(block.label):
                labels.append(capfirst(str(block.label)))
    return labels
