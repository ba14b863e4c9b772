"""What may not be shown yet leaves no trace on the page."""

from typing import Any

import pytest

from core.models import CustomImage
from translations.held_back import HELD_BACK, BodyPruner, without_held_back
from treatments.models import TreatmentPage

H = HELD_BACK


@pytest.mark.parametrize(
    ("html", "left"),
    [
        (f"<p>One.</p><p>{H}</p>", "<p>One.</p>"),
        (f"<p>{H}</p>", ""),
        (f"<h3>{H}</h3><p>Two.</p>", "<p>Two.</p>"),
        (f"<ul><li>{H}</li><li>b</li></ul>", "<ul><li>b</li></ul>"),
        (f"<ul><li>{H}</li></ul><p>Two.</p>", "<p>Two.</p>"),
        (f"<ul><li>{H}<ul><li>b</li></ul></li></ul>", "<ul><li><ul><li>b</li></ul></li></ul>"),
        ("<p>Untouched<br/></p>", "<p>Untouched<br/></p>"),
    ],
)
def test_rich_text_loses_the_paragraph_and_nothing_else(html, left):
    assert without_held_back(html) == left


def pruned(*blocks: dict[str, Any], pictures: dict[str, Any] | None = None) -> Any:
    body = TreatmentPage._meta.get_field("body").to_python(
        [{"id": f"block-{index}"} | block for index, block in enumerate(blocks)]
    )
    BodyPruner(pictures).prune(body, "body")
    return body


def test_a_block_of_which_nothing_may_be_shown_is_gone():
    body = pruned(
        {"type": "text", "value": {"heading": H, "prose": f"<p>{H}</p>"}},
        {"type": "quote", "value": {"quote": "Stay.", "attribution": ""}},
    )
    assert [block.block_type for block in body] == ["quote"]


def test_a_block_keeps_what_may_be_shown():
    body = pruned({"type": "text", "value": {"heading": H, "prose": "<p>Breathe.</p>"}})
    assert body[0].value["heading"] == ""
    assert body[0].value["prose"].source == "<p>Breathe.</p>"


def test_list_items_go_one_by_one():
    body = pruned(
        {
            "type": "treatment",
            "value": {
                "heading": "The treatment",
                "prose": "<p>Soft.</p>",
                "reasons_heading": "",
                "reason_groups": [
                    {
                        "type": "item",
                        "id": "g1",
                        "value": {
                            "name": "In your body",
                            "reasons": [
                                {"type": "item", "id": "r1", "value": H},
                                {"type": "item", "id": "r2", "value": "Groin pain"},
                            ],
                        },
                    },
                    {
                        "type": "item",
                        "id": "g2",
                        "value": {"name": H, "reasons": [{"type": "item", "id": "r3", "value": H}]},
                    },
                ],
            },
        }
    )
    groups = body[0].value["reason_groups"]
    assert [(group["name"], list(group["reasons"])) for group in groups] == [
        ("In your body", ["Groin pain"])
    ]


def test_refrains_go_from_a_stream_within_a_section():
    body = pruned(
        {
            "type": "being_met",
            "value": {
                "heading": "Being met",
                "body": [
                    {"type": "refrain", "id": "a", "value": H},
                    {"type": "prose", "id": "b", "value": "<p>I am here.</p>"},
                ],
            },
        }
    )
    assert [part.block_type for part in body[0].value["body"]] == ["prose"]


def test_a_picture_without_its_words_is_not_shown(picture: CustomImage):
    image = {"image": picture.pk, "alt_text": H, "decorative": False}
    body = pruned(
        {"type": "captioned_image", "value": {"image": image, "caption": H}},
        {"type": "captioned_image", "value": {"image": image, "caption": "A cloth"}},
    )
    assert [(block.value["image"], block.value["caption"]) for block in body] == [(None, "A cloth")]


def test_a_picture_can_stay_the_one_that_its_words_describe(picture: CustomImage):
    picture.contextual_alt_text, picture.decorative = "The old cloth", False
    body = pruned(
        {
            "type": "captioned_image",
            "value": {
                "image": {"image": picture.pk, "alt_text": "new", "decorative": False},
                "caption": "",
            },
        },
        pictures={"body.block-0.image.alt_text": picture},
    )
    assert body[0].value["image"].contextual_alt_text == "The old cloth"
