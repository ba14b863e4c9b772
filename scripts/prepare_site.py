"""Brings the site's data up to date before it is served; safe to repeat, quick without changes.

`make develop` runs it as a program, with the settings for development; `serve.py` calls it.
"""

import hashlib
import inspect
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from admin_account import announce, make_first_account
from compile_catalogues import compile_catalogues
from site_environment import start_django


def prepare_site() -> None:
    """Loads Django, migrates, collects, fills what is empty; ends with a sentence if it cannot."""
    try:
        compile_catalogues()
    except OSError as error:
        sys.exit(f"A catalogue cannot be read or written ({error}): correct it, then try again.")
    start_django()

    from django.core.management import call_command

    from seo.site_pictures.making import draw_pictures
    from starter.loading import is_empty
    from starter.words import load_words

    if _migrate():
        load_words()  # a site from before it had lists of words
        call_command("update_index", verbosity=0)  # and from before the admin could search them
        call_command("rebuild_search_index", stdout=io.StringIO())  # and before visitors could
    _collect_static_files()
    quiet = io.StringIO()  # most of the time these have nothing to tell
    call_command("ensure_practitioner_group", stdout=quiet)
    if is_empty():
        print("Making the starter pages and their pictures ...", flush=True)
        call_command("load_starter_content", stdout=quiet)
        draw_pictures()
    call_command("ensure_site_address", stdout=quiet)
    password = make_first_account()
    if password:
        announce(password)


def _migrate() -> bool:
    """Returns whether there was anything to bring up to date."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    print("Bringing the database up to date ...", flush=True)
    call_command("migrate", interactive=False, verbosity=0)
    return True


def _collect_static_files() -> None:
    """Collects into STATIC_ROOT, unless every source file is what it was the last time."""
    from django.conf import settings
    from django.contrib.staticfiles.storage import staticfiles_storage
    from django.core.management import call_command

    if settings.DEBUG:  # then files are served from where they are
        return
    stamp = Path(settings.DATA_DIR) / "static.stamp"
    digest = hashlib.sha256("\n".join(_static_sources()).encode()).hexdigest()
    complete = staticfiles_storage.exists("staticfiles.json") and stamp.exists()
    if complete and stamp.read_text() == digest:
        return
    print("Building the static files ...", flush=True)
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(digest)


def _static_sources() -> Iterator[str]:
    """Path, size and time of every file that decides what is collected, storage code included."""
    from django.contrib.staticfiles.finders import get_finders
    from django.contrib.staticfiles.storage import staticfiles_storage

    paths = [inspect.getfile(staticfiles_storage.__class__)]
    for finder in get_finders():
        paths += [source.path(name) for name, source in finder.list([])]
    for path in sorted(paths):
        facts = os.stat(path)
        yield f"{path} {facts.st_size} {facts.st_mtime_ns}"


if __name__ == "__main__":
    prepare_site()
