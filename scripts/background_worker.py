"""The background worker beside the server: a fork of the process that has loaded the site, made anew where it ends.

As a process that loads the site itself it would need four times the memory.
"""

import threading
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

from child_process import begin_fork

NAME = "background"
SECONDS_TO_FINISH = 5  # what a job gets when the server stops
SECONDS_BETWEEN_STARTS = 5


class BackgroundWorker:
    """Runs the loop of timed work (`manage.py run_periodic_jobs`)."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._lock, self._stopping = threading.Lock(), threading.Event()
        # Its thread stays as long as the server: Linux would end the fork of one that is gone.
        self._thread = threading.Thread(target=self._keep_running, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Returns when the worker has ended; what it was doing may take its time, but not for ever."""
        with self._lock:
            self._stopping.set()
        if self._process is None:
            return
        self._process.terminate()
        self._thread.join(SECONDS_TO_FINISH)
        self._process.kill()
        self._thread.join()

    def _keep_running(self) -> None:
        while True:
            with self._lock:
                if self._stopping.is_set():
                    return
                self._process = get_context("fork").Process(target=_run)
                self._process.start()
            self._process.join()
            self._stopping.wait(SECONDS_BETWEEN_STARTS)


def _run() -> None:
    from django.core.management import call_command

    begin_fork(NAME)
    call_command("run_periodic_jobs")
