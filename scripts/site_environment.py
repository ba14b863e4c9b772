"""Makes a plain Python process able to use the site: path, variables, secret and database."""

import os
import secrets
import sys
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parents[1]


def port() -> int:
    """The port of `PORT` (default 8000); ends the process with a sentence when it is not one."""
    value = os.environ.get("PORT") or "8000"
    if not value.isdecimal() or not 0 < int(value) < 65536:
        sys.exit(f"PORT={value} is not a port: choose a number from 1024 to 65535, such as 8001.")
    return int(value)


def start_django() -> None:
    """Sets what is not set yet and loads Django; ends with a sentence when it cannot."""
    sys.path.insert(0, str(PROJECT_DIR / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
    here = f"http://127.0.0.1:{port()}"
    os.environ["SITE_URL"] = os.environ.get("SITE_URL") or here

    import django
    from django.core.exceptions import ImproperlyConfigured

    from config import environment

    try:
        _provide_secret_key(environment.data_dir())
        django.setup()
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(
            f"{error.filename or environment.data_dir()} cannot be used ({error.strerror}): "
            "make it writable for you, or set DATA_DIR to another folder."
        )
    _reach_database()


def _provide_secret_key(data_dir: Path) -> None:
    """Generates the secret once, readable by its owner alone, and puts it in `SECRET_KEY`."""
    data_dir.mkdir(parents=True, exist_ok=True)
    if os.environ.get("SECRET_KEY"):
        return
    path = data_dir / "secret_key"
    if not path.exists():
        # Linked into place when complete, so that two first starts agree on one secret.
        fresh = data_dir / f"secret_key.{os.getpid()}"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    os.environ["SECRET_KEY"] = path.read_text().strip()


def _reach_database() -> None:
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError as error:
        settings = connection.settings_dict
        reason = str(error).strip().splitlines()[0]
        if connection.vendor == "sqlite":
            sys.exit(
                f"The database {settings['NAME']} cannot be opened ({reason}): "
                "make that file and its folder writable for you."
            )
        place = f"{settings['HOST'] or 'localhost'}:{settings['PORT'] or 5432}"
        sys.exit(
            f"The database “{settings['NAME']}” at {place} cannot be reached ({reason}): "
            "start it or correct DATABASE_URL, or leave DATABASE_URL out to use SQLite."
        )
