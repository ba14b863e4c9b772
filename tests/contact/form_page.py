"""The contact page as a test reads it."""

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def typed_values(page: BeautifulSoup) -> dict[str, str]:
    """What the form shows in its three fields."""
    return {
        "name": page.find(id="id_name")["value"],
        "email": page.find(id="id_email")["value"],
        "message": page.find(id="id_message").text.removeprefix("\n"),
    }


def summary(page: BeautifulSoup) -> Tag:
    found = page.select_one(".form__summary")
    assert found
    return found
