"""Addresses of this site: how they are written for redirects, and what stands at them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Lower
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site

LONGEST = 255  # characters, of Wagtail's `Redirect.old_path`
# What may stand unquoted in a path or query (RFC 3986, 3.3 and 3.4).
UNQUOTED = "/-._~!$&'()*+,;=:@"
HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
# Names of the routes at which pages answer (`config/urls.py`, `machines/urls.py`).
OF_PAGES = {"wagtail_serve", "feed", "markdown_page"}
FILE = re.compile(r"\.(?:php\d?|html?|aspx?|jsp|pdf)$", re.IGNORECASE)


@dataclass(frozen=True)
class PageAddress:
    """A live page, and what follows its own address where it answers for more (`/category/breath/`), else `""`."""

    page: Page
    route: str = ""


def split_host(text: str) -> tuple[str, str]:
    """The host, in lower case and without `www.`, and the rest of what somebody wrote as an address; either may be
    empty. Raises ValueError for what is no address.
    """
    text = text.strip()
    if not re.match(r"(?:https?:)?//", text, re.IGNORECASE):
        if re.match(r"[a-z][a-z0-9+.-]*:", text, re.IGNORECASE):
            raise ValueError(text)  # mailto:, javascript:
        first = text.split("/", 1)[0]
        if not HOST.fullmatch(first) or FILE.search(first):
            return "", text
        text = f"//{text}"
    parts = urlsplit(text)
    host = (parts.hostname or "").removeprefix("www.")
    return host, (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def normal(address: str) -> str:
    """The one way to write an address of this site, path and query: no host, no slash at the end, lower case,
    accents composed and readable, the query in order.

    Raises ValueError where it cannot be one. It may be longer than what can be kept, which is `LONGEST`.
    """
    _host, rest = split_host(address)
    return normal_path(rest)


def normal_path(address: str) -> str:
    """As `normal`, of an address that has no host: what was asked of this site may well begin with two slashes."""
    path, _mark, query = address.split("#")[0].partition("?")
    path = "/" + quote(re.sub(r"/{2,}", "/", unquote(path)).strip("/"), safe=UNQUOTED)
    query = quote(unquote(query), safe=UNQUOTED + "?")
    written = Redirect.normalise_path(path + (f"?{query}" if query else ""))
    written = unicodedata.normalize("NFC", written).lower()
    if "\0" in unquote(written):
        raise ValueError(address)
    return written


def is_own(host: str, site: Site) -> bool:
    """Whether a host as `split_host` gives it is this site's; none at all is."""
    own = {site.hostname, urlsplit(settings.SITE_URL).hostname or ""}
    return not host or host in {name.removeprefix("www.") for name in own}


def is_used_by_the_site(address: str) -> bool:
    """Whether something else than a page or a file answers at a `normal` address: the admin, the search.

    A page decides what there is of its feed and its Markdown.
    """
    path = address.split("?")[0]
    if path.startswith((settings.MEDIA_URL, "/documents/")):
        return False
    for written in (path, path.rstrip("/") + "/"):
        try:
            with override(get_language_from_path(written) or settings.LANGUAGE_CODE):
                match = resolve(written)
        except Resolver404:
            continue
        if match.url_name not in OF_PAGES:
            return True
    return False


def pages_at(addresses: Iterable[str], site: Site) -> dict[str, PageAddress]:
    """What lives at each `normal` address; those where no page answers are left out. One query for all pages.

    A page that answers for addresses below its own (a blog, for its categories) is asked whether it has that one.
    """
    wanted = {address: list(_url_paths(address.split("?")[0], site)) for address in addresses}
    url_paths = {url_path for candidates in wanted.values() for url_path in candidates}
    pages: dict[str, Page] = {}
    for some in _chunks(sorted(url_paths)):
        found = Page.objects.live().filter(locale__in=languages_of(site))
        found = found.annotate(lower_url_path=Lower("url_path"))
        for page in found.filter(lower_url_path__in=some).select_related("locale"):
            pages[page.lower_url_path] = page
    answers = {}
    for address, (own, *above) in ((address, paths) for address, paths in wanted.items() if paths):
        if own in pages:
            answers[address] = PageAddress(pages[own])
            continue
        for url_path in above:
            if (page := pages.get(url_path)) is not None:
                route = "/" + own.removeprefix(url_path)
                if route := existing_route(page, route):
                    answers[address] = PageAddress(page, route)
                break
    return answers


def languages_of(site: Site) -> QuerySet[Page]:
    """The primary keys of the languages with a live home page: below another one, nothing answers."""
    root = Page.objects.filter(pk=site.root_page_id)
    homes = Page.objects.live().filter(translation_key__in=root.values("translation_key"))
    return homes.order_by().values_list("locale", flat=True)


def redirects_from(addresses: Iterable[str], site: Site) -> dict[str, Redirect]:
    """The redirects of old addresses, as they are stored; one for the site itself goes before one for any."""
    known = Redirect.objects.filter(Q(site=site) | Q(site=None))
    known = known.select_related("redirect_page__locale").order_by(F("site").asc(nulls_first=True))
    return {
        redirect.old_path: redirect
        for some in _chunks(sorted(addresses))
        for redirect in known.filter(old_path__in=some)
    }


def existing_route(page: Page, route: str) -> str:
    """The address below a page's own as the page gives it out, with a slash at the end or the ending of a file.

    `""` where the page has no such route, or nothing to answer there, as a blog has not for a year without posts. A
    page says so by a method `answers_at(route)`.
    """
    if not issubclass(page.specific_class, RoutablePageMixin):
        return ""
    specific = page.specific_deferred
    has_answer = getattr(specific, "answers_at", None)
    with override(page.locale.language_code):
        for written in dict.fromkeys((route, route.rstrip("/") + "/", route.rstrip("/"))):
            try:
                specific.resolve_subpage(written)
            except Resolver404:
                continue
            if has_answer is not None and not has_answer(written):
                return ""
            is_file = "." in written.rstrip("/").rsplit("/", 1)[-1]
            return written.rstrip("/") if is_file else written
    return ""


def _url_paths(path: str, site: Site) -> Iterable[str]:
    """The page that would live at a path, then those above it, by Wagtail's `url_path` in lower case."""
    language = get_language_from_path(path + "/") or settings.LANGUAGE_CODE
    roots = [
        root
        for root in Site.get_site_root_paths()
        if root.site_id == site.pk and root.language_code == language
    ]
    if not roots:
        return
    if language != settings.LANGUAGE_CODE:
        path = path.removeprefix(f"/{language}")
    parts = [part for part in path.split("/") if part]
    for end in range(len(parts), -1, -1):
        yield (roots[0].root_path + "".join(f"{part}/" for part in parts[:end])).lower()


def _chunks(values: list[str], size: int = 500) -> Iterable[list[str]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]
