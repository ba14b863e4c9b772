"""`make test` on a project of three small tests, which need no database."""

import shutil
import subprocess
import sys

import pytest

from tests.scripts.served_site import PROJECT_DIR, plain_environment

TESTS = """
import pytest

def test_good(): pass

@pytest.mark.skip(reason="the moon is away")
def test_skipped(): pass
"""
FAILING = "\ndef test_bad(): assert False\n"


@pytest.fixture
def run_tests(tmp_path):
    shutil.copytree(PROJECT_DIR / "scripts", tmp_path / "scripts")
    (tmp_path / "pytest.toml").write_text('[pytest]\naddopts = ["-p", "xdist.plugin"]\n')

    def run(tests, **variables):
        (tmp_path / "test_small.py").write_text(tests)
        environment = plain_environment(
            TEST_DATABASE_URL="postgres://unused",
            CHROMIUM=sys.executable,
            ARGS="-n 0",
            REQUIRE_ALL="0",
            PYTEST_DISABLE_PLUGIN_AUTOLOAD="1",  # what the small tests have no use for takes seconds to load
        )
        return subprocess.run(
            [sys.executable, tmp_path / "scripts" / "run_tests.py"],
            env=environment | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    return run


def test_skips_are_named_and_counted(run_tests):
    result = run_tests(TESTS)
    assert result.returncode == 0, result.stdout
    assert "Skipped 2 tests: the moon is away" in result.stdout
    assert result.stdout.splitlines()[-1] == "2 passed, 0 failed, 2 skipped"


def test_skip_fails_where_all_is_required(run_tests):
    assert run_tests(TESTS, REQUIRE_ALL="1").returncode != 0


def test_missing_browser_is_named_with_how_to_get_it(run_tests):
    result = run_tests(TESTS, CHROMIUM="/nowhere")
    assert "no Chromium was found" in result.stdout
    assert "apt-get install chromium" in result.stdout
    assert "snap install chromium" in result.stdout
    assert result.returncode == 0


def test_failure_fails(run_tests):
    result = run_tests(TESTS + FAILING)
    assert result.returncode != 0
    assert result.stdout.splitlines()[-1] == "2 passed, 2 failed, 2 skipped"


def test_arguments_pick_tests(run_tests):
    result = run_tests(TESTS + FAILING, ARGS="-n 0 -k 'good or moon'")
    assert result.stdout.splitlines()[-1] == "2 passed, 0 failed, 0 skipped"


@pytest.mark.parametrize("marker", ["looks", "once"])
def test_what_does_not_depend_on_the_database_runs_on_one_of_two(run_tests, marker):
    result = run_tests(f"import pytest\n\n@pytest.mark.{marker}\ndef test_colour(): pass\n")
    assert result.returncode == 0, result.stdout
    assert result.stdout.splitlines()[-1] == "1 passed, 0 failed, 0 skipped"
