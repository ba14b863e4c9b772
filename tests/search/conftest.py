"""A visitor who searches."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client


@pytest.fixture
def searched(client: Client) -> Any:
    """Asks the search; gives the page of results."""

    def run(query: str, path: str = "/zoeken/", **more: Any) -> BeautifulSoup:
        response = client.get(path, {"q": query} | more)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return run
