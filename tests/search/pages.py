"""What a page of results says, and bodies to find."""

from typing import Any

from bs4 import BeautifulSoup


def text(prose: str, heading: str = "Kop") -> list[dict[str, Any]]:
    """A body with one section."""
    return [
        {
            "type": "text",
            "value": {"heading": heading, "prose": f"<p>{prose}</p>"},
            "id": "6c6c7f2c-8d1c-4a0b-8a43-7f0b8f6f1a11",
        }
    ]


def titles(page: BeautifulSoup) -> list[str]:
    return [title.text for title in page.select(".search-result__title")]


def marks(page: BeautifulSoup) -> list[str]:
    return [mark.text for mark in page.select("main mark")]


def said(page: BeautifulSoup) -> str:
    """The words of the page, without its spaces."""
    return " ".join(page.main.text.split())
