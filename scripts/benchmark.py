"""`make benchmark`: what visitors and machines ask for with ten posts and with ten thousand, on PostgreSQL.

Two sites are served side by side and asked in turn, so that a busy machine slows both. Fails where the ratio of the
medians is above `MOST`, or where the larger site takes more queries. `POSTS=` and `ROUNDS=` change how much.
"""

import contextlib
import http.client
import json
import os
import statistics
import sys
import time
from collections.abc import Iterator

import psycopg
import temporary_postgres
from served_site import Site, temporary_site

FEW = 10
MANY = int(os.environ.get("POSTS", "10000"))
ROUNDS = int(os.environ.get("ROUNDS", "41"))
MOST = 2.0  # times as long
ADDRESSES = {
    "index": ("/blog/", "/en/blog/"),
    "category": ("/blog/categorie/adem-en-rust/", "/en/blog/category/breath-and-rest/"),
    "topic": ("/blog/onderwerp/adem/", "/en/blog/topic/breath/"),
    "year": ("/blog/2026/", "/en/blog/2026/"),
    "post with related posts": ("/blog/een-beweging-afmaken/", "/en/blog/finishing-a-movement/"),
    "Atom feed": ("/blog/atom.xml", "/en/blog/atom.xml"),
    "RSS feed": ("/blog/rss.xml", "/en/blog/rss.xml"),
    "sitemap index": ("/sitemap.xml",),
    "search, rare word": ("/zoeken/?q=roofdier", "/en/search/?q=predator"),
    "search, common word": ("/zoeken/?q=lichaam", "/en/search/?q=body"),
    "search, typing mistake": ("/zoeken/?q=psaos", "/en/search/?q=psaos"),
}
COUNT_QUERIES = """
import json, sys
from urllib.parse import urlsplit
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
client = Client(SERVER_NAME=urlsplit(settings.SITE_URL).hostname, SERVER_PORT=urlsplit(settings.SITE_URL).port)
counts = {}
for address in json.loads('ADDRESSES'):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    counts[address] = len(captured)
print(json.dumps(counts))
"""


@contextlib.contextmanager
def filled_site(server: str, name: str, posts: int) -> Iterator[Site]:
    """A served site on a database of its own, with this many posts in each language."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    url = f"{server.rsplit('/', 1)[0]}/{name}"
    with temporary_site(url) as site:
        site.run_script("many_posts.py", str(posts))
        yield site


def seconds(site: Site, address: str) -> float:
    """How long one answer takes, from the request to its last byte."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
    start = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    end = time.perf_counter()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{address} answered {answer.status}.")
    return end - start


def first_sitemap(site: Site, language: str) -> str:
    """The path of the sitemap with the posts of a language, the fullest of those that the index names."""
    index = site.get("/sitemap.xml")
    paths = [
        location.split("</loc>")[0].removeprefix(site.url) for location in index.split("<loc>")[1:]
    ]
    home = f"{site.url}/en/" if language == "en" else f"{site.url}/"
    own = [
        path
        for path in paths
        if (f"<loc>{site.url}/en/" in site.get(path)) == (home != f"{site.url}/")
    ]
    return max(own, key=lambda path: site.get(path).count("<url>"))


def count_queries(site: Site, addresses: list[str]) -> dict[str, int]:
    script = COUNT_QUERIES.replace("ADDRESSES", json.dumps(addresses))
    return dict(json.loads(site.manage("shell", "-v0", "-c", script)))


def compare(few: Site, many: Site) -> list[str]:
    """Prints a line for each address; returns what is too slow or takes more queries."""
    pairs = [(name, path, path) for name, paths in ADDRESSES.items() for path in paths]
    pairs += [
        ("a sitemap", first_sitemap(few, language), first_sitemap(many, language))
        for language in ("nl", "en")
    ]
    queries_few = count_queries(few, [path for _name, path, _other in pairs])
    queries_many = count_queries(many, [path for _name, _other, path in pairs])
    faults = []
    print(f"{'':26}{FEW:>7} posts{MANY:>8} posts  ratio   queries")
    for name, path_few, path_many in pairs:
        times: tuple[list[float], list[float]] = ([], [])
        for turn in range(ROUNDS + 3):
            for site, path, measured in ((few, path_few, times[0]), (many, path_many, times[1])):
                taken = seconds(site, path)
                if turn >= 3:  # the first ones find what they need for the first time
                    measured.append(taken)
        before, after = (statistics.median(measured) * 1000 for measured in times)
        counts = queries_few[path_few], queries_many[path_many]
        print(
            f"{name:26}{before:9.1f} ms{after:11.1f} ms{after / before:7.2f}   {counts[0]}, {counts[1]}  {path_many}",
            flush=True,
        )
        if after / before > MOST:
            faults.append(f"{path_many} takes {after / before:.2f} times as long.")
        if counts[0] != counts[1]:
            faults.append(f"{path_many} takes {counts[1]} queries instead of {counts[0]}.")
    return faults


def main() -> int:
    temporary_postgres.end_on_sigterm()
    with contextlib.ExitStack() as stack:
        server = os.environ.get("TEST_DATABASE_URL")
        if not server:
            binaries = temporary_postgres.find_binaries()
            if binaries is None:
                print(f"The benchmark needs PostgreSQL ({temporary_postgres.HOW_TO_GET_IT}).")
                return 1
            server = stack.enter_context(temporary_postgres.temporary_postgres(binaries))
        print(f"Making two sites, with {FEW} and {MANY} posts in each language ...", flush=True)
        few = stack.enter_context(filled_site(server, "few_posts", FEW))
        many = stack.enter_context(filled_site(server, "many_posts", MANY))
        faults = compare(few, many)
    print("\n".join(faults) or "All within the bounds.")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
