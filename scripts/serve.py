"""`make run`: prepares the site and serves it from this same process, until Ctrl-C.

One process imports Django once, so that a second start takes seconds; the workers are its forks.
"""

import errno
import os
import socket
import sys

from application_server import HOST, give_memory_of_pictures_back, serve
from prepare_site import prepare_site
from site_environment import PROJECT_DIR, port


def require_free_port(number: int) -> None:
    """Ends the process with a sentence when nothing can be served on this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, number))
        except OSError as error:
            reason = (
                "is taken" if error.errno == errno.EADDRINUSE else f"refused ({error.strerror})"
            )
            other = number + 1 if 1024 <= number < 65535 else 8000
            sys.exit(
                f"Port {number} {reason}: stop what uses it (perhaps this site, running already), "
                f"or choose another with `make run PORT={other}`."
            )


def announce_site() -> None:
    from django.conf import settings

    address = f"http://{HOST}:{port()}"
    if address != settings.SITE_URL:
        print(f"Listening on {address}, as {settings.SITE_URL}.")
    print(
        "The site is running.",
        f"  Dutch:    {settings.SITE_URL}/",
        f"  English:  {settings.SITE_URL}/en/",
        f"  Admin:    {settings.SITE_URL}/admin/  (log in as `admin`; "
        "lost the password? `make admin` makes a new one)",
        "Ctrl-C stops it; `make run` starts it again with everything you wrote.",
        sep="\n",
        flush=True,
    )


if __name__ == "__main__":
    os.chdir(PROJECT_DIR)
    give_memory_of_pictures_back()
    try:
        require_free_port(port())
        prepare_site()
    except KeyboardInterrupt:
        sys.exit("\nStopped before the site was ready: `make run` goes on where this ended.")
    serve(port(), when_ready=announce_site)
