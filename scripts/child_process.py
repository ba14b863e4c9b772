"""What every fork of the serving process does first."""

import ctypes
import signal

PR_SET_PDEATHSIG, PR_SET_NAME = 1, 15


def end_with_parent() -> None:
    """Linux ends this process even when its parent is killed without a chance to do it itself."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def begin_fork(name: str) -> None:
    """Names it as `ps -o comm` shows; a closed terminal is the parent's to handle, other signals its own."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(
            number, signal.SIG_DFL
        )  # the parent's handlers would only be told to stop the parent
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(PR_SET_NAME, name.encode())
    end_with_parent()
