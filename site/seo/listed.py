"""Which pages others may be told of: search engines, and who asks for the picture of a page."""

from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from core.visibility import visible


def homes_of(site: Site) -> list[Page]:
    """The home pages of a site that visitors can reach, one per language."""
    homes = visible(site.root_page.get_translations(inclusive=True)).filter(alias_of=None)
    return list(homes.select_related("locale"))


def listed_pages(home: Page) -> PageQuerySet:
    """The pages of a language that a search engine may list: live, for everybody, no aliases."""
    pages = visible(Page.objects).filter(path__startswith=home.path, locale_id=home.locale_id)
    return pages.filter(alias_of=None)
