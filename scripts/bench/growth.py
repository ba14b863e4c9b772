"""The same site with few posts and with many, asked in turn: how much longer an answer takes."""

import contextlib
import json
import os
import signal
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from deployed_site import DeployedSite

from bench.answers import ask
from bench.installations import Installations, run_script, start
from bench.verdicts import Verdict

WARM_UP = 3  # turns that find what they need for the first time
LONE, LIST = 1.3, 2.0  # times as long with the most posts as with the fewest
ADDRESSES: dict[str, tuple[float, tuple[str, ...]]] = {
    "treatment": (LONE, ("/behandelingen/psoas-release/", "/en/treatments/psoas-release/")),
    "post": (LONE, ("/blog/een-beweging-afmaken/", "/en/blog/finishing-a-movement/")),
    "index": (LIST, ("/blog/", "/en/blog/")),
    "category": (LIST, ("/blog/categorie/adem-en-rust/", "/en/blog/category/breath-and-rest/")),
    "topic": (LIST, ("/blog/onderwerp/adem/", "/en/blog/topic/breath/")),
    "year": (LIST, ("/blog/2026/", "/en/blog/2026/")),
    "search, rare word": (LIST, ("/zoeken/?q=roofdier", "/en/search/?q=predator")),
    "search, common word": (LIST, ("/zoeken/?q=lichaam", "/en/search/?q=body")),
    "search, typing mistake": (LIST, ("/zoeken/?q=psaos", "/en/search/?q=psaos")),
    "Atom feed": (LONE, ("/blog/atom.xml", "/en/blog/atom.xml")),
    "RSS feed": (LONE, ("/blog/rss.xml", "/en/blog/rss.xml")),
    "sitemap index": (LIST, ("/sitemap.xml",)),
    "API list": (LONE, ("/api/v1/posts?locale=nl&limit=10", "/api/v1/posts?locale=en&limit=10")),
}
COUNT_QUERIES = """
import json
from urllib.parse import urlsplit
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
client = Client(SERVER_NAME=urlsplit(settings.SITE_URL).hostname, SERVER_PORT=urlsplit(settings.SITE_URL).port)
counts = []
for address in json.loads({addresses!r}):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    counts.append(len(captured))
print(json.dumps(counts))
"""


@dataclass(frozen=True)
class Growth:
    """One address: its median in milliseconds and its queries, on each site in turn, and how much it may grow."""

    name: str
    limit: float
    path: str
    sizes: tuple[int, ...]
    medians: tuple[float, ...]
    queries: tuple[int, ...]

    @property
    def ratio(self) -> float:
        return self.medians[-1] / self.medians[0]

    @property
    def takes_more_queries(self) -> bool:
        return len(set(self.queries)) > 1


def filled_site(
    installations: Installations, posts: int, stack: contextlib.ExitStack
) -> DeployedSite:
    """A copy with so many posts in each language, running until `stack` ends, that makes every answer anew.

    Without its background worker.
    """
    site = installations.copied(f"posts_{posts}", RESPONSE_CACHE="off")
    run_script(site, "many_posts.py", str(posts))
    start(site, stack, "application")
    for number in site.processes()[
        "background"
    ]:  # it would draw pictures of all posts, for minutes
        os.kill(number, signal.SIGSTOP)
        stack.callback(os.kill, number, signal.SIGCONT)
    return site


def compare(by_size: dict[int, DeployedSite], turns: int) -> list[Growth]:
    """Asks the sites, by how many posts they have and the smallest first, for each address in turn, so often."""
    sites = list(by_size.values())
    wanted = [(name, limit, path) for name, (limit, paths) in ADDRESSES.items() for path in paths]
    shared = [path for _name, _limit, path in wanted]
    paths = [shared + fullest_sitemaps(site) for site in sites]
    wanted += [("sitemap of posts", LIST, path) for path in paths[-1][len(shared) :]]
    queries = [count_queries(site, own) for site, own in zip(sites, paths, strict=True)]
    found = []
    for number, (name, limit, path) in enumerate(wanted):
        of_sites = [own[number] for own in paths]
        counts = tuple(each[number] for each in queries)
        times = medians(sites, of_sites, turns)
        found.append(Growth(name, limit, path, tuple(by_size), times, counts))
    return found


def medians(sites: Sequence[DeployedSite], paths: Sequence[str], turns: int) -> tuple[float, ...]:
    """The median time of an answer on each site, in milliseconds."""
    times: list[list[float]] = [[] for _site in sites]
    for turn in range(turns + WARM_UP):
        for site, path, measured in zip(sites, paths, times, strict=True):
            start = time.perf_counter()
            ask(site.app_url + path)
            if turn >= WARM_UP:
                measured.append(time.perf_counter() - start)
    return tuple(statistics.median(measured) * 1000 for measured in times)


def fullest_sitemaps(site: DeployedSite) -> list[str]:
    """The paths of the sitemap of each language with the most pages, Dutch first."""
    index = ask(f"{site.app_url}/sitemap.xml").body.decode()
    paths = [part.split("</loc>")[0].removeprefix(site.url) for part in index.split("<loc>")[1:]]
    texts = {path: ask(site.app_url + path).body.decode() for path in paths}
    english = {path for path in paths if f"<loc>{site.url}/en/" in texts[path]}
    return [
        max(own, key=lambda path: texts[path].count("<url>"))
        for own in ([path for path in paths if path not in english], sorted(english))
    ]


def count_queries(site: DeployedSite, addresses: list[str]) -> list[int]:
    script = COUNT_QUERIES.format(addresses=json.dumps(addresses))
    return list(json.loads(site.manage("shell", "-v0", "-c", script).splitlines()[-1]))


def verdicts(found: Sequence[Growth]) -> list[Verdict]:
    """How much each kind of address has grown, the worst of each, and how many take more queries."""
    worst: dict[str, Growth] = {}
    for one in found:
        worst[one.name] = max(one, worst.get(one.name, one), key=lambda each: each.ratio)
    grown = [
        Verdict(f"{one.name}: growth of p50 ({one.path})", one.ratio, one.limit)
        for one in worst.values()
    ]
    more = sum(one.takes_more_queries for one in found)
    return [*grown, Verdict("addresses that take more queries with more posts", more, 0)]
