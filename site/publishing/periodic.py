"""Work that has to be done now and then, whether or not anybody visits."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.core.management import call_command

logger = logging.getLogger(__name__)

JobFunction = TypeVar("JobFunction", bound=Callable[..., object])


@dataclass
class Job:
    """A function that is called without arguments, at most once in every `interval`."""

    function: Callable[..., object]
    interval: timedelta
    last_started: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        return self.last_started is None or now - self.last_started >= self.interval


_jobs: list[Job] = []


def periodic(*, minutes: int) -> Callable[[JobFunction], JobFunction]:
    """Registers the decorated function as a job; its app imports the module in `ready()`."""

    def register(function: JobFunction) -> JobFunction:
        _jobs.append(Job(function, timedelta(minutes=minutes)))
        return function

    return register


def run_due_jobs(now: datetime) -> None:
    """Runs what is due at `now`.

    A job that fails is logged, stops no other, and has its next turn as usual.
    """
    for job in _jobs:
        if job.is_due(now):
            job.last_started = now
            try:
                job.function()
            except Exception:
                logger.exception("The periodic job %s failed.", job.function.__qualname__)


@periodic(minutes=1)
def publish_scheduled_pages() -> None:
    """Publishes and withdraws pages whose moment has come."""
    call_command("publish_scheduled")
