"""What a small installation takes: memory of all its processes, and how soon it answers after a start."""

import time

from deployed_site import DeployedSite

from bench.answers import COMPRESSED, ask
from bench.load import wrk

PAGES = ("/", "/en/", "/behandelingen/", "/behandelingen/psoas-release/", "/blog/", "/en/blog/")


def megabytes(site: DeployedSite) -> dict[str, float]:
    """PSS of each part, after every kind of page was made and it was busy for some seconds; 1 MB is 10^6 bytes."""
    for path in PAGES:
        for address in (site.app_url, site.url):
            ask(address + path, COMPRESSED)
        wrk(f"{site.app_url}{path}", 1, {})
    return {part: kibibytes * 1024 / 1e6 for part, kibibytes in site.memory().items()}


def cold_start(site: DeployedSite) -> float:
    """Seconds from the start of the application's process to the whole of its first page."""
    site.stop("application")
    start = time.perf_counter()
    site.start("application")
    ask(f"{site.app_url}/")
    return time.perf_counter() - start
