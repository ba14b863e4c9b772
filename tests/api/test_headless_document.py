"""What docs/headless.md says: its table against the tests it names, and its examples run as they stand there."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts import node_tools
from tests.api import test_headless_support
from tests.scripts.served_site import PROJECT_DIR, Site

DOCUMENT = (PROJECT_DIR / "docs" / "headless.md").read_text(encoding="utf-8")
FRONT_END = PROJECT_DIR / "examples" / "astro"
EXAMPLES = re.findall(r"```(\w*)\n(.*?)```", DOCUMENT, re.DOTALL)
WHERE = "http://127.0.0.1:8000"
ROW = re.compile(
    r"^\| ([^|]+) \| ((?:good|workaround|lacking)[^|]*) \| [^|]+ \| `(\w+)` \|$", re.MULTILINE
)
SECONDS = 120  # for an example, on two busy cores
COMPILE = (
    "--strict --noEmit --target es2022 --lib es2022,dom --module esnext --moduleResolution bundler"
)


def test_every_row_has_a_test_of_its_own_and_every_test_a_row() -> None:
    named = [test for _row, _verdict, test in ROW.findall(DOCUMENT)]
    there = [name for name in vars(test_headless_support) if name.startswith("test_")]
    assert named == there, "in the order of the table"


def test_no_row_of_wagtails_is_left_out() -> None:
    table = DOCUMENT.split("| row | Wagtail says |", 1)[1].split("\n\n", 1)[0]
    rows = ROW.findall(table)
    assert len(rows) == table.count("\n") - 1, "each line of the table is a row with a test"
    verdicts = [re.split(r"\W", verdict)[0] for _row, verdict, _test in rows]
    assert [verdicts.count(each) for each in ("good", "workaround", "lacking")] == [5, 8, 3]


def example(language: str, word: str, site: Site) -> str:
    """The only example in this language with that word, for this site."""
    (found,) = [code for name, code in EXAMPLES if name == language and word in code]
    assert WHERE in found
    return found.replace(WHERE, site.url)


def said(command: list[Any], folder: Path, **variables: str) -> str:
    """What a command printed, which a failure shows too."""
    ended = subprocess.run(
        command,
        cwd=folder,
        env=node_tools.environment(npm_config_offline="true", **variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture
def answer(served_site: Site) -> Any:
    """The page that the examples ask for."""
    return json.loads(served_site.get("/api/v1/pages/by-path?path=/en/"))


@pytest.fixture
def packages() -> Path:
    """The packages of the example front end, among them TypeScript and what makes types."""
    try:
        node_tools.install(FRONT_END)
    except SystemExit as problem:
        pytest.skip(str(problem))
    return FRONT_END / "node_modules"


def test_no_example_is_left_unrun() -> None:
    run = [("sh", "curl"), ("sh", "npx"), ("ts", "import type"), ("python", "urlopen")]
    assert [name for name, _code in EXAMPLES] == [name for name, _word in run]
    assert all(word in code for (_, word), (_, code) in zip(run, EXAMPLES, strict=True))


@pytest.mark.looks
def test_curl_gets_the_page(served_site: Site, answer: Any, tmp_path: Path) -> None:
    if not shutil.which("curl"):
        pytest.skip("no curl (sudo apt-get install curl)")
    printed = said(["sh", "-ec", example("sh", "curl", served_site)], tmp_path)
    assert json.loads(printed) == answer
    assert (answer["type"], answer["locale"]) == ("home.HomePage", "en")


@pytest.mark.looks
def test_python_prints_title_and_blocks(served_site: Site, answer: Any, tmp_path: Path) -> None:
    code = example("python", "urlopen", served_site)
    types = [block["type"] for block in answer["body"]]
    assert types
    printed = said([sys.executable, "-c", code], tmp_path, PYTHONWARNINGS="default")
    assert printed == f"{answer['title']} {types}\n"


@pytest.mark.looks
def test_typescript_compiles_strictly_and_prints_title_and_blocks(
    served_site: Site, answer: Any, packages: Path, tmp_path: Path
) -> None:
    (tmp_path / "node_modules").symlink_to(packages)
    # What npx runs where the package is installed; the npx of the environment's Node does not start.
    make_types = example("sh", "npx", served_site).replace("npx ", "node_modules/.bin/")
    said(["sh", "-ec", make_types], tmp_path)
    file = tmp_path / "page.mts"
    file.write_text(example("ts", "import type", served_site))
    compiler = packages / "typescript" / "bin" / "tsc"
    said(["node", compiler, *COMPILE.split(), "--skipLibCheck", file.name], tmp_path)
    printed = said(["node", file.name], tmp_path, NO_COLOR="1")
    assert printed.startswith(f"{answer['title']} [")
    assert re.findall(r"'([^']+)'", printed[len(answer["title"]) :]) == [
        block["type"] for block in answer["body"]
    ]
    file.write_text(file.read_text().replace("page.title", "page.titel"))
    with pytest.raises(AssertionError, match="titel"):
        said(["node", compiler, *COMPILE.split(), "--skipLibCheck", file.name], tmp_path)
