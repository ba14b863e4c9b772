"""Which page answers an address: the one that Wagtail would find, from what is kept while the content is the same.

Wagtail goes down the tree page by page, with two queries for each, and asks in two more who may read what it found.
Here all pages along a path are looked up at once, and where they are is kept.
"""

from collections.abc import Hashable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail import views
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from core.places import Place, place_at
from core.remembered import keep, kept_for
from core.sites import homes_of, root_paths_of, site_of
from core.visibility import is_private

Components = tuple[str, ...]  # of a path below the home page


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's view, for the page that is found here."""
    home = home_of(request)
    if home is None or place_at(home) is not None:
        components = tuple(component for component in path.split("/") if component)
        request._wagtail_route_for_request = home and _route(request, home, components)  # type: ignore[attr-defined]
    return views.serve(request, path)


def home_of(request: HttpRequest) -> Page | None:
    """The page at which the active language begins on the site of the request; None where visitors have none.

    Wagtail's `root_page.localized`, of its own type.
    """
    site, language = site_of(request), get_language()
    if site is None:
        return None
    for home in homes_of(request):
        if home.locale.language_code == language:
            return home if home.live or home.pk == site.root_page_id else None
    return None


def _route(request: HttpRequest, home: Page, components: Components) -> RouteResult | None:
    """The page, and what it is to answer with; None where there is none."""
    kept = kept_for(request)
    at_path = kept.get(_key(home, components))
    if at_path is not None:
        return _ask(request, at_path, ())
    for end in range(1, len(components)):
        above = kept.get(_key(home, components[:end]))
        if above is not None and _finds_its_way_below(above):
            return _ask(request, above, components[end:])
    return _look_up(request, kept, home, components)


def _look_up(
    request: HttpRequest, kept: dict[Hashable, Any], home: Page, components: Components
) -> RouteResult | None:
    """As far as pages stand along the path, the first that finds its own way below is asked for the rest of it."""
    places = _places_along(home, components)
    ways = [end for end, place in places.items() if end and _finds_its_way_below(place)]
    end = min([*ways, max(places, default=0)])
    if end not in places or (end < len(components) and end not in ways):
        return None
    start = places[end]
    found = _ask(request, start, components[end:])
    if found is not None:
        for end, place in places.items():
            if place is start or place.pk == found.page.pk:
                keep(kept, _key(home, components[:end]), place)
    return found


def _ask(request: HttpRequest, place: Place, rest: Components) -> RouteResult | None:
    try:
        page = place.page()
        page._wagtail_cached_site_root_paths = root_paths_of(request)
        return page.route(request, list(rest))
    except (Http404, place.model.DoesNotExist):  # it may have been deleted just now
        return None


def _places_along(home: Page, components: Components) -> dict[int, Place]:
    """The pages along a path, by how many of its components lead to them; one query."""
    ends = {
        "/".join([home.url_path.rstrip("/"), *components[:end], ""]): end
        for end in range(len(components) + 1)
    }
    pages = Page.objects.filter(url_path__in=ends).annotate(is_private=is_private())
    pages = pages.select_related("locale").only(
        "url_path", "depth", "content_type", "locale", "alias_of"
    )
    places, has_alias = {}, False
    for page in pages.order_by("depth"):
        place = place_at(page)
        if place is None:
            break
        has_alias = has_alias or page.alias_of_id is not None  # what it repeats may be private
        place.is_public = not page.is_private and not has_alias
        places[ends[page.url_path]] = place
    return places


def _finds_its_way_below(place: Place) -> bool:
    return place.model.route is not Page.route


def _key(home: Page, components: Components) -> tuple[str, int, Components]:
    return "page at", home.pk, components
