"""What a page is called and said to be about, for those who list it."""

from functools import lru_cache

from django.utils.text import Truncator
from wagtail.models import Page

DESCRIPTION_LENGTH = 200  # characters; those who list pages cut off what is longer
KEPT = 1_000  # texts that stay shortened


def description_of(page: Page | None, of_list: str = "") -> str:
    """The first that says something.

    What is said `of_list` where it is a list below the page, and the page's search description, its summary,
    introduction, and strapline.
    """
    texts = [of_list]
    texts += [
        getattr(page, name, "")
        for name in ("search_description", "summary", "introduction", "strapline")
    ]
    text = next((str(text) for text in texts if text), "")
    return _shortened(text)


@lru_cache(KEPT)
def _shortened(text: str) -> str:
    return Truncator(" ".join(text.split())).chars(DESCRIPTION_LENGTH)


def title_of(page: Page, practice_name: str) -> str:
    """What stands in the tab: the title, and whose page it is unless the title says so."""
    title = page.seo_title or page.title
    return title if practice_name in title else f"{title} · {practice_name}"
