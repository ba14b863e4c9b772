"""Where content and answers are kept, by environment variables; as `environment.py` does for all else.

Every function returns a ready value or raises `ImproperlyConfigured` with a sentence that says what to set.
"""

import os
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from config.environment import data_dir


def database() -> dict:
    """`DATABASE_URL`: `postgres://user:password@host/name`, or nothing for SQLite in the data directory."""
    if os.environ.get("DATABASE_URL"):
        return _postgresql("DATABASE_URL")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": data_dir() / "db.sqlite3",
        "CONN_MAX_AGE": 60,  # opening it takes longer than most of what is asked of it
        "OPTIONS": {
            # Writers wait for each other instead of failing; readers never wait.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def test_database() -> dict:
    """`TEST_DATABASE_URL`: a PostgreSQL whose user may create databases, or nothing for SQLite in memory."""
    if os.environ.get("TEST_DATABASE_URL"):
        return _postgresql("TEST_DATABASE_URL") | {"CONN_MAX_AGE": 0}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}


def _postgresql(variable: str) -> dict:
    try:
        settings: dict[str, Any] = dict(
            dj_database_url.parse(os.environ[variable], conn_max_age=60, conn_health_checks=True)
        )
    except (ValueError, KeyError, dj_database_url.ParseError):
        settings = {}
    if settings.get("ENGINE") != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            f"{variable} cannot be used; write it as postgres://user:password@host:5432/name, "
            "or unset it to use SQLite."
        )
    # Who asks a database that hangs, or is out of reach, is told so within seconds.
    limits: dict[str, Any] = {"connect_timeout": 3, "tcp_user_timeout": 5_000}
    settings["OPTIONS"] = limits | settings.get("OPTIONS", {})
    return settings


def caches() -> dict[str, dict]:
    """`CACHE_URL`: `redis://host:6379/0` (or `rediss:`) where several machines serve the site; else files in the data
    directory.

    `default` has what Wagtail and the pages keep, `responses` what visitors were answered.
    """
    url = os.environ.get("CACHE_URL")
    if not url:
        folder = data_dir() / "cache"
        # Django's limit of 300 would soon push out what is still of use.
        kinds = {
            "default": ("django.core.cache.backends.filebased.FileBasedCache", 3_000),
            "responses": ("publishing.response_cache.files.AnswerFiles", 12_000),
        }
        return {
            name: {
                "BACKEND": backend,
                "LOCATION": folder / name,
                "OPTIONS": {"MAX_ENTRIES": number},
            }
            for name, (backend, number) in kinds.items()
        }
    try:
        parts = urlsplit(url)
        is_redis = parts.scheme in ("redis", "rediss") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_redis = False
    if not is_redis:
        raise ImproperlyConfigured(
            f"CACHE_URL is “{url}”; write it as redis://user:password@host:6379/0, or unset it to keep files."
        )
    if find_spec("redis") is None:
        raise ImproperlyConfigured(
            "CACHE_URL names a Redis or Valkey server, and the package to speak to it is not there: "
            "pip install redis, or unset CACHE_URL."
        )
    return {
        name: {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": url,
            "KEY_PREFIX": name,
            "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},  # seconds
        }
        for name in ("default", "responses")
    }


def keeps_responses() -> bool:
    """`RESPONSE_CACHE`: `on` (default) or `off`, to measure what an answer costs that nobody has kept."""
    wish = os.environ.get("RESPONSE_CACHE") or "on"
    if wish not in ("on", "off"):
        raise ImproperlyConfigured(
            f"RESPONSE_CACHE is “{wish}”; set it to on, or to off to have each answer made anew."
        )
    return wish == "on"
