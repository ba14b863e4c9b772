"""Panels of the page editor that are our own."""

from typing import Any

from django.forms import Media
from wagtail.admin.panels import Panel

from core.models.settings import PracticeSettings

# How much of a title and a description search engines show, in characters: (least that says enough, most that fits).
# They measure pixels and publish no limits, so these are the lengths at which most devices still show the whole.
TITLE_LENGTHS = (20, 60)
DESCRIPTION_LENGTHS = (70, 155)
# What a search engine is given without a description of hers, the first that says something; `page_description` too.
FALLBACKS = ["summary", "introduction", "strapline"]


class SearchResultPanel(Panel):
    """Shows, while she writes, how long title and description are and how a search engine may show the page."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/admin/search_result.html"

        @property
        def media(self) -> Media:
            return Media(
                js=["js/admin/search_result.js"], css={"all": ["css/admin/search_result.css"]}
            )

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            practice = PracticeSettings.for_request(self.request)
            return super().get_context_data(parent_context) | {
                "practice_name": practice.practice_name,
                "beginning": getattr(self.instance, "beginning", ""),
                "fallbacks": " ".join(f"#id_{name}" for name in FALLBACKS),
                "address": (self.instance.pk and self.instance.get_full_url(self.request)) or "",
                "title_lengths": TITLE_LENGTHS,
                "description_lengths": DESCRIPTION_LENGTHS,
            }
