"""Where the feeds of a blog are, and how the tests read them."""

from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from django.test import Client

ATOM, RSS = "/blog/atom.xml", "/blog/rss.xml"


KINDS = pytest.mark.parametrize("url", [ATOM, RSS])


NAMES = {"a": "http://www.w3.org/2005/Atom"}


def read(client: Client, url: str) -> Any:
    """The feed as a reader of feeds understands it; one that it complains about is a failure."""
    response = client.get(url)
    assert response.status_code == 200, url
    headers = {"content-type": response["Content-Type"]}
    feed = feedparser.parse(response.content, response_headers=headers)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def entry_html(entry: Any) -> BeautifulSoup:
    return BeautifulSoup(entry.content[0].value, "html.parser")


def body_of(home: Any, picture: Any, treatment: Any) -> list[dict[str, Any]]:
    """One of each kind of block that leads somewhere or shows something."""
    prose = (
        f'<p>Lees <a linktype="page" id="{treatment.pk}">verder</a> of '
        '<a href="https://example.com/x?a=1&amp;b=2">daar</a>. 1 &lt; 2</p><h3>Kop</h3><ul><li>Een</li></ul>'
    )
    image = {"image": picture.pk, "alt_text": "Een doek", "decorative": False}
    values = [
        ("text", {"heading": "Adem", "prose": prose}),
        ("quote", {"quote": "Rustig.", "attribution": ""}),
        ("captioned_image", {"image": image, "caption": "Het doek"}),
        (
            "call_to_action",
            {"heading": "Kom", "text": "", "button_text": "Kijk", "page": treatment.pk},
        ),
        (
            "questions",
            {
                "heading": "Vragen",
                "questions": [
                    {
                        "type": "item",
                        "id": "q",
                        "value": {"question": "Mag dat?", "answer": "<p>Ja.</p>"},
                    }
                ],
            },
        ),
        ("related_treatments", {"heading": "Verder", "treatments": [treatment.pk]}),
    ]
    return [
        {"type": name, "value": value, "id": f"0000000{number}-0000-4000-8000-000000000000"}
        for number, (name, value) in enumerate(values)
    ]
