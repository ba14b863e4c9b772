"""What does not fit its block is named to who sends it; Wagtail's API takes for granted that all of it fits."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils.datastructures import MultiValueDict
from pydantic import ValidationError
from wagtail.api.v3 import form_data
from wagtail.api.v3.errors import as_validation_error
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock

Flatten = Callable[[Block, Any, str, MultiValueDict], None]


def check_in_forms() -> None:
    """Has Wagtail's API look at each value before it writes it into the form that it fills in."""
    form_data.flatten_block_value = _checked(form_data.flatten_block_value)


def _checked(flatten: Flatten) -> Flatten:
    @wraps(flatten)
    def flatten_block_value(block: Block, value: Any, prefix: str, data: MultiValueDict) -> None:
        """Raises pydantic's `ValidationError`, a 422, where `value` is none for `block`; it names the innermost."""
        if isinstance(block, BaseStructBlock) and not isinstance(value, dict | None):
            raise _misfit(prefix, "This is an object with the fields of its block.")
        if isinstance(block, BaseStreamBlock | ListBlock) and not isinstance(value, list | None):
            raise _misfit(prefix, "This is a list.")
        if isinstance(block, BaseStreamBlock):
            _check_blocks(value or [], prefix)
        try:
            flatten(block, value, prefix, data)
        except ValidationError:
            raise
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise _misfit(prefix, "This value does not fit its block.") from error

    return flatten_block_value


def _check_blocks(blocks: list[Any], prefix: str) -> None:
    for index, block in enumerate(blocks):
        is_block = (
            isinstance(block, dict)
            and isinstance(block.get("type"), str)
            and isinstance(block.get("id"), str | None)
            and "value" in block
        )
        if not is_block:
            raise _misfit(f"{prefix}-{index}", "This is an object with a type and a value.")


def _misfit(prefix: str, detail: str) -> ValidationError:
    return as_validation_error(TypeError(detail), loc=(prefix,))
