"""The visitors' search."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.generic import TemplateView
from wagtail.models import Page

from navigation.menus import Navigation, build_navigation
from search.engine import search, texts_of, words_of
from search.extracts import extract, marked
from translations.alternates import LanguageLink, home_language_links

LONGEST_QUERY = 200  # characters; the field takes no more either


@dataclass(frozen=True)
class Result:
    """One page that was found; `title` and `extract` are HTML with the words marked."""

    url: str
    kind: str
    title: SafeString
    extract: SafeString


class SearchView(TemplateView):
    """Searches the pages of the language of the address. What was typed is in the address and kept nowhere."""

    http_method_names = ["get", "head", "options"]
    template_name = "search/search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds `query`, and where there is one its `results`, and `found`, one page of Django's paginator."""
        navigation = build_navigation(self.request)
        if navigation.home is None:  # this language has no site
            raise Http404
        query = " ".join(self.request.GET.get("q", "")[:LONGEST_QUERY].split()).replace("\0", "")
        words = words_of(query)
        context = super().get_context_data(**kwargs) | {
            "navigation": navigation,
            "query": query,
            "longest_query": LONGEST_QUERY,
            "head": {"title": _("Search")},
            "alternates": self.language_links(navigation, query),
        }
        if words:
            found = search(words, navigation.home.locale, self.request.GET.get("page"))
            context |= {
                "found": found.pages,
                "has_all_words": found.has_all_words,
                "results": [self.result(page, words) for page in found.pages],
                "page_query": urlencode({"q": query}) + "&",
            }
        return context

    def result(self, page: Page, words: list[str]) -> Result:
        return Result(
            page.get_url(self.request) or "",
            str(page.kind),
            marked(page.title, words),
            extract(texts_of(page), words),
        )

    def language_links(self, navigation: Navigation, query: str) -> list[LanguageLink]:
        """The same search in the other languages."""
        links = []
        for link in home_language_links(self.request, navigation.home):
            with override(link.code):
                url = reverse("search") + (f"?{urlencode({'q': query})}" if query else "")
            links.append(replace(link, url=url))
        return links
