"""Model fields every page may use."""

from typing import Any

from wagtail.fields import StreamField as WagtailStreamField


class StreamField(WagtailStreamField):
    """A StreamField whose blocks stay out of migrations.

    The block definitions are code, not schema: a migration that froze them would change with every label. A
    historical model therefore has this field without blocks, and Wagtail would read every stored section as unknown
    and drop it. There the field hands its stored JSON (a list of `{"type", "value", "id"}`) through untouched.
    """

    def deconstruct(self) -> tuple[str, str, list, dict]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs

    def to_python(self, value: Any) -> Any:
        if not self.stream_block.child_blocks:
            return value
        return super().to_python(value)

    def get_default(self) -> Any:
        if not self.stream_block.child_blocks:
            return []
        return super().get_default()
