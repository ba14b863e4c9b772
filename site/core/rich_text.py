"""How rich text is turned into HTML."""

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from core.page_links import live_links


class LocalePageLinkHandler(PageLinkHandler):
    """Links to the page in the reader's own language; a page that is not live there leaves plain words."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        ids = (str(attrs.get("id", "")) for attrs in attrs_list)
        pages = live_links([int(page_id) if page_id.isdigit() else 0 for page_id in ids])
        return ["<a>" if page is None else f'<a href="{escape(page.url)}">' for page in pages]
