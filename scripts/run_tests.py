"""`make test`: every test on SQLite and again on PostgreSQL, and plain words on what was skipped.

Where there is a PostgreSQL, what does not depend on the database runs on one: the tests marked `looks` on that, those
marked `once` on SQLite.

`ARGS="-k name"` goes to pytest; `REQUIRE_ALL=1` makes any skip a failure; `TEST_DATABASE_URL` names
a PostgreSQL to use instead of a temporary one.
"""

import contextlib
import os
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import find_chromium
import temporary_postgres
from compile_catalogues import compile_catalogues

PROJECT_DIR = Path(__file__).resolve().parents[1]
NO_TESTS = 5  # what pytest ends with when nothing was picked


class Results:
    """What the runs so far came to."""

    def __init__(self) -> None:
        self.passed = self.failed = 0
        self.skips: Counter[str] = Counter()  # reason -> number of tests
        self.missing: list[str] = []  # parts that could not run at all
        self.broken: list[str] = []  # runs that pytest itself called a failure

    def run(self, database: str, url: str | None, *options: str) -> None:
        """Runs pytest on this database and adds up its report."""
        print(f"\n== Tests on {database} ==", flush=True)
        environment = {k: v for k, v in os.environ.items() if k != "TEST_DATABASE_URL"}
        if url:
            environment["TEST_DATABASE_URL"] = url
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.xml"
            command = [sys.executable, "-m", "pytest", "-q", "-n", "auto"]
            command += [f"--junitxml={report}", *options, *shlex.split(os.environ.get("ARGS", ""))]
            code = subprocess.run(command, cwd=PROJECT_DIR, env=environment).returncode
            nothing_for_it = bool(options) and code == NO_TESTS
            if code and not nothing_for_it:
                self.broken.append(f"{database} (pytest ended with {code})")
            if report.exists():
                self._add(report)

    def _add(self, report: Path) -> None:
        for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 (our own file)
            skip = case.find("skipped")
            if skip is not None:
                self.skips[skip.get("message", "")] += 1
            elif case.find("failure") is not None or case.find("error") is not None:
                self.failed += 1
            else:
                self.passed += 1

    def summarise(self, require_all: bool) -> int:
        """Prints the outcome, ending in one line of counts; returns the exit code."""
        skips = [f"{count} tests: {reason}" for reason, count in self.skips.most_common()]
        print("\n== Summary ==")
        for line in (*self.missing, *skips):
            print(f"Skipped {line}")
        for line in self.broken:
            print(f"Failed on {line}")
        if require_all and (self.missing or self.skips):
            print("Nothing may be skipped here (REQUIRE_ALL=1), so this run fails.")
        print(
            f"{self.passed} passed, {self.failed} failed, {self.skips.total()} skipped", flush=True
        )
        return int(bool(self.broken or (require_all and (self.missing or self.skips))))


def main() -> int:
    temporary_postgres.end_on_sigterm()
    compile_catalogues()
    results = Results()
    url = os.environ.get("TEST_DATABASE_URL")
    binaries = None if url else temporary_postgres.find_binaries()
    results.run("SQLite", None, *(("-m", "not looks") if url or binaries else ()))
    with contextlib.ExitStack() as stack:
        if binaries:
            url = stack.enter_context(temporary_postgres.temporary_postgres(binaries))
        if url:
            results.run("PostgreSQL", url, "-m", "not once")
        else:
            results.missing.append(
                "every test on PostgreSQL: it is not installed "
                f"({temporary_postgres.HOW_TO_GET_IT})."
            )
    if find_chromium.find_chromium() is None:
        results.missing.append(
            f"the browser tests: no Chromium was found ({find_chromium.HOW_TO_GET_IT})."
        )
    return results.summarise(require_all=os.environ.get("REQUIRE_ALL") == "1")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nStopped: the tests did not finish.")
    except RuntimeError as failure:
        sys.exit(str(failure))
