"""On what was measured: the machine, and the versions of everything that took part."""

import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from find_nginx import find_nginx
from temporary_postgres import find_binaries


def describe() -> list[tuple[str, str]]:
    """Each fact with its name."""
    cpus, names = processors(Path("/proc/cpuinfo").read_text())
    return [
        ("date", f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"),
        ("processor", f"{cpus} × {names}"),
        ("memory", f"{total_memory(Path('/proc/meminfo').read_text()):.1f} GB"),
        ("kernel", f"{platform.system()} {platform.release()}"),
        ("Python", platform.python_version()),
        *((name, version(name.lower())) for name in ("Django", "Wagtail")),
        ("application server", f"Granian {version('granian')}"),
        ("nginx", said(find_nginx() or "nginx", "-v").rpartition("/")[2]),
        ("PostgreSQL", said(str((find_binaries() or Path()) / "postgres"), "--version").split()[2]),
        ("wrk", said("wrk", "-v").split()[1].removeprefix("debian/")),
    ]


def processors(cpuinfo: str) -> tuple[int, str]:
    """How many, and of which model (the architecture where the kernel names none)."""
    facts = [line.partition(":") for line in cpuinfo.splitlines()]
    models = {value.strip() for name, _colon, value in facts if name.strip() == "model name"}
    count = sum(name.strip() == "processor" for name, _colon, _value in facts)
    return count, ", ".join(sorted(models)) or platform.machine()


def total_memory(meminfo: str) -> float:
    """In GB of 10^9 bytes."""
    [line] = [line for line in meminfo.splitlines() if line.startswith("MemTotal:")]
    return int(line.split()[1]) * 1024 / 1e9


def said(*command: str) -> str:
    """The first line that it prints, wherever; some end with an error and still say their version."""
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return ran.stdout.partition("\n")[0]
