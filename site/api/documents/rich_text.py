"""Rich text as a tree of typed nodes, and as HTML made of that tree: both say the same.

What is stored is Wagtail's database form: HTML in which a link to a page is `<a linktype="page" id="…">`. Links are
resolved in the language of the page that the text stands on.
"""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from api.documents.links import Link, Links

MARKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "code": "code"}
MARK_TAGS = {"bold": "b", "italic": "i", "code": "code"}
HEADINGS = {f"h{level}": level for level in range(2, 7)}


class TextNode(Schema):
    """A run of words; `marks` are what all of it is."""

    type: Literal["text"]
    text: str
    marks: list[Literal["bold", "italic", "code"]]


class LineBreakNode(Schema):
    type: Literal["line_break"]


class LinkNode(Schema):
    """Words that lead somewhere; `link` says where, and whether that is a page of this site."""

    type: Literal["link"]
    link: Link
    children: list[Annotated[TextNode | LineBreakNode, Field(discriminator="type")]]


InlineNode = Annotated[TextNode | LineBreakNode | LinkNode, Field(discriminator="type")]


class ParagraphNode(Schema):
    type: Literal["paragraph"]
    children: list[InlineNode]


class HeadingNode(Schema):
    """A heading inside a text; `level` is 2 to 6, and a section's own heading is a 2."""

    type: Literal["heading"]
    level: int = Field(ge=2, le=6)
    children: list[InlineNode]


class ListNode(Schema):
    type: Literal["list"]
    ordered: bool
    items: list[ListItemNode]


class ListItemNode(Schema):
    type: Literal["list_item"]
    children: list[
        Annotated[TextNode | LineBreakNode | LinkNode | ListNode, Field(discriminator="type")]
    ]


BlockNode = Annotated[ParagraphNode | HeadingNode | ListNode, Field(discriminator="type")]


class RichText(Schema):
    """The same text twice: `html` is clean and ready, `tree` for a front end that makes its own elements.

    An internal link in `html` has `data-page-id`, `data-page-type`, `data-locale` and `data-path` for a router.
    """

    html: str
    tree: list[BlockNode]


ListNode.model_rebuild()


class _Reader(HTMLParser):
    """Makes the tree of stored rich text. Elements it does not know leave their words."""

    def __init__(self, links: Links) -> None:
        super().__init__(convert_charrefs=True)
        self.links = links
        self.tree: list[dict[str, Any]] = []
        self.path: list[tuple[str, list[dict[str, Any]]]] = [("", self.tree)]
        self.marks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in MARKS:
            self.marks.append(MARKS[tag])
        elif tag == "br":
            self._inline().append({"type": "line_break"})
        elif tag in HEADINGS or tag == "p":
            children: list[dict[str, Any]] = []
            node: dict[str, Any] = {"type": "paragraph", "children": children}
            if tag != "p":
                node = {"type": "heading", "level": HEADINGS[tag], "children": children}
            self._close_paragraph()
            self._outer().append(node)
            self.path.append((tag, children))
        elif tag in ("ul", "ol"):
            items: list[dict[str, Any]] = []
            self._close_paragraph()
            self._outer().append({"type": "list", "ordered": tag == "ol", "items": items})
            self.path.append((tag, items))
        elif tag == "li" and self.path[-1][0] in ("ul", "ol"):
            children = []
            self.path[-1][1].append({"type": "list_item", "children": children})
            self.path.append((tag, children))
        elif tag == "a":
            link = self.links.of_attributes({name: value or "" for name, value in attrs})
            if link is not None and self.path[-1][0] != "a":
                children = []
                self._inline().append({"type": "link", "link": link, "children": children})
                self.path.append((tag, children))

    def handle_endtag(self, tag: str) -> None:
        if tag in MARKS:
            if MARKS[tag] in self.marks:
                self.marks.remove(MARKS[tag])
            return
        names = [name for name, _children in self.path]
        if tag in names:
            del self.path[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not data.strip() and self.path[-1][0] in ("", "ul", "ol"):
            return
        marks = list(dict.fromkeys(self.marks))
        self._inline().append({"type": "text", "text": data, "marks": marks})

    def _close_paragraph(self) -> None:
        while self.path[-1][0] in ("a", "p", *HEADINGS):
            self.path.pop()

    def _outer(self) -> list[dict[str, Any]]:
        """Where a block may stand: the tree, or the item of a list."""
        return self.path[-1][1]

    def _inline(self) -> list[dict[str, Any]]:
        """Where words may stand; opens a paragraph where there is none."""
        if self.path[-1][0] == "":
            children: list[dict[str, Any]] = []
            self.tree.append({"type": "paragraph", "children": children})
            self.path.append(("p", children))
        return self.path[-1][1]


def rich_text(source: str, links: Links) -> dict[str, Any]:
    """A `RichText` of what is stored."""
    reader = _Reader(links)
    reader.feed(source)
    reader.close()
    return {"html": "".join(_html(node) for node in reader.tree), "tree": reader.tree}


def _html(node: dict[str, Any]) -> str:
    kind = node["type"]
    if kind == "text":
        html = escape(node["text"], quote=False)
        for mark in reversed(node["marks"]):  # the first is the outermost
            html = f"<{MARK_TAGS[mark]}>{html}</{MARK_TAGS[mark]}>"
        return html
    if kind == "line_break":
        return "<br>"
    if kind == "list":
        tag = "ol" if node["ordered"] else "ul"
        return f"<{tag}>{''.join(_html(item) for item in node['items'])}</{tag}>"
    inner = "".join(_html(child) for child in node["children"])
    if kind == "link":
        return _link_html(node["link"], inner)
    tag = {"paragraph": "p", "list_item": "li"}.get(kind) or f"h{node['level']}"
    return f"<{tag}>{inner}</{tag}>"


def _link_html(link: dict[str, Any], inner: str) -> str:
    attributes = {"href": link["href"]}
    page = link["page"]
    if page is not None:
        attributes |= {
            "data-page-id": str(page["id"]),
            "data-page-type": page["type"],
            "data-locale": page["locale"],
            "data-path": page["path"],
        }
    if link["language_note"]:
        attributes["hreflang"] = page["locale"]
        inner = f"{inner} {escape(link['language_note'], quote=False)}"
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<a{written}>{inner}</a>"
