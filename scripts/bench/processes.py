"""What processes cost, from Linux's own books in /proc."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

PROC = Path("/proc")


def with_children(*roots: int) -> list[int]:
    """These processes and all that descend from them; without those that have ended."""
    found = []
    for number in roots:
        if (PROC / str(number)).exists():
            found.append(number)
        for children in (PROC / str(number) / "task").glob("*/children"):
            with contextlib.suppress(OSError):
                found += with_children(*map(int, children.read_text().split()))
    return found


def parent_of(number: int) -> int:
    """The process that started this one; OSError where it has ended."""
    return int(_fields((PROC / str(number) / "stat").read_text())[1])


def cpu_seconds(numbers: Iterable[int]) -> float:
    """Processor time that these processes have taken so far, with that of children that have ended."""
    ticks = 0
    for number in numbers:
        with contextlib.suppress(OSError):
            ticks += ticks_of((PROC / str(number) / "stat").read_text())
    return ticks / os.sysconf("SC_CLK_TCK")


def ticks_of(stat: str) -> int:
    """utime + stime + cutime + cstime of a line of /proc/PID/stat, whose second field may hold anything."""
    return sum(map(int, _fields(stat)[11:15]))


def _fields(stat: str) -> list[str]:
    return stat.rpartition(")")[2].split()


def proportional_set_size(numbers: Iterable[int]) -> int:
    """Memory of these processes in bytes; what processes share is counted once, divided among them."""
    total = 0
    for number in numbers:
        with contextlib.suppress(OSError):
            total += pss_of((PROC / str(number) / "smaps_rollup").read_text())
    return total


def pss_of(rollup: str) -> int:
    """The `Pss` of a /proc/PID/smaps_rollup, in bytes; KeyError without one."""
    sizes = dict(line.split(":", 1) for line in rollup.splitlines() if ":" in line)
    return int(sizes["Pss"].split()[0]) * 1024
