"""`run_periodic_jobs`: the loop that runs beside the server."""

import os
import signal
from argparse import ArgumentParser
from queue import Empty, SimpleQueue
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from publishing.periodic import run_due_jobs

STEP_SECONDS = 1


class Command(BaseCommand):
    help = (
        "Publishes scheduled pages, makes the sizes of pictures, draws those of the site, sends webhooks, deletes "
        "expired messages, and does whatever else is due, until it is told to stop or the process that started it ends."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="Do what is due now, and end (for cron)."
        )

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            run_due_jobs(timezone.now(), wait=True)
            return
        # A SimpleQueue may be filled from a signal handler, and ends the waiting at once.
        stops: SimpleQueue[int] = SimpleQueue()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda received, frame: stops.put(received))
        parent = os.getppid()
        while os.getppid() == parent:
            close_old_connections()
            run_due_jobs(timezone.now())
            try:
                stops.get(timeout=STEP_SECONDS)
            except Empty:
                continue
            return
