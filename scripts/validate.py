"""`make validate`: the Nu HTML checker over every page of the starter site in both languages, and over its stylesheet.

Pages are found as a visitor finds them, from link to link. An error or a warning fails, unless `EXPECTED` says why
it stands.
"""

import json
import re
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import node_tools
from served_site import Site, temporary_site

STARTS = ("/", "/en/")
NO_PAGES = ("/admin/", "/documents/", "/media/", "/static/")
NOWHERE = {"nl": "/nergens/", "en": "/en/nowhere/"}
# Messages that stand, as regular expressions, and why.
EXPECTED = {
    r"CSS: “(animation-timeline|animation-range|view-timeline|container-type)”: Property “.*” doesn't exist\.": (
        "scroll-driven animation and container queries are newer than the checker's list"
    ),
    r"CSS: Unrecognized at-rule “@container”": "a container query, as above",
    r"CSS: “font”: Parse Error\.  \[-ui, sans-serif\); hyphens": (
        "in the labels of the drawings: the checker does not know the unit cqi of container queries"
    ),
}


class Links(HTMLParser):
    """The addresses that a page links to, as they are written."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href")
        if tag == "a" and address:
            self.found.append(address)


def links_to_pages(page: str, url: str) -> set[str]:
    """The addresses, without host and fragment, of the pages of this site that `page` at `url` links to."""
    found = set()
    for link in Links(page).found:
        parts = urllib.parse.urlsplit(urllib.parse.urljoin(url, link))
        if (
            parts.netloc == urllib.parse.urlsplit(url).netloc
            and parts.scheme in ("http", "https")
            and not parts.path.startswith(NO_PAGES)
        ):
            found.add(parts.path + (f"?{parts.query}" if parts.query else ""))
    return found


def fetch(url: str, form: dict[str, str] | None = None) -> tuple[int, str, str]:
    """Status, content type and text; a form is sent as the page itself sends it."""
    data = urllib.parse.urlencode(form).encode() if form is not None else None
    parts = urllib.parse.urlsplit(url)
    request = urllib.request.Request(  # noqa: S310 (our own site)
        url, data=data, headers={"Origin": f"{parts.scheme}://{parts.netloc}"}
    )
    try:
        answer = urllib.request.urlopen(request, timeout=60)  # noqa: S310
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        kind = answer.headers.get_content_type()
        return answer.status, kind, answer.read().decode(errors="replace")


def crawl(site: Site) -> dict[str, str]:
    """Every page by its address; RuntimeError for a link that leads nowhere."""
    pages: dict[str, str] = {}
    seen = set(STARTS)
    waiting = list(STARTS)
    while waiting:
        path = waiting.pop()
        status, kind, text = fetch(site.url + path)
        if status != 200:
            raise RuntimeError(f"{path} is linked to, and answers {status}.")
        if kind != "text/html":
            continue
        pages[path] = text
        fresh = links_to_pages(text, site.url + path) - seen
        seen |= fresh
        waiting += sorted(fresh)
    return pages


def other_answers(site: Site) -> dict[str, str]:
    """What no link leads to: a form with faults, the thanks, a page that is not there, a broken site."""
    facts = json.loads(site.run_script("describe_site.py"))
    answers = {f"500 {name}": text for name, text in facts["server_error"].items()}
    for path in facts["pages"]["contact"].values():
        answers[f"POST {path}"] = fetch(site.url + path, form={"name": "Noor"})[2]
        answers[f"{path}?sent=1"] = fetch(f"{site.url}{path}?sent=1")[2]
    for path in NOWHERE.values():
        answers[path] = fetch(site.url + path)[2]
    return answers


def faults(messages: Iterable[dict[str, Any]], names: dict[str, str]) -> list[str]:
    """A line for each message of the checker that is not expected; the same one on several pages once.

    `names` has what each checked file is called for people.
    """
    places: dict[str, list[str]] = {}
    for message in messages:
        kind = message.get("subType") or message["type"]
        extract = " ".join(message.get("extract", "").split())[:160]
        file = Path(urllib.parse.urlsplit(message.get("url", "")).path).name
        said = message["message"] + (f"  [{extract}]" if extract else "")
        if any(re.match(pattern, said) for pattern in EXPECTED):
            continue
        line = f"{kind}: {said}"
        places.setdefault(line, []).append(f"{names.get(file, file)}:{message.get('lastLine', '')}")
    return [f"{line}\n    {', '.join(places[line])}" for line in places]


def check(texts: dict[str, str], stylesheet: str) -> list[str]:
    """What the Nu HTML checker has against these pages, by name, and this stylesheet."""
    with tempfile.TemporaryDirectory() as folder:
        names = {"main.css": "main.css"}
        Path(folder, "main.css").write_text(stylesheet, encoding="utf-8")
        for number, (name, text) in enumerate(texts.items()):
            names[f"{number}.html"] = name
            Path(folder, f"{number}.html").write_text(text, encoding="utf-8")
        files = [str(Path(folder, name)) for name in names]
        result = node_tools.run_vnu("--format", "json", "--stdout", "--also-check-css", *files)
    try:
        messages = json.loads(result.stdout)["messages"]
    except (ValueError, KeyError):
        raise RuntimeError(f"The HTML checker did not run:\n{result.stderr}") from None
    return faults(messages, names)


def main() -> None:
    node_tools.install()
    node_tools.find_java()
    with temporary_site() as site:
        texts = crawl(site) | other_answers(site)
        stylesheet = site.get("/static/css/main.css")
    found = check(texts, stylesheet)
    if found:
        sys.exit("\n".join([*found, f"{len(found)} faults in {len(texts)} pages."]))
    print(f"{len(texts)} pages and the stylesheet are valid.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nStopped: not every page was checked.")
    except RuntimeError as failure:
        sys.exit(str(failure))
