"""The visitors' search, per language."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from ninja import Query, Router, Schema
from pydantic import Field

from api.answers import answer
from api.documents.links import Language, PageLink
from api.parameters import Parameters
from api.site import surroundings
from search.engine import RESULTS_PER_PAGE, parse, search
from search.extracts import extract, marked
from search.missed_terms import count_missed
from search.views import LONGEST_QUERY

router = Router(tags=["search"])


class SearchParameters(Parameters):
    q: str = Field(description="What to look for.", min_length=1, max_length=LONGEST_QUERY)
    locale: Language = Field(description="The language of the pages.")  # type: ignore[valid-type]
    page: int = Field(1, ge=1, le=100, description=f"Which {RESULTS_PER_PAGE} of the results.")


class SearchResult(Schema):
    """A page that was found; the HTML has nothing but `<mark>` around the words."""

    page: PageLink
    kind: str = Field(description="What kind of page it is, in words.")
    title_html: str
    extract_html: str
    is_promoted: bool


class SearchResults(Schema):
    """`mended` is the query without typing mistakes, where there were any; what was found is found by that."""

    query: str
    locale: Language  # type: ignore[valid-type]
    count: int
    page: int
    pages: int
    has_all_words: bool = Field(description="False where no page has every word: these have some.")
    is_more: bool = Field(description="More pages have the words than can be listed.")
    mended: str
    suggestions: list[str]
    items: list[SearchResult]


@router.get("/search", response=SearchResults, operation_id="search", summary="Search")
def search_pages(request: HttpRequest, parameters: Query[SearchParameters]) -> HttpResponse:
    """Any form of a word is found; a mistake is mended, and said to be."""
    around = surroundings(parameters.locale, request)
    typed = " ".join(parameters.q.replace("\0", " ").split())
    # Below a home page that visitors do not find, nothing can be reached.
    query = parse(typed if around.home else "", parameters.locale)
    with override(parameters.locale):
        found = search(query, str(parameters.page))
        count = found.pages.paginator.count
        is_missed = not count and bool(query.words)
        # A HEAD, which is a GET here, and a browser that only fetches ahead look for nothing.
        is_asked = request.META["REQUEST_METHOD"] == "GET" and "Sec-Purpose" not in request.headers
        if is_missed and is_asked:
            count_missed(typed, parameters.locale)
        is_beyond = parameters.page > found.pages.paginator.num_pages
        document = {
            "query": typed,
            "locale": parameters.locale,
            "count": count,
            "page": parameters.page,
            "pages": found.pages.paginator.num_pages if count else 0,
            "has_all_words": found.has_all_words,
            "is_more": found.is_more,
            "mended": found.mended,
            "suggestions": [str(word) for word in found.reading.suggestions],
            "items": [
                {
                    "page": around.page_link(entry.page),
                    "kind": str(entry.page.specific_class.kind),
                    "title_html": marked(entry.title, found.wanted),
                    "extract_html": extract(entry.texts, found.wanted),
                    "is_promoted": entry.page.pk in found.promoted,
                }
                for entry in ([] if is_beyond else found.pages)
            ],
        }
        response = answer(document)
        # Kept, it would be counted for the first visitor of a front end only; of what has no words there is no end.
        if is_missed or not query.words:
            response.headers["Cache-Control"] = "no-store"
        return response
