"""Links inside a text that was translated before its source was edited."""

import json

import pytest

from translations.links import follow_links

CONTACT = {"linktype": "page", "id": "4"}
BLOG = {"linktype": "page", "id": "7"}
BOOK = {"href": "https://boek.example/"}


@pytest.mark.parametrize(
    ("text", "then", "now", "expected"),
    [
        pytest.param("Plain.", {}, {"a1": BLOG}, "Plain.", id="a text without links"),
        pytest.param(
            'See <a id="a1">me</a>.',
            {"a1": CONTACT},
            {"a1": CONTACT},
            'See <a id="a1">me</a>.',
            id="the same link",
        ),
        pytest.param(
            'See <a id="a1">me</a>.',
            {"a1": CONTACT},
            {"a1": BLOG, "a2": CONTACT},
            'See <a id="a2">me</a>.',
            id="a link put before it",
        ),
        pytest.param(
            '<a id="a1">Blog</a>, <a id="a2">me</a>.',
            {"a1": BLOG, "a2": CONTACT},
            {"a1": CONTACT},
            'Blog, <a id="a1">me</a>.',
            id="the first link taken off",
        ),
        pytest.param(
            'A <a id="a1">book</a>.',
            {"a1": CONTACT},
            {"a1": BOOK},
            'A <a id="a1">book</a>.',
            id="a link that leads elsewhere now",
        ),
        pytest.param('A <a id="a1">book</a>.', {"a1": BOOK}, {}, "A book.", id="no link any more"),
        pytest.param(
            'A <a id="a1">book</a>.', {"a1": BOOK}, None, "A book.", id="attributes never kept"
        ),
    ],
)
def test_a_link_follows_its_target(text, then, now, expected):
    assert follow_links(text, json.dumps(then), json.dumps(now)) == expected
