"""Content that a block's definition asks for."""

import pytest
from wagtail import blocks

from core.blocks import CallToActionBlock, ProseBlock, QuestionsBlock
from patterns.content import LENGTHS, Sample, value_of
from treatments.blocks import PhysicalLayerBlock
from treatments.figures import AnatomyFigureBlock


def test_long_text_fills_what_may_be_typed_and_no_more():
    text = Sample("nl", "long").text(120)
    assert 110 < len(text) <= 120
    assert max(len(word) for word in text.split()) > 20


def test_short_content_fills_in_only_what_is_required():
    value = value_of(CallToActionBlock(), Sample("nl", "short"))
    assert " " not in value["heading"]
    assert not value["text"]


def test_short_content_has_the_figure_of_a_section_without_its_labels():
    figure = value_of(PhysicalLayerBlock(), Sample("nl", "short"))["figure"]
    assert figure["title"]
    assert not figure["pelvis"]


def test_long_content_fills_every_label_of_a_figure():
    value = value_of(AnatomyFigureBlock(), Sample("nl", "long"))
    assert all(value.values())


def test_long_lists_have_many_items_and_no_two_are_the_same():
    questions = value_of(QuestionsBlock(), Sample("en", "long"))["questions"]
    assert len(questions) >= 6
    assert len({question["question"] for question in questions}) == len(questions)


def test_long_rich_text_uses_only_what_its_block_offers():
    everything = value_of(ProseBlock(), Sample("nl", "long")).source
    assert all(f"<{tag}" in everything for tag in ("h3", "ul", "ol", "a", "b", "i"))
    plain = value_of(ProseBlock(features=["bold"]), Sample("nl", "long")).source
    assert "<h3" not in plain
    assert "<ul" not in plain


@pytest.mark.parametrize("length", LENGTHS)
def test_a_kind_of_field_that_is_not_known_keeps_its_preview(length):
    class MapBlock(blocks.StructBlock):
        address = blocks.URLBlock()

        class Meta:
            preview_value = {"address": "https://www.example.com/kaart"}

    value = value_of(MapBlock(), Sample("nl", length))
    assert value["address"] == "https://www.example.com/kaart"
