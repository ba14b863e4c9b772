"""English keeps its last good text when a program rewrites the Dutch beside it, block by block and item by item."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils.html import strip_tags
from wagtail.models import Locale

from home.models import HomePage
from tests.api.writing.writer import Writer
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db

LATE = {"question": "Kan ik later komen?", "answer": "<p>Ja, bel even.</p>"}
PAIN = {"question": "Doet het pijn?", "answer": "<p>Nee, nooit.</p>"}
TIME = {"question": "Hoe lang duurt het?", "answer": "<p>Een uur.</p>"}


class Pages:
    """A Dutch page that a program writes, and its English."""

    def __init__(self, writer: Writer, home: HomePage, en: Locale, published: Callable) -> None:
        self.writer, self.published = writer, published
        self.page = make_page(TreatmentPage, home)
        self.page.body = [
            ("text", {"heading": "", "prose": "<p>Welkom hier.</p>"}),
            ("text", {"heading": "Rust", "prose": "<p>Het is stil.</p>"}),
            ("questions", {"heading": "Vragen", "questions": [PAIN, TIME]}),
            (
                "treatment",
                {
                    "heading": "Wat het is",
                    "prose": "<p>Druk.</p>",
                    "reasons_heading": "",
                    "reason_groups": [{"name": "In je lijf", "reasons": ["Rugpijn"]}],
                },
            ),
        ]
        self.page.save_revision().publish()
        self.english = translate_to(en, self.page, published)

    def read(self) -> list[dict[str, Any]]:
        return self.writer.ask("GET", f"pages/{self.page.pk}/?version=draft").json()["body"]

    def write(self, body: list[dict[str, Any]]) -> None:
        answer = self.published(self.writer.change, self.page, "publish", body=body)
        assert answer.status_code == 200, answer.content

    def shown(self) -> list[Any]:
        """What the live English says: the prose of texts, the pairs of questions, the reasons of a group."""
        shown: list[Any] = []
        for block in TreatmentPage.objects.get(pk=self.english.pk).body:
            if block.block_type == "text":
                shown.append(_words(block.value["prose"]))
            elif block.block_type == "questions":
                shown += [
                    (each["question"], _words(each["answer"])) for each in block.value["questions"]
                ]
            else:
                shown += [list(group["reasons"]) for group in block.value["reason_groups"]]
        return shown

    def ids(self) -> list[str]:
        """The ids of the blocks of the Dutch, and of the items in them, in their order."""
        self.page.refresh_from_db()
        ids = []
        for block in self.page.body:
            ids.append(block.id)
            for name in ("questions", "reason_groups"):
                for item in block.value[name].bound_blocks if name in block.value else ():
                    ids.append(item.id)
                    if name == "reason_groups":
                        ids += [reason.id for reason in item.value["reasons"].bound_blocks]
        return ids


def _words(prose: Any) -> str:
    return strip_tags(prose.source)


@pytest.fixture
def pages(writer: Writer, home: HomePage, en: Locale, published: Callable) -> Pages:
    return Pages(writer, home, en, published)


WELCOME, QUIET, BACK = "EN Welkom hier.", "EN Het is stil.", ["EN Rugpijn"]
EN_PAIN, EN_TIME = (
    ("EN Doet het pijn?", "EN Nee, nooit."),
    ("EN Hoe lang duurt het?", "EN Een uur."),
)


def test_a_word_that_changes_in_a_list_leaves_its_last_good_english(pages: Pages) -> None:
    body, ids = pages.read(), pages.ids()
    body[2]["value"]["questions"][0]["question"] = "Doet het zeer?"
    body[3]["value"]["reason_groups"][0]["reasons"][0] = "Pijn in je onderrug"
    pages.write(body)
    assert pages.ids() == ids
    assert pages.shown() == [WELCOME, QUIET, EN_PAIN, EN_TIME, BACK]


def test_items_that_move_take_their_english_along(pages: Pages) -> None:
    body = pages.read()
    pain, time = body[2]["value"]["questions"]
    pain["question"] = "Doet het zeer?"
    body[2]["value"]["questions"] = [time, LATE, pain]
    pages.write(body)
    assert pages.shown() == [WELCOME, QUIET, EN_TIME, EN_PAIN, BACK]


def test_an_item_that_goes_leaves_its_english_to_no_other(pages: Pages) -> None:
    body = pages.read()
    time = body[2]["value"]["questions"][1]
    time["question"] = "Hoe lang ben ik bezig?"
    body[2]["value"]["questions"] = [time]
    pages.write(body)
    assert pages.shown() == [WELCOME, QUIET, EN_TIME, BACK]


def test_blocks_without_ids_are_known_by_what_they_say_and_where_they_stand(pages: Pages) -> None:
    body, ids = pages.read(), pages.ids()
    for block in body:
        del block["id"]
    welcome, quiet, questions, treatment = body
    welcome["value"]["prose"] = "<p>Welkomst hier!</p>"
    quiet["value"]["prose"] = "<p>Het is hier stil.</p>"
    questions["value"]["questions"][0]["question"] = "Doet het zeer?"
    treatment["value"]["reason_groups"][0]["reasons"] = ["Pijn in je onderrug"]
    pages.write([questions, welcome, quiet, treatment])
    assert pages.ids() == [*ids[2:5], *ids[:2], *ids[5:]]
    assert pages.shown() == [EN_PAIN, EN_TIME, WELCOME, QUIET, BACK]


def test_a_new_block_keeps_the_id_that_it_comes_with(pages: Pages) -> None:
    body = pages.read()
    new_id = "0b7f3c1e-5a52-4f6e-9a43-3c2a6a6f2d11"
    body[0] = {"type": "text", "id": new_id, "value": {"heading": "", "prose": "<p>Nieuw.</p>"}}
    pages.write(body)
    assert pages.ids()[0] == new_id
    assert pages.shown() == [QUIET, EN_PAIN, EN_TIME, BACK]


def test_a_block_that_is_sent_twice_is_two_blocks(pages: Pages) -> None:
    body = pages.read()
    pages.write([body[0], *body])
    ids = pages.ids()
    assert len(set(ids)) == len(ids)
    assert pages.shown()[0] == WELCOME
