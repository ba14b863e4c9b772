"""`make lighthouse`: what Lighthouse, as a phone on a slow line, says of the starter site in both languages.

Performance is the median of three runs; the third is left out where two already agree that a page passes. Reports
are kept in `var/lighthouse/`. `PAGES=home,treatment` picks some pages.
"""

import json
import os
import statistics
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import find_chromium
import node_tools
from served_site import PROJECT_DIR, Site, temporary_site

FOLDER = PROJECT_DIR / "var" / "lighthouse"
PAGES = ("home", "treatment", "post", "blog-index", "treatment-index", "contact")
LANGUAGES = ("nl", "en")
RUNS = 3
ATTEMPTS = 3  # a busy machine now and then loses a trace
WANTED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
OPTIONS = (
    "--quiet",
    "--chrome-flags=--headless --no-sandbox",  # CI runs as root
    "--output=json",
    "--output=html",
    "--max-wait-for-load=90000",  # milliseconds
    "--no-enable-error-reporting",
)


@dataclass
class Verdict:
    """What Lighthouse said of one page: scores out of 100, and the audits that took points off."""

    name: str
    performances: list[int] = field(default_factory=list)
    others: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def scores(self) -> dict[str, int]:
        """The score by category; of two runs the lower, of three the middle one."""
        return {"performance": statistics.median_low(self.performances), **self.others}

    @property
    def too_low(self) -> list[str]:
        """The categories in which this page is not good enough."""
        return [name for name, score in self.scores.items() if score < WANTED[name]]

    @property
    def is_settled(self) -> bool:
        """Whether another run can no longer change whether the performance is good enough."""
        good = sum(score >= WANTED["performance"] for score in self.performances)
        return max(good, len(self.performances) - good) > RUNS / 2

    def add(self, report: dict[str, Any]) -> None:
        """Takes in the report of one run; the first one has every category."""
        scores = {
            name: round(100 * (category["score"] or 0))
            for name, category in report["categories"].items()
        }
        self.performances.append(scores.pop("performance"))
        if scores:
            self.others = scores
            self.faults = faults(report)


def faults(report: dict[str, Any]) -> list[str]:
    """A line for each audit that counts and did not pass, in the categories that are too low."""
    found = []
    for name, category in report["categories"].items():
        if round(100 * (category["score"] or 0)) >= WANTED[name]:
            continue
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                value = f" ({audit['displayValue']})" if audit.get("displayValue") else ""
                found.append(f"{name}: {audit['title']}{value}")
    return found


def table(verdicts: list[Verdict]) -> str:
    """A row per page and a column per category; a score that is too low has a mark."""
    width = max(len(verdict.name) for verdict in verdicts)
    lines = [" " * width + "".join(f"  {name:>14}" for name in WANTED)]
    for verdict in verdicts:
        cells = (f"{verdict.scores[name]}{'!' * (name in verdict.too_low)}" for name in WANTED)
        lines.append(f"{verdict.name:<{width}}" + "".join(f"  {cell:>14}" for cell in cells))
    return "\n".join(lines)


def conclusion(verdicts: list[Verdict]) -> str:
    """What is not good enough, page by page; empty when everything is."""
    lines = []
    for verdict in verdicts:
        if verdict.too_low:
            wanted = ", ".join(
                f"{name} {verdict.scores[name]} (needs {WANTED[name]})" for name in verdict.too_low
            )
            lines += [f"{verdict.name}: {wanted}", *(f"    {fault}" for fault in verdict.faults)]
    return "\n".join(lines)


def judge(site: Site, name: str, path: str) -> Verdict:
    """Runs Lighthouse on one page until its verdict is settled; RuntimeError if that fails."""
    verdict = Verdict(name)
    site.get(path)  # the first visitor of all waits while templates are read
    while not verdict.is_settled:
        number = len(verdict.performances) + 1
        report = FOLDER / f"{name}-{number}"
        categories = WANTED if number == 1 else ["performance"]
        run(site.url + path, f"--only-categories={','.join(categories)}", f"--output-path={report}")
        verdict.add(json.loads(Path(f"{report}.report.json").read_text()))
    print(f"  {name}: {verdict.performances} {verdict.others}", flush=True)
    return verdict


def run(url: str, *options: str) -> None:
    """Runs Lighthouse once; again where the browser let it down. RuntimeError if it never finishes."""
    environment = os.environ | {"CHROME_PATH": find_chromium.find_chromium()}
    for _ in range(ATTEMPTS):
        result = node_tools.run("lighthouse", url, *OPTIONS, *options, env=environment)
        if result.returncode == 0:
            return
    raise RuntimeError(f"Lighthouse did not finish with {url} (see above): try again.")


def chosen_pages() -> list[str]:
    """The pages of `PAGES`, all without it; ends with a sentence when one is not known."""
    names = [name for name in os.environ.get("PAGES", "").split(",") if name]
    for name in names:
        if name not in PAGES:
            sys.exit(f"PAGES={name} is not known: choose from {', '.join(PAGES)}.")
    return names or list(PAGES)


def main() -> None:
    pages = chosen_pages()
    if find_chromium.find_chromium() is None:
        sys.exit(f"Lighthouse needs Chromium: {find_chromium.HOW_TO_GET_IT}.")
    node_tools.install()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with temporary_site() as site:
        addresses = json.loads(site.run_script("describe_site.py"))["pages"]
        verdicts = [
            judge(site, f"{page}-{language}", addresses[page][language])
            for page in pages
            for language in LANGUAGES
        ]
    print("", table(verdicts), "", sep="\n")
    if wrong := conclusion(verdicts):
        sys.exit(f"Not good enough (reports are in {FOLDER}):\n{wrong}")
    print(f"Every page is good enough; reports are in {FOLDER}.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nStopped: not every page was judged.")
    except RuntimeError as failure:
        sys.exit(str(failure))
