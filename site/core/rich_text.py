"""How links in rich text are turned into HTML."""

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from core.page_links import foreign_language, id_written, live_links


class LocalePageLinkHandler(PageLinkHandler):
    """Links to the page in the reader's own language.

    One that is live in another language only carries `hreflang`; one that is live nowhere leaves plain words.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        pages = live_links([id_written(str(attrs.get("id", ""))) for attrs in attrs_list])
        return [_opening_tag(page) for page in pages]


def _opening_tag(page: Page | None) -> str:
    if page is None:
        return "<a>"
    language = foreign_language(page)
    hreflang = f' hreflang="{escape(language)}"' if language else ""
    return f'<a href="{escape(page.url)}"{hreflang}>'
