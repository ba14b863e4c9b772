"""Judging the lines of an import, and saving those that are right."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Site

from seo.redirects.addresses import is_own, normal, pages_at, split_host
from seo.redirects.csv_reading import Line
from seo.redirects.destinations import (
    Destination,
    Destinations,
    lead_along,
    redirects_from,
    why_no_old_address,
)


@dataclass(frozen=True)
class Judged:
    """A line with what becomes of it: a destination, or a problem to put right; `is_known` where it is there already."""

    line: Line
    old_path: str = ""
    destination: Destination | None = None
    problem: str = ""
    is_known: bool = False

    @property
    def is_new(self) -> bool:
        return self.destination is not None and not self.is_known


def judge(lines: Iterable[Line], site: Site) -> list[Judged]:
    """Each line with what is wrong with it, or with where it leads. The number of queries does not grow with them."""
    lines = list(lines)
    addresses: dict[int, str] = {}
    for line in lines:
        try:
            addresses[line.number] = normal(line.old)
        except ValueError:
            continue
    new_by_old: dict[str, str] = {}
    first: dict[str, Line] = {}
    for line in lines:
        address = addresses.get(line.number)
        if address is not None and address not in first:
            first[address] = line
            new_by_old[address] = line.new
    pages = pages_at(set(first), site)
    known = redirects_from(set(first), site)
    destinations = Destinations([line.new for line in lines], site)
    return [
        _judged(line, addresses.get(line.number), first, new_by_old, pages, known, destinations)
        for line in lines
    ]


def _judged(line, address, first, new_by_old, pages, known, destinations) -> Judged:  # type: ignore[no-untyped-def]
    if not line.old:
        return Judged(line, problem=_("The old address is missing."))
    if not line.new:
        return Judged(line, problem=_("The new address is missing."))
    if address is None:
        return Judged(line, problem=_("The old address cannot be one, or is too long."))
    if reason := why_no_old_address(address, pages.get(address)):
        return Judged(line, address, problem=reason)
    if first[address] is not line:
        text = _("Line %(number)s has the same old address.") % {"number": first[address].number}
        return Judged(line, address, problem=text)
    try:
        host, rest = split_host(line.new)
        if is_own(host, destinations.site) and normal(rest) == address:
            return Judged(line, address, problem=_("This leads to itself."))
    except ValueError:
        pass  # the next question finds it out
    try:
        destination = destinations.find(line.new, new_by_old)
    except ValidationError as error:
        return Judged(line, address, problem=" ".join(error.messages))
    redirect = known.get(address)
    if redirect is None:
        return Judged(line, address, destination)
    if destination.is_that_of(redirect):
        return Judged(line, address, destination, is_known=True)
    text = _("This address leads to “%(target)s” already.") % {
        "target": redirect.redirect_page or redirect.redirect_link
    }
    return Judged(line, address, problem=text)


@transaction.atomic
def save_new(judged: Iterable[Judged]) -> int:
    """Saves the redirects of the lines that are right and new, all of them or none; returns how many."""
    saved = 0
    for each in judged:
        if each.is_new and each.destination is not None:
            redirect = Redirect(old_path=each.old_path, is_permanent=True)
            each.destination.put_on(redirect)
            redirect.save()
            log(instance=redirect, action="wagtail.create")
            lead_along(redirect)
            saved += 1
    return saved
