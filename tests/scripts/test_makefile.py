"""What the verbs start, in a project whose Python only says how it was called."""

import shutil
import subprocess

import pytest

from tests.scripts.served_site import PROJECT_DIR, plain_environment


@pytest.fixture
def make(tmp_path):
    shutil.copy(PROJECT_DIR / "Makefile", tmp_path)
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "setup.sh").touch()
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$SITE_URL: $*"\n')
    python.chmod(0o755)

    def run(*arguments, **variables):
        environment = plain_environment(**variables)
        for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):  # of the `make test` around this
            environment.pop(name, None)
        return subprocess.run(
            ["make", *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()

    return run


@pytest.mark.parametrize("variables", [{}, {"SITE_URL": ""}])
def test_develop_knows_the_port_it_serves_at(make, variables):
    assert make("develop", "PORT=8001", **variables) == [
        "http://127.0.0.1:8001: scripts/prepare_site.py",
        "http://127.0.0.1:8001: manage.py runserver 8001",
    ]


def test_develop_keeps_an_address_that_is_set(make):
    assert make("develop", SITE_URL="http://practice.example") == [
        "http://practice.example: scripts/prepare_site.py",
        "http://practice.example: manage.py runserver 8000",
    ]
