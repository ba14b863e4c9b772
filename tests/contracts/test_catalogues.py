"""What the Dutch catalogue must satisfy, whatever texts it holds."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

CATALOGUE = Path(__file__).resolve().parents[2] / "locale" / "nl" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]")
TAG = re.compile(r"</?\w+[^>]*>")
# The same word in both languages; any other text that is equal was forgotten.
SAME_IN_BOTH = {
    "blog",
    "btw-id",
    "Contact",
    "Menu",
    "euro",
    "KvK",
    "Status",
    "Video",
    "Webhook",
    "Webhooks",
    "webhook",
    "webhooks",
}


@pytest.fixture(scope="module")
def dutch() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def pairs(catalogue: polib.POFile) -> Iterator[tuple[str, str]]:
    """Each English text with its Dutch; of a plural, the singular and the plural apart."""
    for entry in catalogue:
        if entry.msgid_plural:
            yield entry.msgid, entry.msgstr_plural.get(0, "")
            yield entry.msgid_plural, entry.msgstr_plural.get(1, "")
        else:
            yield entry.msgid, entry.msgstr


def test_every_text_has_a_dutch_one(dutch):
    assert len(dutch) > 200
    assert [english for english, text in pairs(dutch) if not text.strip()] == []


def test_no_dutch_text_is_a_guess(dutch):
    assert not dutch.metadata_is_fuzzy
    assert [entry.msgid for entry in dutch if entry.fuzzy] == []


@pytest.mark.parametrize("pattern", [PLACEHOLDER, TAG], ids=["placeholders", "tags"])
def test_dutch_texts_keep_what_is_filled_in_and_marked_up(dutch, pattern):
    changed = [
        (english, text)
        for english, text in pairs(dutch)
        if sorted(pattern.findall(english)) != sorted(pattern.findall(text))
    ]
    assert changed == []


def test_no_english_text_was_left_as_it_is(dutch):
    unchanged = {english for english, text in pairs(dutch) if english == text}
    assert unchanged <= SAME_IN_BOTH
