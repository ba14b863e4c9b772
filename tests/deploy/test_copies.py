"""The commands of docs/deployment.md that keep copies and put them back, on the PostgreSQL under test."""

import os
import re
import secrets
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from scripts.temporary_postgres import HOW_TO_GET_IT, find_binaries
from tests.scripts.served_site import PROJECT_DIR, Site, drop_database

pytestmark = pytest.mark.looks  # on PostgreSQL alone, as a server has it
OF_THE_MACHINE = ("systemctl ", "chown ")
FACTS = """
SELECT (SELECT count(*) FROM wagtailcore_page), (SELECT sum(token) FROM publishing_contentchange),
       (SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'content_change_%'),
       (SELECT count(*) FROM search_searchentry)
"""


def commands() -> tuple[str, str]:
    """Those that make copies, and those that put them back."""
    text = (PROJECT_DIR / "docs" / "deployment.md").read_text()
    section = text.partition("## Keeping copies")[2].partition("\n## ")[0]
    making, putting_back = re.findall("```sh\n(.*?)```", section, re.DOTALL)
    return making, putting_back


def test_copies_can_be_made_and_put_back(prepared_site: Site, tmp_path: Path):
    original, binaries = prepared_site.environment.get("DATABASE_URL"), find_binaries()
    if original is None or binaries is None:
        pytest.skip(f"not on PostgreSQL, or without its programs ({HOW_TO_GET_IT})")
    name = f"copies_{secrets.token_hex(4)}"  # never the database of a real site
    server = os.environ["TEST_DATABASE_URL"]
    address = urlsplit(server)
    url = f"{server.rsplit('/', 1)[0]}/{name}"
    environment = os.environ | {
        "PATH": f"{binaries}:{os.environ['PATH']}",
        "PGHOST": address.hostname or "",
        "PGPORT": str(address.port or 5432),
        "PGUSER": address.username or "",
        "PGPASSWORD": address.password or "",
    }
    data, copies = tmp_path / "data", tmp_path / "copies"
    copies.mkdir()
    shutil.copytree(prepared_site.data_dir / "media", data / "media")
    pictures = {path.relative_to(data) for path in data.rglob("*") if path.is_file()}

    def run(block: str) -> None:
        lines = [line for line in block.splitlines() if not line.startswith(OF_THE_MACHINE)]
        script = "\n".join(lines).replace("sudo -u postgres ", "")
        script = script.replace("/var/lib/nginx/psoas-release", str(tmp_path / "nginx"))
        script = script.replace("/var/lib/psoas-release", str(data))
        script = re.sub(r"(?<=[ =])psoas-release(?=\s|$)", name, script, flags=re.MULTILINE)
        said = subprocess.run(
            ["sh", "-e", "-c", script], cwd=copies, env=environment, capture_output=True, text=True
        )
        assert (said.returncode, said.stderr) == (0, "")

    def facts() -> object:
        with psycopg.connect(url) as connection:
            return connection.execute(FACTS).fetchone()

    making, putting_back = commands()
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name}".encode())
        template = original.rsplit("/", 1)[1]
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
    try:
        before = facts()
        run(making)
        with psycopg.connect(url) as connection:
            connection.execute("DELETE FROM publishing_contentchange")
        shutil.rmtree(data / "media")
        run(putting_back)
        assert facts() == before
        with psycopg.connect(url) as connection:
            owners = connection.execute(
                "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
        assert owners == [(name,)]
    finally:
        drop_database(url)
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP ROLE {name}".encode())
    assert {path.relative_to(data) for path in data.rglob("*") if path.is_file()} == pictures
