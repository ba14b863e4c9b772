"""Menus, per language, made from the tree: what stands directly under a home page."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

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
    contact page.
    """

    home: Page | None = None
    home_url: str = "/"
    main: list[MenuItem] = field(default_factory=list)
    footer: list[MenuItem] = field(default_factory=list)
    contact_url: str = ""


def build_navigation(request: HttpRequest) -> Navigation:
    """Reads the menus for a request: the site, its home page in the active language, and that page's children."""
    site = Site.find_for_request(request)
    if site is None:
        return Navigation()
    # Finding the page has found its home page too; an answer that is no page has to look.
    home = getattr(request, "home_page", None) or site.root_page.localized
    if home.locale.language_code != get_language():  # this language has no live home page
        return Navigation()
    navigation = Navigation(home=home, home_url=home.get_url(request) or "/")
    for page in visible(home.get_children()).select_related("locale"):
        url = page.get_url(request) or ""
        item = MenuItem(page.title, url, is_current=request.path.startswith(url))
        (navigation.main if page.show_in_menus else navigation.footer).append(item)
        if getattr(page.specific_class, "navigation_role", "") == "contact":
            navigation.contact_url = url
    return navigation
