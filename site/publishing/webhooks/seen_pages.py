"""Which pages visitors see, as rows."""

from copy import copy

from django.db.models.functions import Substr
from wagtail.models import Page
from wagtail.query import PageQuerySet

from core.families import HOME_DEPTH
from core.visibility import visible

# Pages that visitors may see, by their key.
Seen = dict[int, Page]


def seen(pages: PageQuerySet) -> Seen:
    """Those that the API has a document of: not below a home page that is not there, and no alias. One query."""
    homes = visible(Page.objects.filter(depth=HOME_DEPTH)).order_by().values("path")
    below_homes = pages.alias(home=Substr("path", 1, HOME_DEPTH * Page.steplen)).filter(
        home__in=homes
    )
    shown = visible(below_homes.filter(alias_of=None))
    return {page.pk: page for page in shown.select_related("locale").order_by("path")}


def moved_along(pages: Seen, before: str, after: str) -> Seen:
    """The same pages, with `after` where their `url_path` began with `before`: for those that are not saved yet."""
    moved = {}
    for pk, page in pages.items():
        moved[pk] = copy(page)
        if page.url_path.startswith(before):
            moved[pk].url_path = after + page.url_path[len(before) :]
    return moved
