"""The HTTP server of the application, the same for `make run` and on a server: Granian, with workers that share memory.

The application is loaded once, before the workers are forked from the process that has it.
"""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from background_worker import BackgroundWorker
from child_process import begin_fork

HOST = "127.0.0.1"
WORKERS = 2
THREADS = 4  # of each worker; each holds a connection to the database
SECONDS_TO_FINISH = 5  # what a request gets when the server stops
SECRETS = (
    "SECRET_KEY",
    "DATABASE_URL",
    "EMAIL_URL",
    "CACHE_URL",
    "DEEPL_AUTH_KEY",
    "LIBRETRANSLATE_API_KEY",
    "CLOUDFLARE_API_TOKEN",
    "AWS_SECRET_ACCESS_KEY",
)
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
LARGE = 1024 * 1024  # bytes
# A page makes tens of thousands of objects, hardly any of them in circles: looking for those took a tenth of its time.
OBJECTS_BEFORE_COLLECTING = (10_000, 10, 10)
IDLE_SECONDS = 600  # the most it takes; a thread that ends takes its connection along


def give_memory_of_pictures_back() -> None:
    """Has glibc return a large piece of memory as soon as it is free (mallopt(3)).

    Left alone, it learns from the first picture to keep pieces of that size, in each thread: 130 MB after a few.
    """
    libc = ctypes.CDLL(None)
    libc.mallopt(M_MMAP_THRESHOLD, LARGE)
    libc.mallopt(M_TRIM_THRESHOLD, LARGE)


def load_application() -> Any:
    """The WSGI application, with everything loaded that its first request would wait for."""
    from django.conf import settings
    from django.db import connections

    from config.wsgi import application

    import_module(settings.ROOT_URLCONF)
    connections.close_all()  # a connection shared between processes breaks
    return application


def serve(port: int, when_ready: Callable[[], None]) -> None:
    """Serves until it is told to stop, with the background worker beside it; never returns."""
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.log import LogLevels

    application = load_application()
    background = BackgroundWorker()
    survives_hangup = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN  # as under nohup
    multiprocessing.set_start_method("fork")
    server = Granian(
        "config.wsgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        workers=WORKERS,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=IDLE_SECONDS,
        respawn_failed_workers=True,
        # Without it, a worker that is told to stop while it starts is waited for for ever.
        workers_kill_timeout=SECONDS_TO_FINISH,
        log_level=LogLevels.warning,
    )

    @server.on_startup
    def before_workers() -> None:
        # Granian takes a closed terminal (SIGHUP) for `reload`, and would keep the port for ever.
        stop = signal.SIG_IGN if survives_hangup else server.signal_handler_interrupt
        signal.signal(signal.SIGHUP, stop)
        when_ready()
        gc.collect()
        ctypes.CDLL(None).malloc_trim(0)  # what preparing the site took
        gc.freeze()  # collecting it again would write to memory that the workers share
        gc.set_threshold(*OBJECTS_BEFORE_COLLECTING)
        background.start()

    def in_worker() -> Any:
        begin_fork("worker")
        for name in SECRETS:  # the settings have them; Granian gives what is left to every request
            os.environ.pop(name, None)
        return application

    code: Any = 0
    try:
        server.serve(target_loader=in_worker, wrap_loader=False)
    except SystemExit as end:
        code = end.code
    finally:
        background.stop()
    # Python would take seconds to take all of Django down, and Ctrl-C would feel stuck.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1)
