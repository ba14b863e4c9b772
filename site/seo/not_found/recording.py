"""Counting addresses that lead nowhere, as far as people meet them.

Kept are the path, how often, the day of the last time, and the page of this site that has a wrong link. No address
of a visitor, no browser, no query, no other site.
"""

import logging
import re
from urllib.parse import urlsplit

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Site

from seo.models import NotFoundAddress
from seo.redirects.addresses import is_own, normal_path

logger = logging.getLogger(__name__)

MOST_ADDRESSES = 2_000
LONGEST_PATH = 160  # characters; what is longer was made by no hand
# What a reader may have had in hand: a page, or a file to read. Not the scripts and settings that scanners try.
READABLE = re.compile(r"(?:/[^./][^/.]*)*(?:\.(?:html?|pdf))?", re.IGNORECASE)
# First parts of the addresses that scanners try on every site.
SCANNED = re.compile(
    r"/(?:wp-\w+|wordpress|xmlrpc|cgi-bin|phpmyadmin|pma|administrator|admin|vendor|backup|graphql|actuator"
    r"|solr|jenkins|console|owa|remote|telescope|\w*shell\w*)(?:/|$)",
    re.IGNORECASE,
)
# An e-mail address, a telephone number, a long code: what may say who somebody is.
PERSONAL = re.compile(r"@|%40|\d[\d\s.-]{7,}\d|[0-9a-f]{20,}", re.IGNORECASE)


def record(request: HttpRequest, site: Site) -> None:
    """Counts a 404 of a GET; whatever goes wrong is logged, since the visitor has to get their answer."""
    if request.method != "GET" or not is_from_a_person(request):
        return
    try:
        path = normal_path(request.path)
        if is_worth_keeping(path):
            count(path, linked_from(request, site))
    except ValueError:
        return  # no address at all
    except DatabaseError:
        logger.exception("An address that was not found could not be counted.")


def is_from_a_person(request: HttpRequest) -> bool:
    """Whether a browser asked because somebody followed a link or typed the address.

    Browsers say so to sites on HTTPS (https://www.w3.org/TR/fetch-metadata/); most robots do not.
    """
    if "prefetch" in request.headers.get("Sec-Purpose", ""):
        return False
    mode = request.headers.get("Sec-Fetch-Mode", "" if request.is_secure() else "navigate")
    return mode == "navigate"


def is_worth_keeping(path: str) -> bool:
    """Whether a `normal` path is one that a reader may have had, and says nothing of a person."""
    return (
        len(path) <= LONGEST_PATH
        and READABLE.fullmatch(path) is not None
        and SCANNED.match(path) is None
        and PERSONAL.search(path) is None
    )


def linked_from(request: HttpRequest, site: Site) -> str:
    """The path of the page of this site that has the link; `""` for anywhere else."""
    try:
        referrer = urlsplit(request.headers.get("Referer", ""))
        host = (referrer.hostname or "").removeprefix("www.")
        if not host or not is_own(host, site):
            return ""
        path = normal_path(referrer.path)
    except ValueError:
        return ""
    is_page = len(path) <= LONGEST_PATH and not PERSONAL.search(path)
    return path if is_page and path != normal_path(request.path) else ""


def count(path: str, link: str) -> None:
    """Counts one more; two visitors at the same moment count as two, on either database."""
    today = timezone.localdate()
    known = NotFoundAddress.objects.filter(path=path)
    changes = {"times": F("times") + 1, "last_asked": today}
    if link:
        changes["linked_from"] = link
    if known.update(**changes):
        return
    if NotFoundAddress.objects.count() >= MOST_ADDRESSES:
        return  # the purge makes room
    try:
        with transaction.atomic():
            NotFoundAddress.objects.create(path=path, last_asked=today, linked_from=link)
    except IntegrityError:  # somebody else was first
        known.update(**changes)
