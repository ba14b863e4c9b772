"""Where a redirect is to lead, from what somebody wrote or chose; and keeping redirects in one step."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from seo.redirects.addresses import (
    LONGEST,
    PageAddress,
    is_own,
    is_used_by_the_site,
    normal,
    pages_at,
    redirects_from,
    split_host,
)


@dataclass(frozen=True)
class Destination:
    """A page, with what follows its address; or else a link: whole, or from the root of this site."""

    page: Page | None = None
    route: str = ""
    link: str = ""

    def __str__(self) -> str:
        return (
            (self.page.get_url() or "").rstrip("/") + (self.route or "/")
            if self.page
            else self.link
        )

    def is_that_of(self, redirect: Redirect) -> bool:
        return (
            redirect.redirect_page_id,
            redirect.redirect_page_route_path,
            redirect.redirect_link,
        ) == (
            self.page.pk if self.page else None,
            self.route,
            self.link,
        )

    def put_on(self, redirect: Redirect) -> None:
        redirect.redirect_page = self.page
        redirect.redirect_page_route_path = self.route
        redirect.redirect_link = self.link


class Destinations:
    """Finds destinations for many addresses at once: what stands at each is looked up when this is made."""

    def __init__(self, written: Iterable[str], site: Site) -> None:
        """`written` are the addresses that `find` will be asked about, as somebody wrote them."""
        self.site = site
        own, documents = set(), set()
        for text in written:
            try:
                host, rest = split_host(text)
                if is_own(host, site):
                    own.add(normal(rest))
                    documents.add(document_number(rest))
            except ValueError:
                continue
        known = get_document_model().objects.filter(pk__in=documents - {None})
        self.documents = set(known.values_list("pk", flat=True))
        self.pages = pages_at(own, site)
        self.redirects = redirects_from(own, site)

    def find(self, text: str, others: Mapping[str, str] | None = None) -> Destination:
        """The destination for an address; raises ValidationError, with what is wrong, where there is none.

        An old address leads on to where it leads itself: one of the site's, or one of `others`, which maps `normal`
        old addresses to new ones that are about to be saved with it.
        """
        others = others or {}
        seen: set[str] = set()
        while True:
            try:
                host, rest = split_host(text)
                if not is_own(host, self.site):
                    return self.elsewhere(text)
                address = normal(rest)
            except ValueError:
                raise ValidationError(_("This cannot be an address.")) from None
            if address in seen:
                raise ValidationError(_("This leads round in a circle, back to where it began."))
            seen.add(address)
            if (found := self.pages.get(address)) is not None:
                return Destination(found.page, found.route)
            if (redirect := self.redirects.get(address)) is not None:
                if redirect.redirect_page is not None and not redirect.redirect_page.live:
                    raise ValidationError(
                        _("This leads to the page “%(title)s”, which is not online."),
                        params={"title": redirect.redirect_page},
                    )
                return destination_of(redirect)
            if address not in others:
                return self.file(rest.strip())
            text = others[address]

    def elsewhere(self, text: str) -> Destination:
        text = text.strip()
        if text.startswith("//"):
            text = f"https:{text}"
        elif "://" not in text:
            text = f"https://{text}"
        if len(text) > LONGEST:
            raise ValidationError(_("This address is too long."))
        URLValidator(schemes=["http", "https"], message=_("This cannot be an address."))(text)
        return Destination(link=text)

    def file(self, rest: str) -> Destination:
        """An uploaded document; nothing else of this site but pages is worth a redirect."""
        if document_number(rest) in self.documents:
            return Destination(link=rest)
        raise ValidationError(
            _("There is no page at the address “%(address)s”."), params={"address": rest}
        )


def document_number(rest: str) -> int | None:
    """The primary key in `/documents/<primary key>/<file>`; None for any other address."""
    found = re.fullmatch(r"/*documents/+([0-9]{1,9})/+[^/]+/*", urlsplit(rest).path)
    return int(found[1]) if found else None


def destination_of(redirect: Redirect) -> Destination:
    return Destination(
        redirect.redirect_page, redirect.redirect_page_route_path, redirect.redirect_link
    )


def why_no_old_address(address: str, at: PageAddress | None) -> str:
    """What is wrong with a `normal` address as an old one, `at` being what lives there; `""` if nothing is."""
    if at is not None:
        return _(
            "The page “%(title)s” is at this address, so visitors would never be sent on. Give that page another "
            "address instead: the old one then leads to it by itself."
        ) % {"title": at.page.title}
    if address.startswith("/?"):
        return _("Your first page is at this address, so visitors would never be sent on.")
    if is_used_by_the_site(address) or address.startswith(settings.STATIC_URL):
        return _("The site uses this address itself.")
    return ""


def lead_along(saved: Iterable[Redirect]) -> None:
    """Collapses chains into what was saved: what led to one of its old addresses now leads where that does.

    Such are links to the address, and redirects to a page that stood there and is not live any more.
    """
    by_old_path = {redirect.old_path: redirect for redirect in saved}
    if not by_old_path:
        return
    idle = Q(redirect_page=None) | Q(redirect_page__live=False)
    for other in Redirect.objects.filter(idle).select_related("redirect_page__locale"):
        try:
            host, rest = split_host(str(destination_of(other)))
            address = "" if host else normal(rest)
        except ValueError:
            continue
        further = by_old_path.get(address)
        if further is not None and further.pk != other.pk:
            destination_of(further).put_on(other)
            other.save()
