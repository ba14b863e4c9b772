"""Compiles the catalogues with polib, so that running the site needs no GNU gettext."""

import os
import sys
from pathlib import Path

LOCALE_DIR = Path(__file__).resolve().parents[1] / "locale"


def compile_catalogues(locale_dir: Path = LOCALE_DIR) -> list[Path]:
    """Writes a `.mo` beside each `.po` that is newer than it.

    Returns the files written; raises OSError naming the line when a catalogue cannot be read.
    """
    written = []
    for source in sorted(locale_dir.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
            continue
        import polib  # costs a tenth of a second, and usually nothing is to be done

        # Replaced in one step: a server or another test process may be reading it.
        fresh = target.with_suffix(f".{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(fresh))
        os.replace(fresh, target)
        written.append(target)
    return written


if __name__ == "__main__":
    try:
        compile_catalogues()
    except OSError as error:
        sys.exit(f"A catalogue cannot be read ({error}): correct that line of the .po file.")
