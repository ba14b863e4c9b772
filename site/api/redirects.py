"""Old addresses, for a front end that answers them itself."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat, Substr
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from api.access import access_of, reachable
from api.documents.links import PageLink, page_link
from api.listing import Listed, Part, listed
from core.sites import site_of
from seo.redirects.addresses import (
    is_own,
    is_used_by_the_site,
    normal,
    pages_at,
    split_host,
)
from seo.redirects.lookup import targets_of

router = Router(tags=["redirects"])

FILES = (settings.MEDIA_URL, settings.STATIC_URL, "/documents/")


class RedirectItem(Schema):
    """`page` is null where it leads to something else than a page that visitors may see."""

    path: str
    permanent: bool
    url: str
    page: PageLink | None


class Lead(NamedTuple):
    """Where an old address leads in the end: `is_private` where that is a page that this request may not see."""

    fields: dict[str, Any]
    is_private: bool


@router.get(
    "/redirects",
    response=Listed[RedirectItem],
    operation_id="list_redirects",
    summary="Old addresses",
)
def list_redirects(request: HttpRequest, parameters: Query[Part]) -> HttpResponse:
    """Those that lead somewhere visitors may go; what moved below such a path, `/pages/by-path` knows too.

    What leads to a private page is known to `/pages/by-path` alone, as to the site: here nobody is told of its address.
    """
    site = site_of(request)
    known = Redirect.objects.filter(Q(site=site) | Q(site=None)).order_by("old_path", "pk")
    to_pages = Q(redirect_page__in=reachable(Page.objects.all(), access_of(request)).values("pk"))
    links = known.filter(redirect_page=None).exclude(redirect_link="")
    found = known.filter(to_pages | Q(pk__in=links.values("pk")))
    found = found.exclude(old_path__in=_in_vain(links, request)).exclude(_is_hidden(site))
    return listed(found, parameters, request, lambda part: _items(part, request))


def _in_vain(links: QuerySet[Redirect], request: HttpRequest) -> list[str]:
    """The old paths that lead to another path of the site where visitors find nothing, by however many steps."""
    site = site_of(request)
    own = [
        path for path, link in links.values_list("old_path", "redirect_link") if _is_own(link, site)
    ]
    leads = leads_of(own, request)
    return [path for path in own if path not in leads or leads[path].is_private]


def _is_hidden(site: Site | None) -> Q:
    """Of redirects from a path that a page has: it is the page that visitors find there."""
    hidden = Q(pk__in=[])
    for root in Site.get_site_root_paths():
        if site is None or root.site_id != site.pk:
            continue
        is_source = root.language_code == settings.LANGUAGE_CODE
        below = Substr("old_path", 1 if is_source else len(f"/{root.language_code}") + 1)
        at = Concat(Value(root.root_path.rstrip("/")), below, Value("/"))
        here = Redirect.objects.filter(
            old_path__startswith="/" if is_source else f"/{root.language_code}/"
        )
        pages = Page.objects.live().order_by().values("url_path")
        hidden |= Q(pk__in=here.alias(at=at).filter(at__in=pages).values("pk"))
    return hidden


def _items(part: list[Redirect], request: HttpRequest) -> list[dict[str, Any]]:
    leads = leads_of((redirect.old_path for redirect in part), request)
    return [leads[redirect.old_path].fields for redirect in part if redirect.old_path in leads]


def leads_of(paths: Iterable[str], request: HttpRequest) -> dict[str, Lead]:
    """Where each old path leads, as the fields of a redirect; without those that lead nowhere.

    The number of queries is the same for any number of paths.
    """
    site = site_of(request)
    targets = targets_of(paths, site) if site else {}
    if not targets:
        return {}
    own = {
        path: normal(target.address)
        for path, target in targets.items()
        if _is_own(target.address, site)
    }
    live = pages_at(set(own.values()), site)
    pks = {address.page.pk for address in live.values()}
    shown = reachable(Page.objects.filter(pk__in=pks), access_of(request)).select_related("locale")
    pages = {page.pk: page for page in shown}
    leads = {}
    for path, target in targets.items():
        at = live.get(own.get(path, ""))
        if path in own and at is None and not _is_something_else(own[path]):
            continue
        page = pages.get(at.page.pk) if at else None
        fields = {
            "path": path,
            "permanent": target.is_permanent,
            "url": urljoin(settings.SITE_URL, target.address),
            "page": page_link(page, request) if page and at and not at.route else None,
        }
        leads[path] = Lead(fields, is_private=at is not None and page is None)
    return leads


def _is_own(address: str, site: Site | None) -> bool:
    """Whether it is one of this site; so is what is no address at all, and leads nowhere."""
    try:
        host, _rest = split_host(address)
    except ValueError:
        return True
    return site is not None and is_own(host, site)


def _is_something_else(address: str) -> bool:
    """Whether a file, or something of the site itself, is at an address where no page is."""
    return address.startswith(FILES) or is_used_by_the_site(address)
