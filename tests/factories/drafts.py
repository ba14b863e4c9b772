"""A page that visitors do not see."""

from typing import Any

from home.models import HomePage, StandardPage
from tests.factories.tree import make_page


def make_draft(home: HomePage, slug: str, **fields: Any) -> StandardPage:
    """A text page below `home` that was taken offline."""
    page = make_page(StandardPage, home, slug=slug, **fields)
    page.unpublish()
    return page
