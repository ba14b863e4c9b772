"""The one place that reads environment variables.

Every function returns a ready value or raises `ImproperlyConfigured` with a sentence that says what to set.
"""

import os
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

PROJECT_DIR = Path(__file__).resolve().parents[2]


def data_dir() -> Path:
    """`DATA_DIR`: where the embedded database, uploads and collected static files live (default `var/`)."""
    return Path(os.environ.get("DATA_DIR") or PROJECT_DIR / "var").resolve()


def secret_key() -> str:
    """`SECRET_KEY`: at least 32 characters, kept secret; raises without it."""
    key = os.environ.get("SECRET_KEY", "")
    if len(key) < 32:
        raise ImproperlyConfigured(
            "Set SECRET_KEY to a secret of at least 32 random characters; "
            "`make run` makes one and keeps it in the data directory."
        )
    return key


def site_url() -> str:
    """`SITE_URL`: scheme and host visitors use, without a path, e.g. `https://www.example.nl`."""
    url = os.environ.get("SITE_URL") or "http://127.0.0.1:8000"
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise ImproperlyConfigured(
            f"SITE_URL is “{url}”; set it to the site's address without a path, "
            "such as https://www.example.nl."
        )
    return f"{parts.scheme}://{parts.netloc}"


def database(variable: str = "DATABASE_URL") -> dict:
    """`DATABASE_URL`: `postgres://user:password@host/name`, or nothing for SQLite in the data directory."""
    url = os.environ.get(variable) or f"sqlite:///{data_dir() / 'db.sqlite3'}"
    try:
        settings = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    except (ValueError, KeyError, dj_database_url.ParseError) as error:
        raise ImproperlyConfigured(
            f"{variable} cannot be read; write it as postgres://user:password@host:5432/name, "
            "or unset it to use SQLite."
        ) from error
    if "sqlite" in settings["ENGINE"]:
        settings["OPTIONS"] = {
            # Writers wait for each other instead of failing; readers never wait.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    return dict(settings)


def email() -> dict:
    """`EMAIL_URL`: `smtp://user:password@host:587/?tls=1` (or `ssl=1`); without it mail goes to the console."""
    url = os.environ.get("EMAIL_URL")
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    try:
        port = parts.port or 25
    except ValueError:
        port = 0
    if parts.scheme != "smtp" or not parts.hostname or not port:
        raise ImproperlyConfigured(
            "EMAIL_URL cannot be read; write it as smtp://user:password@host:587/?tls=1."
        )
    query = parse_qs(parts.query)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": query.get("tls") == ["1"],
        "EMAIL_USE_SSL": query.get("ssl") == ["1"],
        "EMAIL_TIMEOUT": 10,
    }


def sender() -> str:
    """`EMAIL_FROM`: the address mail is sent from (default `noreply@` the site's host)."""
    host = (urlsplit(site_url()).hostname or "localhost").removeprefix("www.")
    address = os.environ.get("EMAIL_FROM") or f"noreply@{host}"
    if "@" not in parseaddr(address)[1]:
        raise ImproperlyConfigured(f"EMAIL_FROM is “{address}”; set it to an e-mail address.")
    return address
