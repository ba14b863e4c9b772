"""Judging the lines of an import, and saving those that are right."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Site

from seo.redirects.addresses import (
    LONGEST,
    is_own,
    normal,
    pages_at,
    redirects_from,
    split_host,
)
from seo.redirects.csv_reading import Line
from seo.redirects.destinations import (
    Destination,
    Destinations,
    lead_along,
    why_no_old_address,
)


@dataclass(frozen=True)
class Judged:
    """A line with what becomes of it: a destination, or a problem to put right; `is_known` if it is there already."""

    line: Line
    old_path: str = ""
    destination: Destination | None = None
    problem: str = ""
    is_known: bool = False

    @property
    def is_new(self) -> bool:
        return self.destination is not None and not self.is_known


def judge(lines: Iterable[Line], site: Site) -> list[Judged]:
    """Each line with what is wrong with it, or with where it leads. Queries do not grow with the number of lines."""
    lines = list(lines)
    judgement = _Judgement(lines, site)
    return [judgement.of(line) for line in lines]


class _Judgement:
    """What has to be known of all lines, and of the site, before any can be judged."""

    def __init__(self, lines: list[Line], site: Site) -> None:
        self.site = site
        self.first: dict[str, Line] = {}
        for line in lines:
            if (address := self.old_address(line)) is not None:
                self.first.setdefault(address, line)
        self.new_by_old = {address: line.new for address, line in self.first.items()}
        self.pages = pages_at(self.first, site)
        self.redirects = redirects_from(self.first, site)
        self.destinations = Destinations([line.new for line in lines], site)

    def old_address(self, line: Line) -> str | None:
        try:
            address = normal(line.old)
        except ValueError:
            return None
        return address if len(address) <= LONGEST else None

    def of(self, line: Line) -> Judged:
        if not line.old:
            return Judged(line, problem=_("The old address is missing."))
        if not line.new:
            return Judged(line, problem=_("The new address is missing."))
        address = self.old_address(line)
        if address is None:
            return Judged(line, problem=_("The old address cannot be one, or is too long."))
        if reason := why_no_old_address(address, self.pages.get(address)):
            return Judged(line, address, problem=reason)
        if self.first[address] is not line:
            number = self.first[address].number
            text = _("Line %(number)s has the same old address.") % {"number": number}
            return Judged(line, address, problem=text)
        if self.leads_to(line.new, address):
            return Judged(line, address, problem=_("This leads to itself."))
        try:
            destination = self.destinations.find(line.new, self.new_by_old)
        except ValidationError as error:
            return Judged(line, address, problem=" ".join(error.messages))
        redirect = self.redirects.get(address)
        if redirect is None:
            return Judged(line, address, destination)
        if destination.is_that_of(redirect):
            return Judged(line, address, destination, is_known=True)
        target = redirect.redirect_page or redirect.redirect_link
        text = _("This address leads to “%(target)s” already.") % {"target": target}
        return Judged(line, address, problem=text)

    def leads_to(self, written: str, address: str) -> bool:
        try:
            host, rest = split_host(written)
            return is_own(host, self.site) and normal(rest) == address
        except ValueError:
            return False


@transaction.atomic
def save_new(judged: Iterable[Judged]) -> int:
    """Saves the redirects of the lines that are right and new, all of them or none; returns how many."""
    saved = []
    for each in judged:
        if each.is_new and each.destination is not None:
            redirect = Redirect(old_path=each.old_path, is_permanent=True)
            each.destination.put_on(redirect)
            redirect.save()
            log(instance=redirect, action="wagtail.create")
            saved.append(redirect)
    lead_along(saved)
    return len(saved)
