"""Where the browser of the end-to-end tests is; nothing is ever downloaded."""

import functools
import os
import shutil
import subprocess

HOW_TO_GET_IT = (
    "`sudo apt-get install chromium` on Debian, `sudo snap install chromium` on Ubuntu, "
    "or set CHROMIUM to one you have"
)
NAMES = ("chromium", "chromium-browser", "google-chrome")


@functools.cache
def find_chromium() -> str | None:
    """The path of a Chromium that starts, from `CHROMIUM` or else from `PATH`; None without one."""
    chosen = os.environ.get("CHROMIUM")
    for name in (chosen,) if chosen else NAMES:
        path = shutil.which(name)
        if path and _starts(path):
            return path
    return None


def _starts(path: str) -> bool:
    # Ubuntu's `chromium-browser` may be a stub that only says where to get one.
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
