"""What a page shows in its `main`, and what its document says, in the same terms: texts, links and pictures."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

# Attributes that are read out or shown.
WORDED_ATTRIBUTES = ("aria-label", "title", "placeholder", "data-copied")
# What joins two texts on a page.
JOINTS = " ·:"
# Fields about the page as a whole, about other languages, and words for a page in another state; not in its `main`.
AROUND = {
    *("seo", "parent", "ancestors", "alternates", "translations", "translation_state", "fallback"),
    *("language_links", "feeds", "summary", "labels", "path", "url"),
}
# What the foot of every page shows of the practice, and `main` does not.
AT_THE_FOOT = {
    *("kvk_number", "vat_number", "membership_number", "association", "complaints", "social_links"),
}
# Fields that hold no words of `main`: what programs go by, numbers, what the header or a refusal says, and `html`,
# which says what `tree` says.
NO_WORDS = {
    *("id", "type", "kind", "locale", "slug", "api_url", "html", "marks", "media_type"),
    *("amount", "currency", "date", "sizes", "dominant_color", "filename", "autocomplete"),
    *("first_published_at", "last_published_at", "method", "accent", "practice_name", "not_sent"),
}
ADDRESSES = {"href", "path", "url", "website", "route_url"}


@dataclass(frozen=True)
class Picture:
    """A picture by the files of all its sizes, so that another crop is another picture."""

    files: frozenset[str]
    alt: str

    def __str__(self) -> str:
        return f"{min(self.files)} and {len(self.files) - 1} more files, “{self.alt}”"


@dataclass
class Content:
    """Each text, address and picture, with how often it is there; addresses of the site are paths."""

    root: str
    texts: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    pictures: Counter[Picture] = field(default_factory=Counter)

    def add_text(self, text: str) -> None:
        """Each line by itself, with single spaces."""
        for line in text.split("\n"):
            if words := " ".join(line.split()):
                self.texts[words] += 1

    def add_link(self, address: str) -> None:
        self.links[address.removeprefix(self.root) or "/"] += 1


def differences(html: str, document: dict[str, Any], root: str) -> list[str]:
    """What only the page or only the document has, each in a line; `root` is where the addresses of the site begin."""
    page, said, known = shown(html, root), content_of(document, root), everything(document, root)
    foot, at_the_foot = shown(html, root, "footer"), _at_the_foot(document, root)
    return [
        *(f"no field: text “{text}”" for text in page.texts if not _is_made_of(text, known.texts)),
        *(f"no field: link {link}" for link in page.links if not _is_known(link, document, known)),
        *(f"no field: picture {picture}" for picture in page.pictures - said.pictures),
        *(f"not shown: text “{text}”" for text in _unshown(page, said)),
        *(f"not at the foot: text “{text}”" for text in _unshown(foot, at_the_foot)),
        *(f"not shown: link {link}" for link in said.links - page.links),
        *(f"not at the foot: link {link}" for link in at_the_foot.links - foot.links),
        *(f"not shown: picture {picture}" for picture in said.pictures - page.pictures),
    ]


def shown(html: str, root: str, part_name: str = "main") -> Content:
    """What is in every such part of the HTML, hidden or not."""
    content = Content(root)
    parts = BeautifulSoup(html, "html.parser").find_all(part_name)
    assert parts
    for part in parts:
        for text in part.find_all(string=True):
            if not isinstance(text, PreformattedString):  # a comment
                content.add_text(" ".join(text.split()))
        for element in part.find_all(True):
            if element.name == "audio":
                content.add_link(str(element["src"]))
            for name in WORDED_ATTRIBUTES:
                content.add_text(str(element.get(name, "")))
            if href := element.get("href"):
                content.add_link(str(href))
            if element.name == "img":
                content.pictures[_picture(element)] += 1
    return content


def _picture(element: Tag) -> Picture:
    picture = element.find_parent("picture") or element
    files = [str(element["src"])]
    for each in (*picture.find_all("source"), element):
        files += [part.split()[0] for part in str(each.get("srcset", "")).split(",") if part]
    return Picture(
        frozenset(urlsplit(file).path for file in files),
        str(element.get("alt", "")),
    )


def content_of(document: dict[str, Any], root: str) -> Content:
    """What the content fields of a document say."""
    content = Content(root)
    for name, value in document.items():
        if name == "facts":  # a page shows them one by one, a card sums them up
            value = {key: fact for key, fact in value.items() if key != "summary"}
            _say_fields(content, value)
        elif name == "years" and len(value) == 1:  # which need no choice
            continue
        elif name not in AROUND:
            _say(content, name, value)
    return content


def everything(document: dict[str, Any], root: str) -> Content:
    """All that the document says, of the page as a whole and of other languages too."""
    content = Content(root)
    _say_fields(content, document, whole=True)
    return content


def _at_the_foot(document: dict[str, Any], root: str) -> Content:
    content = Content(root)
    practice = document.get("practice", {})
    _say_fields(content, {key: practice[key] for key in practice.keys() & AT_THE_FOOT})
    return content


def _say(content: Content, name: str, value: Any, whole: bool = False) -> None:
    if isinstance(value, list):
        for each in value:
            _say(content, name, each, whole)
    elif isinstance(value, dict):
        _say_object(content, value, whole)
    elif isinstance(value, str) and value and name not in NO_WORDS:
        if name == "email":
            content.add_link(f"mailto:{value}")
        if name in ADDRESSES:
            content.add_link(value)
        else:
            content.add_text(value)


def _say_object(content: Content, value: dict[str, Any], whole: bool) -> None:
    if "sources" in value:
        files = {value["src"]}
        files |= {file["url"] for source in value["sources"] for file in source["srcset"]}
        paths = frozenset(urlsplit(file).path for file in files)
        content.pictures[Picture(paths, value.get("alt", ""))] += 1
    elif "api_url" in value and not whole:  # another page: it is led to, in whatever words
        content.add_link(value["path"])
    elif "href" in value and "language_note" in value:
        content.add_link(value["href"])
        content.add_text(value["language_note"])
    elif "kvk_number" in value and not whole:
        _say_fields(content, {key: value[key] for key in value.keys() - AT_THE_FOOT - {"address"}})
    elif "booking" in value and not whole:
        content.add_text(value["summary"])
    elif "honeypot" in value:
        _say_fields(content, {key: each for key, each in value.items() if key != "name"})
    elif "submit_url" in value:  # a page sends its form to itself
        _say_fields(content, {key: value[key] for key in value.keys() - {"url", "submit_url"}})
    else:
        _say_fields(content, value, whole)


def _say_fields(content: Content, fields: dict[str, Any], whole: bool = False) -> None:
    for name, value in fields.items():
        _say(content, name, value, whole)


def _is_made_of(text: str, known: Counter[str]) -> bool:
    """Whether a text is in a field, or is put together of texts that are."""
    bare = text.strip(JOINTS)
    if not bare or text in known or bare in known:
        return True
    ends = (place for place, letter in enumerate(bare) if letter == " ")
    return any(
        (bare[:end] in known or bare[:end].rstrip(JOINTS) in known)
        and _is_made_of(bare[end:], known)
        for end in ends
    )


def _is_known(link: str, document: dict[str, Any], known: Content) -> bool:
    """Whether a link is in a field, leads to a part of the page or of a translation, or shares the page."""
    if link in known.links or link in set(_ways_within(document)):
        return True
    is_part_of_a_drawing = link.startswith("#") and link.endswith(tuple(_blocks(document)))
    title, url = quote(document["title"]), quote(document["url"], safe="")
    return is_part_of_a_drawing or link == f"mailto:?subject={title}&body={url}"


def _ways_within(document: dict[str, Any]) -> Iterator[str]:
    """To each section of the page, and to the same section in each other language."""
    pages = [each["page"]["path"] for each in document["translations"] if each["page"]]
    for block in _blocks(document):
        for path in ("", *pages):
            yield f"{path}#s-{block}"


def _blocks(document: dict[str, Any]) -> list[str]:
    return [block["id"] for block in document.get("body", [])]


def _unshown(page: Content, said: Content) -> list[str]:
    """What the page shows less often than the document says it; a text may be a part of a longer one."""
    whole = "\n".join(page.texts.elements())
    return [text for text, times in said.texts.items() if whole.count(text) < times]
