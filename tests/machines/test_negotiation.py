"""Who gets Markdown: only who asks for it by name."""

import pytest
from django.test import RequestFactory

from machines.negotiation import prefers_markdown

CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("text/markdown", True),
        ("text/markdown, text/html;q=0.9, */*;q=0.1", True),
        ("Text/Markdown; charset=utf-8", True),
        ("text/markdown, */*", True),
        ("text/markdown;q=0.5, text/plain", True),
        ("text/html;q=0.4, text/markdown;q=0.5", True),
        ("text/markdown, text/html, */*", True),
        ("text/html;q=0.5, text/markdown;q=0.5", True),
        ("text/html, text/markdown;q=0.9", False),
        ("text/markdown;q=0.5, text/html", False),
        ("text/markdown;q=0.5, */*", False),
        ("text/markdown;q=0", False),
        ("text/markdown;q=veel", False),
        ("text/*", False),
        ("*/*", False),
        ("text/html", False),
        ("", False),
        (CHROME, False),
        (";;,,q=1;", False),
    ],
)
def test_markdown_is_for_who_ranks_it_above_a_page(accept, wanted):
    assert prefers_markdown(RequestFactory().get("/", headers={"Accept": accept})) is wanted
