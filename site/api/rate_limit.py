"""How many requests one client may make in a minute, whichever process answers them.

The counts of the running minute stand in a small file that all processes of this machine map into memory: a request
costs some microseconds, and no query. Nothing of a client is in it. Its address, with the secret key and a number
drawn for that minute, decides which two of the file's places are counted up; the lower of the two is its count, so that
clients rarely stand in each other's light. When the minute is over, the number and the counts are overwritten.

Ninja's own throttles keep a list of moments by address in Django's cache, which counts nothing reliably between
processes here and would write a file for each request.
"""

import fcntl
import hashlib
import ipaddress
import mmap
import os
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest

from publishing.periodic import periodic

WINDOW = 60  # seconds
PLACES = 65_536
HEAD = struct.Struct("<Q16s")  # the number of the minute, and what was drawn for it
COUNT = struct.Struct("<I")
SIZE = HEAD.size + 2 * PLACES * COUNT.size


class RequestCounter:
    """The counts of one file, of a window of so many seconds; for all threads and processes."""

    def __init__(self, path: Path, window: int = WINDOW) -> None:
        self.window = window
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        os.ftruncate(self._file, SIZE)
        self._counts = mmap.mmap(self._file, SIZE)
        self._lock = threading.Lock()  # a lock on a file knows processes only

    def count(self, client: bytes, now: float) -> int:
        """Counts one request more; returns how many this client has made in this window."""
        with self._locked():
            salt = self._turn_to(now)
            return min([self._add(place) for place in _places(client, salt)])

    def made(self, client: bytes, now: float) -> int:
        """How many this client has made in this window, without one more."""
        with self._locked():
            salt = self._turn_to(now)
            return min(self._made(place) for place in _places(client, salt))

    def forget(self, now: float) -> None:
        """Overwrites what is of an earlier window."""
        with self._locked():
            self._turn_to(now)

    def seconds_left(self, now: float) -> int:
        """Until the next window."""
        return self.window - int(now % self.window)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self._lock:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)

    def _turn_to(self, now: float) -> bytes:
        window = int(now // self.window)
        counted, salt = HEAD.unpack_from(self._counts)
        if counted != window:
            salt = os.urandom(16)
            self._counts[:] = HEAD.pack(window, salt) + bytes(SIZE - HEAD.size)
        return bytes(salt)

    def _made(self, place: int) -> int:
        return int(COUNT.unpack_from(self._counts, HEAD.size + place * COUNT.size)[0])

    def _add(self, place: int) -> int:
        count = self._made(place) + 1
        COUNT.pack_into(self._counts, HEAD.size + place * COUNT.size, count)
        return count


def _places(client: bytes, salt: bytes) -> tuple[int, int]:
    """One in each half of the counts."""
    key = hashlib.sha256(settings.SECRET_KEY.encode()).digest()
    digest = hashlib.blake2b(client, digest_size=4, key=key, salt=salt).digest()
    return int.from_bytes(digest[:2], "big"), PLACES + int.from_bytes(digest[2:], "big")


@cache
def counter_in(folder: Path) -> RequestCounter:
    return RequestCounter(Path(folder) / "api_requests")


def seconds_to_wait(request: HttpRequest) -> int:
    """Counts this request; 0 if it may be answered, else when its client may come again."""
    limit = settings.API_RATE_LIMIT
    if limit is None:
        return 0
    now = time.time()
    counter = counter_in(settings.DATA_DIR)
    return counter.seconds_left(now) if counter.count(client_of(request), now) > limit else 0


def client_of(request: HttpRequest) -> bytes:
    """Who asks, as far as a limit must know: an IPv4 address, or the network of an IPv6 address.

    A proxy in front says it in the header that the settings name, the last of several; else it is who connects.
    """
    header = settings.CLIENT_ADDRESS_HEADER
    told = request.headers.get(header, "").rpartition(",")[2].strip() if header else ""
    text = told or request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return b""  # a socket of this machine: one client
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return mapped.packed if mapped else address.packed[:8]  # a /64, what one household has
    return address.packed


@periodic(minutes=1)
def forget_clients() -> None:
    """Overwrites the counts of the last minute with requests, also where no further request comes."""
    if settings.API_RATE_LIMIT is not None:
        counter_in(settings.DATA_DIR).forget(time.time())
