"""Work that has to be done now and then, whether or not anybody visits."""

import logging
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.core.management import call_command
from django.db import close_old_connections, connections

logger = logging.getLogger(__name__)

NICENESS = 10  # of 19; a tenth of what others get of a busy processor

JobFunction = TypeVar("JobFunction", bound=Callable[..., object])


@dataclass
class Job:
    """A function that is called without arguments, at most once in every `interval`.

    One that runs `beside` the others, in a thread of its own, holds up none of them however long it takes; one that
    `gives_way` there leaves the processor to whoever else wants it, such as visitors. One with a `reason` runs only if
    that, asked before each turn, says there is anything to do.
    """

    function: Callable[..., object]
    interval: timedelta
    beside: bool = False
    gives_way: bool = False
    reason: Callable[[], bool] | None = None
    last_started: datetime | None = None
    thread: threading.Thread | None = None

    def is_due(self, now: datetime) -> bool:
        if self.thread is not None and self.thread.is_alive():
            return False
        if self.last_started is None:
            return True
        # A clock that was put back would else hold it up for as long.
        return not timedelta() <= now - self.last_started < self.interval

    def run(self) -> None:
        """A failure is logged."""
        try:
            self.function()
        except Exception:
            logger.exception("The periodic job %s failed.", self.function.__qualname__)

    def has_reason(self) -> bool:
        """A failure to tell is logged, and is none."""
        try:
            return self.reason is None or self.reason()
        except Exception:
            logger.exception("Whether %s has to run is not known.", self.function.__qualname__)
            return False

    def start(self) -> None:
        self.thread = threading.Thread(target=self._run_in_thread, daemon=True)
        self.thread.start()

    def _run_in_thread(self) -> None:
        close_old_connections()
        if self.gives_way:
            with suppress(OSError):  # only Linux knows the niceness of a thread
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
        try:
            self.run()
        finally:
            connections.close_all()  # those of this thread


_jobs: list[Job] = []


def periodic(
    *,
    minutes: int = 0,
    seconds: int = 0,
    beside: bool = False,
    gives_way: bool = False,
    reason: Callable[[], bool] | None = None,
) -> Callable[[JobFunction], JobFunction]:
    """Registers the decorated function as a job; its app imports the module in `ready()`."""

    def register(function: JobFunction) -> JobFunction:
        interval = timedelta(minutes=minutes, seconds=seconds)
        _jobs.append(Job(function, interval, beside, gives_way, reason))
        return function

    return register


def run_due_jobs(now: datetime, *, wait: bool = False) -> None:
    """Runs what is due at `now`, and waits for what runs beside it if asked to.

    A job that fails is logged, stops no other, and has its next turn as usual.
    """
    for job in _jobs:
        if job.is_due(now):
            job.last_started = now
            if not job.has_reason():
                continue
            if job.beside and not wait:
                job.start()
            else:
                job.run()


@periodic(minutes=1)
def publish_scheduled_pages() -> None:
    """Publishes and withdraws pages whose moment has come."""
    call_command("publish_scheduled")
