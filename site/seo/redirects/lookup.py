"""Where an old address leads."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from seo.redirects.addresses import (
    LONGEST,
    existing_route,
    is_own,
    normal_path,
    redirects_from,
    split_host,
)

# Chains are collapsed when they are made; what is left is followed this far.
MOST_STEPS = 5


def target_of(address: str, site: Site) -> str | None:
    """Where a visitor of an old address is sent, whole or from the root of the site; None where there is nothing.

    `address` is path and query as they were asked for. What leads back to where it came from leads nowhere.
    """
    try:
        seen = {normal_path(address)}
    except ValueError:
        return None
    target = _step(address, site)
    for _number in range(MOST_STEPS):
        if target is None:
            return None
        host, rest = split_host(target)
        if not is_own(host, site):
            return target
        if (written := normal_path(rest)) in seen:
            return None
        seen.add(written)
        further = _step(rest, site)
        if further is None:
            return target
        target = further
    return None


def _step(address: str, site: Site) -> str | None:
    """One redirect: of the very address with its query, of its path, or of the nearest page above that has moved."""
    path, _mark, query = address.partition("?")
    choices: list[
        tuple[str, str]
    ] = []  # what redirects may be written as, and what of the address is left over then
    for written in ([address] if query else []) + [path]:
        choices += [(Redirect.normalise_path(written), ""), (normal_path(written), "")]
    parts = [part for part in path.split("/") if part]
    # A part and its slash are two characters at least, so what has more parts than this is no address that is kept.
    for end in range(min(len(parts) - 1, LONGEST // 2), 0, -1):
        rest = "/".join(parts[end:]) + ("/" if path.endswith("/") else "")
        choices.append((normal_path("/".join(["", *parts[:end]])), rest))
    redirects = redirects_from({old for old, _rest in choices if len(old) <= LONGEST}, site)
    for old, rest in choices:
        redirect = redirects.get(old)
        if redirect is not None and (target := _target(redirect, rest)):
            return target
    return None


def _target(redirect: Redirect, rest: str) -> str:
    """Where a redirect leads for what stands below its old address; `""` for nowhere that visitors may go."""
    page = redirect.redirect_page
    if page is None:
        return "" if rest else redirect.redirect_link
    if not page.live:
        return ""
    url = page.get_url() or ""
    route = redirect.redirect_page_route_path
    if route or rest:
        route = existing_route(page, f"{route.rstrip('/')}/{rest}")
        if rest and not route:
            return ""
    return url.rstrip("/") + route if route else url
