import os
import subprocess
import sys
import time

import pytest
from bench.processes import cpu_seconds, parent_of, ticks_of
from deployed_site import with_children

STAT = "7 (a (b) c) S 1 7 7 0 -1 4194304 100 200 0 0 11 22 33 44 20 0 4 0 500 1000 30"
BUSY = "import time\nwhile time.process_time() < 0.2: pass\nprint(flush=True)\ninput()"


def test_ticks_are_those_of_the_process_and_of_its_ended_children_whatever_its_name():
    assert ticks_of(STAT) == 11 + 22 + 33 + 44


@pytest.fixture
def family():
    """A shell and its child, which has used 0.2 s of processor time and now waits."""
    command = ["sh", "-c", f"'{sys.executable}' -c \"$0\"; read line", BUSY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as shell:
        shell.stdout.readline()
        yield shell
        shell.kill()


def test_family_is_counted_together(family):
    shell, child = with_children(family.pid)
    assert shell == family.pid
    assert parent_of(child) == shell
    assert parent_of(shell) == os.getpid()
    assert cpu_seconds([shell, child]) >= 0.15


def test_what_an_ended_child_has_taken_stays_with_its_parent(family):
    family.stdin.write(b"\n")
    family.stdin.flush()
    while with_children(family.pid) != [family.pid]:
        time.sleep(0.01)
    assert cpu_seconds([family.pid]) >= 0.15
