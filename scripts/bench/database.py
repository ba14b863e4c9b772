"""The processes of the PostgreSQL that a site uses, on this machine."""

import psycopg

from bench.processes import parent_of


def server_of(url: str) -> int:
    """The number of the process that all connections are children of."""
    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT pg_backend_pid()").fetchone()
        assert found  # noqa: S101
        return parent_of(found[0])
