"""A post's text as a feed carries it: plain HTML that is whole without our stylesheet, scripts and address."""

import re
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

# What a reader of feeds shows as we mean it. Other elements go and leave their content: wrappers, `picture`.
KEPT = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption"),
    *("a", "abbr", "b", "br", "cite", "code", "em", "hr", "i", "img", "q", "small", "strong", "sub", "sup"),
    *("table", "tbody", "td", "th", "thead", "tr", "time"),
}  # fmt: skip
RENAMED = {"summary": "h3"}  # a question that opens on the site stands open in a feed
# These go with all that is in them.
DROPPED = {
    *("script", "style", "template", "noscript", "svg", "form", "button", "input", "select", "textarea"),
    *("iframe", "object", "embed", "audio", "video", "canvas", "nav"),
}  # fmt: skip
VOID = {"br", "hr", "img", "input", "source", "wbr", "embed", "track", "col", "meta", "link"}
ATTRIBUTES = {"href", "hreflang", "lang", "alt", "datetime", "title", "start", "colspan", "rowspan"}
SCHEMES = {"http", "https", "mailto", "tel"}
WIDEST = 1200  # pixels; of a picture
# https://www.w3.org/TR/xml/#charsets, and halves of a pair, which no encoding has.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def without_control_characters(text: str) -> str:
    """The text without what XML has no place for."""
    return _NOT_IN_XML.sub("", text)


def feed_html(parts: Sequence[str], url: str) -> str:
    """HTML of our templates as HTML for anywhere; `url` is what its relative addresses are relative to."""
    cleaner = _Cleaner(url)
    cleaner.feed("\n".join(parts))
    cleaner.close()
    return re.sub(r"\s*\n\s*", "\n", without_control_characters("".join(cleaner.parts))).strip()


class _Cleaner(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self.url = url
        self.parts: list[str] = []
        self.open: list[tuple[str, str]] = []  # each element, and what closes it in what we write
        self.dropped = 0  # how many elements above have to go with their content

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        start, end = ("", "") if self.dropped else self._written(tag, attributes)
        self.parts.append(start)
        if tag not in VOID:
            self.open.append((tag, end))
            self.dropped += self.dropped > 0 or tag in DROPPED

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _end in self.open):
            return
        name = ""
        while name != tag:
            name, end = self.open.pop()
            self.parts.append(end)
            self.dropped -= self.dropped > 0

    def handle_data(self, data: str) -> None:
        if not self.dropped:
            self.parts.append(escape(data, quote=False))

    def close(self) -> None:
        super().close()
        self.parts += [end for _name, end in reversed(self.open)]
        self.open = []

    def _written(self, tag: str, attributes: dict[str, str]) -> tuple[str, str]:
        """How the element begins and ends in what we write; both empty for one that only its content stays of."""
        kept = {name: value for name, value in attributes.items() if name in ATTRIBUTES}
        if tag == "img":
            kept = {"src": self._address(_source(attributes)), "alt": attributes.get("alt", "")}
            if not kept["src"]:
                return "", ""
        elif tag == "a":
            kept["href"] = self._address(attributes.get("href", ""))
            if not kept["href"]:
                return "", ""
        elif tag == "span" and "lang" in kept:
            kept = {"lang": kept["lang"]}
        elif tag not in KEPT and tag not in RENAMED:
            return "", ""
        name = RENAMED.get(tag, tag)
        written = "".join(f' {key}="{escape(value)}"' for key, value in kept.items())
        return f"<{name}{written}>", "" if tag in VOID else f"</{name}>"

    def _address(self, address: str) -> str:
        """The whole address; `""` for one that leads nowhere, or only on our own pages, or is none at all."""
        try:
            whole = urljoin(self.url, address.strip()) if address.strip() else ""
            return whole if urlsplit(whole).scheme in SCHEMES else ""
        except ValueError:
            return ""


def _source(attributes: dict[str, str]) -> str:
    """The largest picture of an `img` that is not larger than a feed needs."""
    sizes = {}
    for candidate in attributes.get("srcset", "").split(","):
        address, _space, width = candidate.strip().partition(" ")
        if width.endswith("w") and width[:-1].isdigit():
            sizes[int(width[:-1])] = address
    fitting = [width for width in sizes if width <= WIDEST]
    return sizes[max(fitting)] if fitting else attributes.get("src", "")
