"""The site that a request is for, and where it begins in each language."""

from django.http import HttpRequest
from wagtail.models import Page, Site, SiteRootPath

from core.remembered import remembered


def host_of(request: HttpRequest) -> tuple[str, str]:
    """What decides which site it is: the host that was asked for, with its port."""
    if not hasattr(request, "host_and_port"):
        request.host_and_port = request.get_host(), request.get_port()  # type: ignore[attr-defined]
    return request.host_and_port  # type: ignore[attr-defined]


def site_of(request: HttpRequest) -> Site | None:
    """The site that the request is for, from now on also where Wagtail looks for it."""
    site = remembered(request, ("site", host_of(request)), lambda: _find_site(request))
    request._wagtail_site = site  # type: ignore[attr-defined]
    return site


def homes_of(request: HttpRequest) -> list[Page]:
    """The root page of the site of the request in each language, of its own type, live or not; one query."""
    return remembered(request, ("homes", host_of(request)), lambda: _find_homes(site_of(request)))


def root_paths_of(request: HttpRequest) -> list[SiteRootPath]:
    """The roots of all addresses, as Wagtail's `get_site_root_paths`; from now on also where it looks for them.

    Wagtail has them in the cache that all processes share, and reads that for each request. Among several sites it
    still does.
    """
    if not hasattr(request, "_wagtail_cached_site_root_paths"):
        site = site_of(request)
        if site is not None and site.is_the_only_one:
            paths = remembered(request, "root paths", lambda: _root_paths(site, homes_of(request)))
        else:
            paths = Site.get_site_root_paths()
        request._wagtail_cached_site_root_paths = paths  # type: ignore[attr-defined]
    return request._wagtail_cached_site_root_paths  # type: ignore[attr-defined]


def _root_paths(site: Site, homes: list[Page]) -> list[SiteRootPath]:
    return [
        SiteRootPath(site.pk, home.url_path, site.root_url, home.locale.language_code)
        for home in homes
    ]


def _find_homes(site: Site | None) -> list[Page]:
    if site is None:
        return []
    root = site.root_page
    pages = (root.specific_class or Page).objects.filter(translation_key=root.translation_key)
    return list(pages.select_related("locale"))


def _find_site(request: HttpRequest) -> Site | None:
    """The only site comes with its practice details, in one query; among several Wagtail chooses, in another."""
    sites = Site.objects.select_related("root_page", "practicesettings__portrait")[:2]
    is_only = len(sites) == 1 and sites[0].is_default_site
    site = sites[0] if is_only else Site.find_for_request(request)
    if site is not None:
        site.is_the_only_one = is_only
    return site
