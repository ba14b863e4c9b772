import subprocess
import sys

import psycopg
import pytest

from scripts.temporary_postgres import HOW_TO_GET_IT, find_binaries, temporary_postgres
from tests.scripts.served_site import PROJECT_DIR

pytestmark = pytest.mark.skipif(
    find_binaries() is None, reason=f"PostgreSQL is not installed ({HOW_TO_GET_IT})"
)
SCRIPT = PROJECT_DIR / "scripts" / "temporary_postgres.py"


def test_database_is_there_in_utf8_and_gone_afterwards():
    with temporary_postgres(find_binaries()) as url, psycopg.connect(url) as connection:
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_failure_of_what_uses_it_is_not_taken_for_its_own():
    with pytest.raises(subprocess.CalledProcessError), temporary_postgres(find_binaries()):
        subprocess.run(["false"], check=True)


def test_command_gets_the_address_and_gives_its_exit_code():
    code = "import os, sys; sys.exit(7 if os.environ['TEST_DATABASE_URL'] else 1)"
    result = subprocess.run([sys.executable, SCRIPT, "--", sys.executable, "-c", code])
    assert result.returncode == 7


def test_terminated_command_takes_the_database_along():
    code = "import os, time; print(os.environ['TEST_DATABASE_URL'], flush=True); time.sleep(60)"
    process = subprocess.Popen(
        [sys.executable, SCRIPT, "--", sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        url = process.stdout.readline().strip()
        psycopg.connect(url).close()
        process.terminate()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
