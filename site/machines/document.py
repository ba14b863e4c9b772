"""A page of the site as Markdown.

It is made of the page's own HTML, of what stands in `main`, so that it cannot say anything else than the page does.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from markdownify import MarkdownConverter

# Ways around the page, drawings (their words stand in a list beside them), and what no one is shown.
LEFT_OUT = (
    "svg, nav, form, button, script, style, [hidden], [aria-hidden=true], .running-head, .share"
)
# Turns over the pages of a list; all that is kept of its navigation.
TURNING = 'nav a[rel="prev"], nav a[rel="next"]'


class PageConverter(MarkdownConverter):
    """The flavour: `#` headings, `-` lists, no backslash where none is needed."""

    class Options:
        heading_style = "atx"
        bullets = "-"
        autolinks = False
        escape_underscores = False

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return super().convert_a(el, on_one_line(text), parent_tags)  # type: ignore[misc]


def to_markdown(html: str, address: str, changed: datetime | None) -> tuple[str, str]:
    """The Markdown of a whole HTML page, and the page's canonical address.

    `address` stands in where the page names none; `changed` is when it was last published.
    """
    page = BeautifulSoup(html, "html.parser")
    link = page.select_one('head link[rel="canonical"]')
    canonical = str(link["href"]) if link else address
    main = page.main
    if main is None:
        raise ValueError("A page has its text in `main`.")
    simplify(main, canonical)
    body = PageConverter().convert_soup(main)
    body = re.sub(r"[ \t]+\n", "\n", body)
    body = re.sub(r"\n{3,}", "\n\n", body).strip()
    return f"{front_matter(page, canonical, changed)}\n{body}\n", canonical


def front_matter(page: BeautifulSoup, canonical: str, changed: datetime | None) -> str:
    """What the head of the page says, as YAML; a text in JSON's quotation marks is YAML too."""
    language = str(page.html["lang"]) if page.html else ""
    heading = page.h1 or page.title
    facts: list[tuple[str, str]] = [
        ("title", on_one_line(heading.get_text()) if heading else ""),
        ("description", content_of(page, 'meta[name="description"]')),
        ("language", language),
        ("url", canonical),
        ("updated", timezone.localtime(changed).isoformat(timespec="seconds") if changed else ""),
    ]
    lines = [f"{name}: {json.dumps(text, ensure_ascii=False)}" for name, text in facts if text]
    translations = [
        f"  {code}: {json.dumps(url)}"
        for code, url in alternates(page)
        if code not in (language, "x-default")
    ]
    if translations:
        lines += ["translations:", *translations]
    return "\n".join(["---", *lines, "---", ""])


def content_of(page: BeautifulSoup, selector: str) -> str:
    meta = page.select_one(selector)
    return str(meta["content"]) if meta else ""


def alternates(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for link in page.select('head link[rel="alternate"][hreflang]'):
        yield str(link["hreflang"]), str(link["href"])


def simplify(main: Tag, canonical: str) -> None:
    """Brings the page's HTML down to what Markdown has: no drawings, whole addresses, facts as lists."""
    turning = [link.extract() for link in main.select(TURNING)]
    for form in main.select('form[method="post"]'):
        form.replace_with(
            paragraph(
                format_html(
                    '{} <a href="{}">{}</a>',
                    _("There is a form here to write to me:"),
                    canonical,
                    canonical,
                )
            )
        )
    for element in main.select(LEFT_OUT):
        if not element.decomposed:
            element.decompose()
    for link in turning:
        part = paragraph("")
        part.append(link)
        main.append(part)
    for element in main.select("img"):
        source = whole_address(canonical, str(element["src"]))
        if not element.get("alt"):
            element.decompose()  # a decoration
        elif source:
            element["src"] = source
        else:
            element.replace_with(str(element["alt"]))
    for element in main.select("a[href]"):
        target = whole_address(canonical, str(element["href"]))
        if target:
            element["href"] = target
        else:
            element.unwrap()
    for element in main.select("summary"):
        element.replace_with(paragraph(format_html("<strong>{}</strong>", words(element))))
    for element in main.select("dl"):
        element.replace_with(fact_list(element))


def whole_address(base: str, address: str) -> str:
    """`""` for what is no address, such as `http://[`."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def fact_list(facts: Tag) -> Tag:
    """`- **Price**: € 95`, for each term of a `dl`."""
    items: list[tuple[str, list[str]]] = []
    for element in facts.select("dt, dd"):
        if element.name == "dt":
            items.append((words(element), []))
        elif items:
            items[-1][1].append(words(element))
    html = "".join(
        format_html("<li><strong>{}</strong>: {}</li>", term, "; ".join(texts))
        for term, texts in items
    )
    made = BeautifulSoup(f"<ul>{html}</ul>", "html.parser").ul
    assert made is not None  # noqa: S101 for the type checker
    return made


def paragraph(html: str) -> Tag:
    made = BeautifulSoup(f"<p>{html}</p>", "html.parser").p
    assert made is not None  # noqa: S101 for the type checker
    return made


def words(element: Tag) -> str:
    return on_one_line(element.get_text(" "))


def on_one_line(text: str) -> str:
    """Keeps the spaces that hold a price together."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()
