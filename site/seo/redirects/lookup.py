"""Where old addresses lead."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from seo.redirects.addresses import (
    LONGEST,
    existing_route,
    is_own,
    languages_of,
    normal_path,
    redirects_from,
    split_host,
)

# Chains are collapsed when they are made; what is left is followed this far.
MOST_STEPS = 5


@dataclass(frozen=True)
class Target:
    """An address, whole or from the root of the site; `is_permanent` where each step on the way there is."""

    address: str
    is_permanent: bool


@dataclass
class _Way:
    """How far an old address has been followed: `at` is what to look up next, `target` what led there."""

    at: str
    seen: set[str]
    target: Target | None = None

    def follow(self, step: Target, site: Site) -> bool:
        """Takes a step; whether there may be another. A circle has no target."""
        was_permanent = self.target is None or self.target.is_permanent
        self.target = None
        try:
            host, self.at = split_host(step.address)
            written = normal_path(self.at)
        except ValueError:
            return False
        if is_own(host, site) and written in self.seen:
            return False
        self.seen.add(written)
        self.target = Target(step.address, was_permanent and step.is_permanent)
        return is_own(host, site)


def target_of(address: str, site: Site) -> Target | None:
    """Where a visitor of an old address is sent; None where there is nothing."""
    return targets_of([address], site).get(address)


def targets_of(addresses: Iterable[str], site: Site) -> dict[str, Target]:
    """Where visitors of old addresses are sent; those that lead nowhere are left out. One query for each step.

    Addresses are path and query as they were asked for. What leads back to where it came from leads nowhere.
    """
    found: dict[str, Target] = {}
    ways: dict[str, _Way] = {}
    for address in addresses:
        try:
            ways[address] = _Way(address, {normal_path(address)})
        except ValueError:
            continue
    steps = _Steps(site)
    for _number in range(MOST_STEPS + 1):
        further = steps.of({way.at for way in ways.values()}) if ways else {}
        for old, way in [*ways.items()]:
            step = further.get(way.at)
            if step is None or not way.follow(step, site):
                del ways[old]
                if way.target is not None:
                    found[old] = way.target
    return found


class _Steps:
    """Single redirects of a site; what they lead to is looked at once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._pages: dict[int, Page] = {}

    def of(self, addresses: Collection[str]) -> dict[str, Target]:
        """One redirect for each: of the very address with its query, of its path, or of the nearest page above that
        has moved."""
        choices = {address: _choices(address) for address in addresses}
        written = {old for each in choices.values() for old, _rest in each if len(old) <= LONGEST}
        redirects = redirects_from(written, self.site)
        steps = {}
        for address, each in choices.items():
            for old, rest in each:
                redirect = redirects.get(old)
                if redirect is not None and (target := self._target(redirect, rest)):
                    steps[address] = Target(target, redirect.is_permanent)
                    break
        return steps

    def _target(self, redirect: Redirect, rest: str) -> str:
        """Where a redirect leads for what stands below its old address; `""` for nowhere that visitors may go."""
        if redirect.redirect_page is None:
            return "" if rest else redirect.redirect_link
        page = self._pages.setdefault(redirect.redirect_page.pk, redirect.redirect_page)
        if not page.live or page.locale_id not in self._languages:
            return ""
        url = page.get_url() or ""
        route = redirect.redirect_page_route_path
        if route or rest:
            route = existing_route(page, f"{route.rstrip('/')}/{rest}")
            if rest and not route:
                return ""
        return url.rstrip("/") + route if route else url

    @cached_property
    def _languages(self) -> set[int]:
        return set(languages_of(self.site))


def _choices(address: str) -> list[tuple[str, str]]:
    """What redirects of an address may be written as, and what of the address is left over then."""
    path, _mark, query = address.partition("?")
    choices = []
    for written in ([address] if query else []) + [path]:
        choices += [(Redirect.normalise_path(written), ""), (normal_path(written), "")]
    parts = [part for part in path.split("/") if part]
    # A part and its slash are two characters at least, so what has more parts than this is no address that is kept.
    for end in range(min(len(parts) - 1, LONGEST // 2), 0, -1):
        rest = "/".join(parts[end:]) + ("/" if path.endswith("/") else "")
        choices.append((normal_path("/".join(["", *parts[:end]])), rest))
    return choices
