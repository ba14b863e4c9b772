"""Any block as a typed value, apart from the blocks of this site."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from django.test import RequestFactory
from pydantic import TypeAdapter
from wagtail import blocks

from api.documents.blocks import NoShapeError, shape_of, stream_shape
from api.documents.making import Making
from home.models import HomePage


class SampleInner(blocks.StructBlock):
    word = blocks.CharBlock(required=False)


class SampleOuter(blocks.StructBlock):
    inner = SampleInner()
    words = blocks.ListBlock(blocks.CharBlock())
    kind = blocks.ChoiceBlock(choices=[("a", "A"), ("More", [("b", "B")])], required=False)
    kinds = blocks.MultipleChoiceBlock(choices=[("x", "X"), ("y", "Y")], required=False)
    yes = blocks.BooleanBlock(required=False)
    number = blocks.IntegerBlock(required=False)
    exact = blocks.DecimalBlock(required=False)
    day = blocks.DateBlock(required=False)
    moment = blocks.TimeBlock(required=False)
    address = blocks.URLBlock(required=False)
    page = blocks.PageChooserBlock(required=False)
    prose = blocks.RichTextBlock(required=False)
    parts = blocks.StreamBlock([("line", blocks.CharBlock())], required=False)


@pytest.fixture
def making(home: HomePage) -> Making:
    return Making(home, RequestFactory().get("/"))


def test_a_value_of_every_kind_has_its_type(making: Making) -> None:
    block = SampleOuter()
    shape = shape_of(block, "Sample")
    value = block.to_python(
        {
            "inner": {"word": "zacht"},
            "words": ["een", "twee"],
            "kind": "b",
            "kinds": ["y"],
            "yes": True,
            "number": 3,
            "exact": Decimal("1.50"),
            "day": date(2026, 1, 2),
            "moment": time(9, 30),
            "address": "https://example.com",
            "prose": "<p>Rust.</p>",
            "parts": [{"type": "line", "value": "Ik blijf.", "id": "1"}],
        }
    )
    made = shape.represent(value, making)
    assert made["inner"] == {"word": "zacht"}
    assert made["words"] == ["een", "twee"]
    assert (made["kind"], made["kinds"], made["yes"], made["number"]) == ("b", ["y"], True, 3)
    assert (made["exact"], made["day"], made["moment"]) == ("1.50", date(2026, 1, 2), time(9, 30))
    assert made["parts"] == [{"id": "1", "type": "line", "value": "Ik blijf."}]
    assert made["page"] is None
    TypeAdapter(shape.type).validate_python(made)


def test_what_is_not_filled_in_is_empty_of_its_kind(making: Making) -> None:
    block = SampleOuter()
    made = shape_of(block, "Sample").represent(block.to_python({}), making)
    assert made["inner"] == {"word": ""}
    assert made["kinds"] == made["parts"] == []
    assert made["words"] == [""]  # the form opens with one
    assert made["kind"] == made["address"] == ""
    assert made["prose"] == {"html": "", "tree": []}
    assert made["number"] is made["exact"] is made["day"] is None
    assert made["yes"] is False


def test_a_choice_is_one_of_its_values(making: Making) -> None:
    schema = TypeAdapter(shape_of(SampleOuter(), "Sample").type).json_schema()
    assert schema["properties"]["kind"]["enum"] == ["", "a", "b"]
    assert schema["properties"]["kinds"]["items"]["enum"] == ["x", "y"]


def test_a_kind_that_nobody_typed_stops_the_start() -> None:
    class Strange(blocks.FieldBlock):
        pass

    with pytest.raises(NoShapeError, match="Strange"):
        shape_of(Strange(), "Strange")


def test_two_blocks_of_one_name_stop_the_start() -> None:
    first = type("ClashBlock", (blocks.StructBlock,), {"a": blocks.CharBlock()})
    second = type("ClashBlock", (blocks.StructBlock,), {"b": blocks.CharBlock()})
    shape_of(first(), "Clash")
    with pytest.raises(NoShapeError, match="ClashValue"):
        shape_of(second(), "Clash")


def test_a_stream_needs_a_block() -> None:
    with pytest.raises(NoShapeError, match="without blocks"):
        stream_shape(blocks.StreamBlock([]), "Empty")


def test_a_stored_block_of_a_type_that_is_gone_is_left_out(making: Making) -> None:
    stream: Any = blocks.StreamBlock([("sampleline", blocks.CharBlock())])
    shape = stream_shape(stream, "SampleStream")
    stored = [
        {"type": "gone", "value": "x", "id": "1"},
        {"type": "sampleline", "value": "y", "id": "2"},
    ]
    assert [each["value"] for each in shape.represent(stream.to_python(stored), making)] == ["y"]
