"""Which block is which when a body is written by Wagtail's API: ids that it leaves out are found again.

Translations hang on these ids, so a block or an item with a new one loses its English. The admin's form sends each of
them back; Wagtail's API neither shows nor takes those of list items, and does without those of blocks
(`flatten_block_value` in `wagtail.api.v3.form_data`).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, wraps
from itertools import product
from typing import Any

from django.db.models import Model
from django.utils.datastructures import MultiValueDict
from wagtail.api.v3 import form_data
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock
from wagtail.blocks.base import BlockField

from translations.alignment import SIMILARITY

TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, eq=False)
class Item:
    """A block of a stream or an item of a list; `value` as it is stored, `id` empty where none was sent."""

    position: int
    type: str
    id: str
    value: Any

    @cached_property
    def bare(self) -> Any:
        return _without_ids(self.value)

    @cached_property
    def words(self) -> list[str]:
        return [word for text in _texts(self.bare) for word in TAG.sub(" ", text).split()]


Pairs = dict[Item, Item]


def keep_in_forms() -> None:
    """Has Wagtail's API write the ids of the draft into the form that it fills in."""
    form_data.build_form_data = _with_ids(form_data.build_form_data)


def _with_ids(build: Callable[..., MultiValueDict]) -> Callable[..., MultiValueDict]:
    @wraps(build)
    def build_form_data(
        form_class: Any, payload: dict[str, Any], instance: Model | None = None
    ) -> MultiValueDict:
        data = build(form_class, payload, instance)
        for name, field in form_class.base_fields.items():
            if instance is not None and name in payload and isinstance(field, BlockField):
                stored = field.block.get_prep_value(getattr(instance, name))
                _keep_ids(field.block, stored, name, data)
        return data

    return build_form_data


def _keep_ids(block: Block, stored: Any, prefix: str, data: MultiValueDict) -> None:
    """Gives what stands below `prefix` in the data of a form the ids that it has in `stored`."""
    if isinstance(block, BaseStructBlock):
        for name, child in block.child_blocks.items():
            _keep_ids(child, (stored or {}).get(name), f"{prefix}-{name}", data)
    elif isinstance(block, BaseStreamBlock | ListBlock):
        old = [
            Item(position, item["type"], item["id"], item["value"])
            for position, item in enumerate(stored or [])
            if _is_item(item)
        ]
        new = _submitted(block, prefix, data)
        for item, origin in origins(old, new).items():
            data[f"{prefix}-{item.position}-id"] = origin.id
            child = _child(block, item.type)
            _keep_ids(child, origin.value, f"{prefix}-{item.position}-value", data)


def _submitted(block: BaseStreamBlock | ListBlock, prefix: str, data: MultiValueDict) -> list[Item]:
    """The items in the data of a form; of two with one id, the second is a copy and gets an id of its own."""
    items: list[Item] = []
    for position in range(int(str(data[f"{prefix}-count"]))):
        key = f"{prefix}-{position}"
        kind, id_ = data.get(f"{key}-type", "item"), data.get(f"{key}-id") or ""
        if id_ and any(item.id == id_ for item in items):
            id_ = data[f"{key}-id"] = ""
        child = _child(block, kind)
        # Only what came without an id is looked at.
        sent = None if id_ else child.value_from_datadict(data, {}, f"{key}-value")
        items.append(Item(position, kind, id_, None if id_ else child.get_prep_value(sent)))
    return items


def _child(block: BaseStreamBlock | ListBlock, kind: str) -> Block:
    return block.child_block if isinstance(block, ListBlock) else block.child_blocks[kind]


def origins(old: list[Item], new: list[Item]) -> Pairs:
    """Maps each new item to the old one that it came from; one that came from none is absent.

    An id says so itself. Of the others of a type, those with the same value belong together, then the most similar;
    what is left was written anew in its place.
    """
    by_id = {item.id: item for item in old}
    pairs = {
        item: by_id[item.id]
        for item in new
        if item.id in by_id and by_id[item.id].type == item.type
    }
    for find in (_equal, _most_similar, _in_order):
        gone = [item for item in old if item not in pairs.values()]
        come = [item for item in new if not item.id and item not in pairs]
        pairs |= find(gone, come)
    return pairs


def _equal(gone: list[Item], come: list[Item]) -> Pairs:
    pairs: Pairs = {}
    for item in come:
        same = (old for old in gone if old.type == item.type and old.bare == item.bare)
        origin = next((old for old in same if old not in pairs.values()), None)
        if origin is not None:
            pairs[item] = origin
    return pairs


def _most_similar(gone: list[Item], come: list[Item]) -> Pairs:
    scored = []
    for origin, item in product(gone, come):
        # Words, not characters: a whole page of long texts is compared within a moment.
        matcher = SequenceMatcher(None, origin.words, item.words, autojunk=False)
        if origin.type != item.type or matcher.quick_ratio() < SIMILARITY:
            continue
        if (ratio := matcher.ratio()) >= SIMILARITY:
            scored.append((-ratio, abs(origin.position - item.position), item, origin))
    pairs: Pairs = {}
    for _ratio, _distance, item, origin in sorted(scored, key=lambda entry: entry[:2]):
        if item not in pairs and origin not in pairs.values():
            pairs[item] = origin
    return pairs


def _in_order(gone: list[Item], come: list[Item]) -> Pairs:
    left = defaultdict(list)
    for origin in gone:
        left[origin.type].append(origin)
    return {item: left[item.type].pop(0) for item in come if left[item.type]}


def _is_item(value: Any) -> bool:
    return isinstance(value, dict) and {"type", "value", "id"} <= value.keys()


def _without_ids(value: Any) -> Any:
    """A stored value for comparison: a block in it is `(type, value)`."""
    if _is_item(value):
        return value["type"], _without_ids(value["value"])
    if isinstance(value, dict):
        return {name: _without_ids(each) for name, each in value.items()}
    return [_without_ids(each) for each in value] if isinstance(value, list) else value


def _texts(bare: Any) -> Iterator[str]:
    if isinstance(bare, tuple):
        yield from _texts(bare[1])
    elif isinstance(bare, dict):
        for name in sorted(bare):  # PostgreSQL keeps no order of fields
            yield from _texts(bare[name])
    elif isinstance(bare, list):
        for each in bare:
            yield from _texts(each)
    elif bare is not None and not isinstance(bare, bool):
        yield str(bare)
