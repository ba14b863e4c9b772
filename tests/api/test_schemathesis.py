"""Schemathesis asks the served API whatever its document allows, and what it does not, and follows its links.

`SCHEMATHESIS_EXAMPLES` is how many requests it makes up for each operation. `make test` takes a seed on each database,
`make verify` both on both.
"""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scripts.served_site import Site

CONFIG = Path(__file__).with_name("schemathesis.toml")
EXAMPLES = os.environ.get("SCHEMATHESIS_EXAMPLES", "10")
FIXED_SEED = 20261128


@pytest.mark.parametrize(
    "seed",
    [
        pytest.param(FIXED_SEED, id="fixed seed", marks=pytest.mark.looks),
        pytest.param(None, id="random seed", marks=pytest.mark.once),
    ],
)
def test_every_answer_is_what_the_document_says(
    seed: int | None, served_site: Site, tmp_path: Path
) -> None:
    seed = seed or secrets.randbelow(2**32)
    command = [
        *(
            str(Path(sys.executable).with_name("st")),
            f"--config-file={CONFIG}",
            "run",
            "--no-color",
        ),
        *(f"--max-examples={EXAMPLES}", f"--seed={seed}", "--generation-database=none"),
        f"{served_site.url}/api/v1/openapi.json",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, f"seed {seed}:\n{done.stdout[-20_000:]}{done.stderr[-2_000:]}"
