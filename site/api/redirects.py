"""Old addresses, for a front end that answers them itself."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from api.documents.links import PageLink, page_link
from api.listing import Listed, Part, listed
from core.visibility import visible

router = Router(tags=["redirects"])


class RedirectItem(Schema):
    """`page` is null where it leads to something else than a page of this site."""

    path: str
    permanent: bool
    url: str
    page: PageLink | None


@router.get(
    "/redirects",
    response=Listed[RedirectItem],
    operation_id="list_redirects",
    summary="Old addresses",
)
def list_redirects(request: HttpRequest, parameters: Query[Part]) -> HttpResponse:
    """Those that lead somewhere visitors may go; what moved below such a path, `/pages/by-path` knows too."""
    site = Site.find_for_request(request)
    shown = Q(redirect_page__in=visible(Page.objects).values("pk"))
    leads_elsewhere = Q(redirect_page=None) & ~Q(redirect_link="")
    found = (
        Redirect.objects.filter(Q(site=site) | Q(site=None))
        .filter(shown | leads_elsewhere)
        .select_related("redirect_page__locale", "redirect_page__content_type")
        .order_by("old_path", "pk")
    )
    return listed(found, parameters, request, lambda part: [_item(each, request) for each in part])


def _item(redirect: Redirect, request: HttpRequest) -> dict[str, Any]:
    page = redirect.redirect_page and page_link(redirect.redirect_page, request)
    target = redirect.redirect_link
    if page:
        route = redirect.redirect_page_route_path
        target = page["path"].rstrip("/") + route if route else page["path"]
    return {
        "path": redirect.old_path,
        "permanent": redirect.is_permanent,
        "url": urljoin(settings.SITE_URL, target),
        "page": page,
    }
