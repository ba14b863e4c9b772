"""Rich text as documents say it."""

import re

import pytest
from django.test import RequestFactory

from api.documents.links import Links
from api.documents.rich_text import rich_text


def said(source: str) -> dict:
    links = Links({}, locale=None, request=RequestFactory().get("/"))  # type: ignore[arg-type]
    return rich_text(source, links)


def words(nodes: list) -> str:
    return "".join(
        node.get("text", "") + words(node.get("children", []) + node.get("items", []))
        for node in nodes
    )


def test_hostile_characters_are_escaped_in_the_html_and_plain_in_the_tree():
    made = said("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer</p>")
    assert made["html"] == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer</p>"
    assert words(made["tree"]) == "<script>alert(1)</script> & meer"


def test_an_address_cannot_leave_its_attribute():
    made = said('<p><a href="https://x.example/?a=&quot;&gt;&lt;b&gt;">weg</a></p>')
    assert made["html"] == ('<p><a href="https://x.example/?a=&quot;&gt;&lt;b&gt;">weg</a></p>')


def test_a_list_may_stand_in_a_list():
    source = "<ul><li>een<ol><li>twee</li></ol></li><li>drie</li></ul>"
    made = said(source)
    assert made["html"] == source
    outer = made["tree"][0]
    inner = outer["items"][0]["children"][1]
    assert (outer["ordered"], inner["type"], inner["ordered"]) == (False, "list", True)
    assert len(outer["items"]) == 2


@pytest.mark.parametrize(
    ("href", "kind"),
    [
        ("mailto:a@b.example", "email"),
        ("tel:+31612345678", "telephone"),
        ("#boven", "anchor"),
        ("https://elders.example/", "external"),
        ("http://[half", "external"),
    ],
)
def test_a_link_says_of_which_kind_it_is(href, kind):
    (paragraph,) = said(f'<p><a href="{href}">weg</a></p>')["tree"]
    (link,) = paragraph["children"]
    assert (link["link"]["kind"], link["link"]["href"]) == (kind, href)
    assert link["link"]["page"] is None


@pytest.mark.parametrize(
    "source",
    [
        "<a>weg</a>",
        *(f'<a linktype="page" id="{written}">weg</a>' for written in ("x", "²", "9" * 40)),
        '<a href="javascript:alert(1)">weg</a>',
        '<a href="java&#9;script:alert(1)">weg</a>',
        '<a href="data:text/html,x">weg</a>',
    ],
)
def test_a_link_that_leads_nowhere_leaves_its_words(source):
    made = said(f"<p>Ga {source}.</p>")
    assert made["html"] == "<p>Ga weg.</p>"


@pytest.mark.parametrize(
    "source",
    [
        "los",
        "<p>een<p>twee",
        "<b>vet</b> en <i>schuin</i>",
        "<p><b><i>beide</i></b> en <code>code</code></p>",
        "<div><p>in een div</p></div>",
        "<li>zonder lijst</li>",
        "<p>regel<br/>regel</p>",
        "</p></ul>einde",
        "<h2>kop</h2><p>tekst</p>",
        "",
    ],
)
def test_html_and_tree_say_the_same_whatever_was_stored(source):
    made = said(source)
    assert re.sub("<[^>]*>", "", made["html"]) == words(made["tree"])
    assert words(made["tree"]) == re.sub("<[^>]*>", "", source)
    assert said(made["html"]) == made, "what was said can be read again"
