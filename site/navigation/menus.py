"""Menus, per language, made from the tree: what stands directly under a home page."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from core.families import OWN_FIELDS
from core.remembered import remembered
from core.routing import home_of
from core.sites import host_of
from core.visibility import visible


@dataclass(frozen=True)
class MenuItem:
    """A link in a menu; `is_current` is True on the page itself and on every page below it."""

    title: str
    url: str
    is_current: bool


@dataclass
class Navigation:
    """The menus of the active language.

    `main` holds the pages with “show in menus” ticked, `footer` the others; `contact_url` is `""` without a live
    contact page; `search_url` is `""` where there is no home page to search from.
    """

    home: Page | None = None
    home_url: str = "/"
    main: list[MenuItem] = field(default_factory=list)
    footer: list[MenuItem] = field(default_factory=list)
    contact_url: str = ""
    search_url: str = ""


@dataclass(frozen=True)
class _Entry:
    """A page directly below the home page, as all pages of a language have it in their menus."""

    title: str
    url: str
    is_in_main: bool
    is_contact: bool


def build_navigation(request: HttpRequest) -> Navigation:
    """The menus for a request: the home page of the active language on its site, and that page's children."""
    home = home_of(request)
    if home is None:  # this language has no live home page
        return Navigation()
    home_url, search_url, entries = remembered(
        request, ("menus", host_of(request), home.pk), lambda: _read(home, request)
    )
    navigation = Navigation(home=home, home_url=home_url, search_url=search_url)
    for entry in entries:
        is_current = request.path.startswith(entry.url)
        (navigation.main if entry.is_in_main else navigation.footer).append(
            MenuItem(entry.title, entry.url, is_current)
        )
        if entry.is_contact:
            navigation.contact_url = entry.url
    return navigation


def _read(home: Page, request: HttpRequest) -> tuple[str, str, list[_Entry]]:
    """The address of a home page, that of the search in its language, and what stands below it; one query."""
    pages = visible(home.get_children()).only(*OWN_FIELDS)
    entries = []
    for page in pages:
        page.locale = home.locale
        is_contact = getattr(page.specific_class, "navigation_role", "") == "contact"
        entries.append(
            _Entry(page.title, page.get_url(request) or "", page.show_in_menus, is_contact)
        )
    return home.get_url(request) or "/", reverse("search"), entries
