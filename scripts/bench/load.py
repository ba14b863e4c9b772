"""Asks a server as often as it can answer for a few seconds, with wrk, and says how that went."""

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass

HOW_TO_GET_IT = "sudo apt-get install wrk"
CONNECTIONS = 16
THREADS = 2  # one would be the bottleneck where nginx answers from memory
MARK = "RESULT "
# wrk calls this once, after the last answer, so that it costs nothing while it asks.
REPORT = f"""
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('{MARK}{{"requests": %d, "microseconds": %d, "bytes": %d, "faults": %d, ' ..
    '"p50": %d, "p99": %d}}\\n', summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
"""


@dataclass(frozen=True)
class Load:
    """What came of one run: times in seconds, bytes with headers."""

    requests: int
    seconds: float
    p50: float
    p99: float
    bytes_each: float


def wrk(url: str, seconds: int, headers: dict[str, str]) -> Load:
    """Asks for one address over 16 connections; RuntimeError where an answer failed."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(REPORT)
        script.flush()
        command = ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout=20s"]
        command += ["-s", script.name]
        command += [f"-H{name}: {value}" for name, value in headers.items()]
        ran = subprocess.run(
            [*command, url],
            capture_output=True,
            text=True,
            preexec_fn=_go_before_others,  # this process has one thread
        )
    return read_report(ran.stdout + ran.stderr, url)


def _go_before_others() -> None:
    """Has wrk run as soon as it has anything to do, where the account may decide that (sched(7)).

    On a machine whose processors are all busy it waits for one itself, now and then for a tenth of a second, and would
    call that the time that an answer took.
    """
    with contextlib.suppress(PermissionError):
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))


def read_report(output: str, url: str) -> Load:
    """What wrk printed, as a `Load`; RuntimeError where an answer failed or there was none."""
    lines = [line for line in output.splitlines() if line.startswith(MARK)]
    if not lines:
        raise RuntimeError(f"wrk said nothing of {url}:\n{output}")
    found = json.loads(lines[-1].removeprefix(MARK))
    if found["faults"] or not found["requests"]:
        raise RuntimeError(f"{found['faults']} of {found['requests']} answers of {url} failed.")
    return Load(
        requests=found["requests"],
        seconds=found["microseconds"] / 1e6,
        p50=found["p50"] / 1e6,
        p99=found["p99"] / 1e6,
        bytes_each=found["bytes"] / found["requests"],
    )


def is_missing() -> bool:
    return shutil.which("wrk") is None
