"""The visitors' search."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail.models import Locale, Site

from blog.models import live_posts
from core.models import PracticeSettings
from navigation.menus import Navigation, build_navigation
from search.engine import Query, Results, parse, search
from search.extracts import extract, marked
from search.missed_terms import count_missed
from search.models import SearchEntry
from translations.alternates import LanguageLink, home_language_links
from treatments.models import live_treatments

LONGEST_QUERY = 200  # characters; the field takes no more either
TREATMENTS_SHOWN = POSTS_SHOWN = 3  # where nothing was found


@dataclass(frozen=True)
class Result:
    """One page that was found; `title` and `extract` are HTML with the words marked."""

    url: str
    kind: str
    title: SafeString
    extract: SafeString
    is_promoted: bool = False


@dataclass(frozen=True)
class WayOn:
    """Where to go from here; `note` says what is there."""

    title: str
    url: str
    note: str


class SearchView(TemplateView):
    """Searches the pages of the language of the address. What was typed is in the address.

    Nothing of it is kept but a count, where nothing was found (`missed_terms.py`).
    """

    http_method_names = ["get", "head", "options"]
    template_name = "search/search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds `query`; where there is one, what was found; where nothing was, `ways_on` and `suggestions`."""
        navigation = build_navigation(self.request)
        if navigation.home is None:  # this language has no site
            raise Http404
        locale = navigation.home.locale
        typed = " ".join(self.request.GET.get("q", "").replace("\0", " ").split())
        shown = typed[:LONGEST_QUERY]
        query = parse(shown, locale.language_code)
        context = super().get_context_data(**kwargs) | {
            "navigation": navigation,
            "query": shown,
            "is_cut": query.is_cut or len(typed) > LONGEST_QUERY,
            "only_common_words": bool(query.typed) and not query.words,
            "longest_query": LONGEST_QUERY,
            "head": {"title": _("Search")},
            "alternates": self.language_links(navigation, shown),
        }
        if query.words:
            context |= self.answer(query, shown)
        if not context.get("results"):
            context["ways_on"] = ways_on(self.request, navigation, locale)
        return context

    def answer(self, query: Query, shown: str) -> dict[str, Any]:
        """What is found for a query with words in it."""
        found = search(query, self.request.GET.get("page"))
        if not found.pages.paginator.count:
            self.count_missed(shown, query.language)
        return {
            "found": found.pages,
            "outcome": found,
            "results": [self.result(entry, found) for entry in found.pages],
            "suggestions": [
                (word, f"?{urlencode({'q': word})}") for word in found.reading.suggestions
            ],
            "page_query": urlencode({"q": shown}) + "&",
        }

    def count_missed(self, shown: str, language: str) -> None:
        """A browser that only fetches ahead looked for nothing."""
        if self.request.method == "GET" and "Sec-Purpose" not in self.request.headers:
            count_missed(shown, language)

    def result(self, entry: SearchEntry, found: Results) -> Result:
        page = entry.page
        return Result(
            page.get_url(self.request) or "",
            str(page.specific_class.kind),
            marked(entry.title, found.wanted),
            extract(entry.texts, found.wanted),
            is_promoted=page.pk in found.promoted,
        )

    def language_links(self, navigation: Navigation, query: str) -> list[LanguageLink]:
        """The same search in the other languages."""
        links = []
        for link in home_language_links(self.request, navigation.home):
            with override(link.code):
                url = reverse("search") + (f"?{urlencode({'q': query})}" if query else "")
            links.append(replace(link, url=url))
        return links


def ways_on(request: HttpRequest, navigation: Navigation, locale: Locale) -> list[WayOn]:
    """The treatments, the newest posts and the contact page, then what else stands in the menu, each once."""
    pages: list[Any] = [
        *live_treatments(locale)[:TREATMENTS_SHOWN],
        *live_posts(locale)[:POSTS_SHOWN],
    ]
    ways = [WayOn(page.title, page.get_url(request) or "", str(page.kind)) for page in pages]
    items = navigation.main + navigation.footer
    contact = [item for item in items if item.url == navigation.contact_url]
    others = [item for item in navigation.main if item not in contact]
    return ways + [WayOn(item.title, item.url, "") for item in contact + others]


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """The search of a language, for browsers that can ask it themselves.

    https://github.com/dewitt/opensearch, draft 6: addresses are whole, and a short name has 16 characters at most.
    """
    site = Site.find_for_request(request)
    navigation = build_navigation(request)
    if site is None or navigation.home is None:
        raise Http404
    name = PracticeSettings.for_request(request).practice_name or navigation.home.title
    return render(
        request,
        "search/opensearch.xml",
        {
            "root_url": site.root_url,
            "language": navigation.home.locale.language_code,
            "name": name,
            "description": _("Search the pages of %(name)s") % {"name": name},
        },
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )
