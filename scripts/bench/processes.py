"""What processes cost, from Linux's own books in /proc."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

PROC = Path("/proc")


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
