"""Finds the page that a request is about, among those that visitors may see."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, SiteRootPath
from wagtail.query import PageQuerySet

from api.access import Access, access_of, reachable
from api.private_pages import why_hidden
from api.problems import not_found
from api.redirects import leads_of
from core.models import BasePage
from core.places import Place, place_of
from core.remembered import remembered
from core.sites import root_paths_of, site_of


@dataclass(frozen=True)
class Lookup:
    """A page that was found."""

    page: BasePage
    request: HttpRequest

    def in_language(self, asked: str | None, fallback: str | None) -> tuple[BasePage, str]:
        """The page in the language asked for, and `""`; or in the fallback language, and the language asked for.

        Raises a 404 problem where it is in neither.
        """
        own = self.page.locale.language_code
        if asked is None or asked == own:
            return self.page, ""
        family = _seen_by(self.request).filter(
            translation_key=self.page.translation_key, alias_of=None
        )
        for code in filter(None, (asked, fallback)):
            if code == own:
                return self.page, asked
            place = place_of(family.filter(locale__language_code=code))
            if place is not None:
                return place.page(), "" if code == asked else asked
        raise not_found(
            f"This page is not there in “{asked}”. Add fallback={settings.LANGUAGE_CODE} "
            "to get it in another language, marked as such."
        )


def page_numbered(pk: int, request: HttpRequest) -> Lookup:
    """Raises a 404 problem where visitors may see no page with this primary key."""
    place = _place(request, pk=pk)
    if place is None:
        raise why_hidden(Page.objects.filter(pk=pk).first(), access_of(request))
    return Lookup(place.page(), request)


def page_at(path: str, request: HttpRequest) -> Lookup | dict[str, Any]:
    """The page at a path, or the fields of a `Redirect`; raises a 404 problem for neither."""
    bare = path.split("#")[0]
    page = page_at_path(bare.split("?")[0], request)
    if page is not None:
        return Lookup(page, request)
    lead = leads_of([bare], request).get(bare)
    if lead is None:
        url_path = _url_path(bare.split("?")[0], request)
        hidden = Page.objects.live().filter(url_path=url_path).first() if url_path else None
        raise why_hidden(hidden, access_of(request))
    return lead.fields


def page_at_path(path: str, request: HttpRequest) -> BasePage | None:
    """The page that visitors find at this very path, with or without a slash at its end."""
    url_path = _url_path(path, request)
    if url_path is None:
        return None
    place = _place(request, url_path=url_path)
    return None if place is None else place.page()


def _url_path(path: str, request: HttpRequest) -> str | None:
    """Where Wagtail's tree has the page at a path; None where the site has no such path."""
    root = _root_of(path, request)
    if root is None or "\0" in path:
        return None
    below = path.removeprefix(_prefix(root.language_code)).strip("/")
    return f"{root.root_path.rstrip('/')}/{below}".rstrip("/") + "/"


def _place(request: HttpRequest, **condition: Any) -> "Place | None":
    """The place of the one page of which this is so; kept for visitors, never for who has a token."""

    def look_up() -> Place | None:
        return place_of(_seen_by(request).filter(**condition))

    if access_of(request) != Access():
        return look_up()
    return remembered(request, ("place", *condition.items()), look_up)


def _seen_by(request: HttpRequest) -> PageQuerySet:
    """The pages that this request may see."""
    return reachable(Page.objects.all(), access_of(request))


def _root_of(path: str, request: HttpRequest) -> SiteRootPath | None:
    """The root of the language that the path names, on the site of the request."""
    site = site_of(request)
    roots = {
        root.language_code: root
        for root in root_paths_of(request)
        if site and root.site_id == site.pk
    }
    first = path.strip("/").split("/")[0]
    language = (
        first if first in roots and first != settings.LANGUAGE_CODE else settings.LANGUAGE_CODE
    )
    return roots.get(language)


def _prefix(language: str) -> str:
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}"
