"""The site that a request is for, and what belongs to it alone."""

from django.http import HttpRequest
from wagtail.models import Site

from core.remembered import remembered


def host_of(request: HttpRequest) -> tuple[str, str]:
    """What decides which site it is: the host that was asked for, with its port."""
    return request.get_host(), request.get_port()


def site_of(request: HttpRequest) -> Site | None:
    """The site that the request is for, from now on also where Wagtail looks for it."""
    site = remembered(request, ("site", host_of(request)), lambda: _find_site(request))
    request._wagtail_site = site  # type: ignore[attr-defined]
    return site


def _find_site(request: HttpRequest) -> Site | None:
    """The only site comes with its practice details, in one query; among several Wagtail chooses, in another."""
    sites = Site.objects.select_related("root_page", "practicesettings__portrait")[:2]
    is_only = len(sites) == 1 and sites[0].is_default_site
    return sites[0] if is_only else Site.find_for_request(request)
