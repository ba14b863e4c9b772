"""`make messages`: gathers every text a person sees into the catalogues.

`--check` changes nothing and fails when the catalogues are not what gathering gives, or when a
Dutch text is missing or only guessed. Needs GNU gettext, which running the site does not.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

PROJECT_DIR = Path(__file__).resolve().parents[1]
LANGUAGES = ("nl", "en")
IGNORED = (".venv", "node_modules", "var", "tests", "scripts", "docs")


def catalogue(project: Path, language: str) -> Path:
    return project / "locale" / language / "LC_MESSAGES" / "django.po"


def gather() -> None:
    """Updates the catalogues of the project this script is in, in place."""
    sys.path.insert(0, str(PROJECT_DIR / "site"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
    os.chdir(PROJECT_DIR)
    import django
    from django.core.management import call_command
    from django.core.management.commands.makemessages import Command

    class Gather(Command):
        # A guessed translation is a wrong one that nobody notices.
        msgmerge_options = [*Command.msgmerge_options, "--no-fuzzy-matching"]

    django.setup()
    call_command(
        Gather(),
        locale=list(LANGUAGES),
        ignore_patterns=list(IGNORED),
        add_location="file",
        no_obsolete=True,
        verbosity=0,
    )
    for language in LANGUAGES:
        path = catalogue(PROJECT_DIR, language)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        # The moment of gathering would be a difference each time.
        path.write_text(
            "".join(line for line in lines if "POT-Creation-Date" not in line), encoding="utf-8"
        )


def entries(path: Path) -> dict[tuple[str | None, str, str], list[str]]:
    """The texts of a catalogue, each with the files it is in.

    Line breaks and flags stay out: versions of gettext differ in them.
    """
    if not path.exists():
        return {}
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): sorted(
            {name for name, _ in entry.occurrences}
        )
        for entry in polib.pofile(str(path))
    }


def differences() -> list[str]:
    """What is wrong with the catalogues, one sentence each."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("site", "locale", "scripts"):
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(PROJECT_DIR / name, copy / name, ignore=ignore)
        subprocess.run([sys.executable, copy / "scripts" / "messages.py"], check=True)
        found = []
        for language in LANGUAGES:
            here, there = (
                entries(catalogue(PROJECT_DIR, language)),
                entries(catalogue(copy, language)),
            )
            found += [
                f"{language}: “{key[1]}” is not in the catalogue" for key in there.keys() - here
            ]
            found += [f"{language}: “{key[1]}” is not used any more" for key in here.keys() - there]
            found += [
                f"{language}: “{key[1]}” is now in {', '.join(there[key])}"
                for key in here.keys() & there
                if here[key] != there[key]
            ]
    dutch = polib.pofile(str(catalogue(PROJECT_DIR, "nl")))
    found += [f"nl: “{entry.msgid}” has no Dutch" for entry in dutch.untranslated_entries()]
    found += [f"nl: “{entry.msgid}” is fuzzy" for entry in dutch.fuzzy_entries()]
    return found


def main() -> None:
    if not (shutil.which("xgettext") and shutil.which("msgmerge")):
        sys.exit("GNU gettext is needed to gather texts: run `sudo apt-get install gettext`.")
    if "--check" not in sys.argv[1:]:
        gather()
    elif found := differences():
        print(*sorted(found), sep="\n")
        sys.exit(
            "The catalogues have drifted: run `make messages`, then write the Dutch that lacks."
        )


if __name__ == "__main__":
    main()
