"""`make bench`: this site beside nginx, plain Wagtail and Wagtail's API, what it takes, and how it grows.

Starts all that it measures on loopback, in a temporary folder; prints what it found, keeps it in
`benchmarks/results.md`, and fails where something is not as it is wanted. `ROUNDS=`, `SECONDS=` (of each row in each
round) and `POSTS=` (of the largest site) change how much is measured.
"""

import contextlib
import os
import sys
import tempfile
from pathlib import Path

import find_chromium
import find_nginx
import temporary_postgres
from bench import first_visit, growth, load, small_site, speed, verdicts
from bench.database import server_of
from bench.installations import Installations, start
from bench.results import Results
from bench.rounds import measure
from deployed_site import with_children
from served_site import PROJECT_DIR

RESULTS = PROJECT_DIR / "benchmarks" / "results.md"
FEW = (10, 1000)  # posts of the smaller sites
VISITS = {
    "home": "/",
    "treatment": speed.TREATMENT,
    "post": "/blog/een-beweging-afmaken/",
}


def number(name: str, default: int) -> int:
    """A whole number from 1 from the environment; ends with a sentence when it is none."""
    value = os.environ.get(name) or str(default)
    if not value.isdecimal() or int(value) < 1:
        sys.exit(f"{name}={value} is not a number: choose one such as {default}.")
    return int(value)


def require_programs() -> Path:
    """Where PostgreSQL's programs are; ends with a sentence when something is not installed."""
    binaries = temporary_postgres.find_binaries()
    missing = {
        temporary_postgres.HOW_TO_GET_IT: binaries is None,
        find_nginx.HOW_TO_GET_IT: bool(find_nginx.what_is_missing()),
        load.HOW_TO_GET_IT: load.is_missing(),
        find_chromium.HOW_TO_GET_IT: find_chromium.find_chromium() is None,
    }
    if binaries is None or any(missing.values()):
        how = "\n  ".join(how for how, is_missing in missing.items() if is_missing)
        sys.exit(f"Something that the benchmark needs is not installed:\n  {how}")
    return binaries


def measure_small_site_and_speed(
    results: Results, folder: Path, postgres: str, installations: Installations
) -> None:
    """One installation by itself; then beside what it is held against."""
    server = server_of(postgres)
    with contextlib.ExitStack() as stack:
        site = installations.copied("small")
        start(site, stack)
        print("Memory, cold start, first visit ...", flush=True)
        results.memory = small_site.megabytes(site)
        results.cold_start = small_site.cold_start(site)
        urls = {name: site.url + path for name, path in VISITS.items()}
        results.visits = list(first_visit.visits(urls))
        print("Starting what it is measured beside ...", flush=True)
        rows = speed.rows_of(site, installations, folder, stack)
        results.figures = measure(
            rows, results.rounds, results.seconds, lambda: with_children(server)
        )
    results.verdicts += verdicts.of_speed(results.figures)
    results.verdicts += verdicts.of_api(results.figures)
    results.verdicts.append(verdicts.of_memory(results.memory))


def measure_growth(results: Results, installations: Installations, most: int) -> None:
    with contextlib.ExitStack() as stack:
        sites = {}
        for posts in (*(few for few in FEW if few < most), most):
            print(f"Filling a site with {posts} posts in each language ...", flush=True)
            sites[posts] = growth.filled_site(installations, posts, stack)
        print("Growth ...", flush=True)
        results.growth = growth.compare(sites, turns=5 * results.rounds + 1)
    results.verdicts += growth.verdicts(results.growth)


def main() -> int:
    results = Results(rounds=number("ROUNDS", 7), seconds=number("SECONDS", 2))
    most = number("POSTS", 10_000)
    binaries = require_programs()
    temporary_postgres.end_on_sigterm()
    with contextlib.ExitStack() as stack:
        postgres = stack.enter_context(temporary_postgres.temporary_postgres(binaries))
        folder = Path(
            stack.enter_context(
                tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True)
            )
        )
        installations = Installations(folder, postgres)
        print("Making a fresh site (a minute) ...", flush=True)
        installations.make_first()
        measure_small_site_and_speed(results, folder, postgres, installations)
        measure_growth(results, installations, most)
    text = results.text()
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text)
    print(f"\n{text}\nKept in {RESULTS}.")
    return int(not verdicts.are_met(results.verdicts))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nStopped: nothing was written.")
