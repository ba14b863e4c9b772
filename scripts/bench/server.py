"""A server that runs as long as it is measured."""

import contextlib
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from deployed_site import with_children
from served_site import SECONDS_TO_STOP
from temporary_postgres import stop_with_parent


class Server:
    """A process in a folder, and those that it starts; what they print is in its file `output`."""

    def __init__(
        self, command: list[str], folder: Path, url: str, environment: dict[str, str] | None = None
    ) -> None:
        self.url = url
        self.log = folder / "output"
        with self.log.open("w") as log:
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is this process's to handle
                preexec_fn=stop_with_parent,
            )

    def wait_for(self, path: str, seconds: float) -> None:
        """Returns when this path is answered; RuntimeError, with what was printed, if it never is."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._process.poll() is None:
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                urllib.request.urlopen(self.url + path, timeout=30).close()  # noqa: S310
                return
            time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"{self.url}{path} is not answered:\n{self.log.read_text()}")

    def processes(self) -> list[int]:
        return with_children(self._process.pid)

    def stop(self) -> None:
        """Ends it; nothing where it has ended."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()
