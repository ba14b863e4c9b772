"""The background worker beside the server: a fork of the process that has loaded the site, made anew where it ends.

As a process that loads the site itself it would need four times the memory.
"""

import threading
from multiprocessing import Pipe, get_context
from multiprocessing.connection import wait

from child_process import begin_fork

NAME = "background"
SECONDS_TO_FINISH = 5  # what a job gets when the server stops
SECONDS_BETWEEN_STARTS = 5


class BackgroundWorker:
    """Runs the loop of timed work (`manage.py run_periodic_jobs`)."""

    def __init__(self) -> None:
        self._stopped, self._stop = Pipe(duplex=False)
        # Its thread stays as long as the server: Linux would end the fork of one that is gone.
        self._thread = threading.Thread(target=self._keep_running, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Returns when the worker has ended; what it was doing may take its time, but not for ever."""
        self._stop.send(None)
        if self._thread.ident:
            self._thread.join()

    def _keep_running(self) -> None:
        while True:
            process = get_context("fork").Process(target=_run)
            process.start()
            wait([process.sentinel, self._stopped])
            if not process.is_alive() and not self._stopped.poll(SECONDS_BETWEEN_STARTS):
                continue
            process.terminate()
            process.join(SECONDS_TO_FINISH)
            process.kill()
            process.join()
            return


def _run() -> None:
    from django.core.management import call_command

    begin_fork(NAME)
    call_command("run_periodic_jobs")
