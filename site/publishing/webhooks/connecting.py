"""A connection that no receiver keeps open beyond a deadline, and to no address but a checked one.

The timeouts of HTTP libraries begin anew with every byte and every address of a name, and none covers the look-up of
the name. Here one deadline bounds it all: the look-up, each address that is tried, TLS, the request and the answer.
"""

import io
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.client import HTTPConnection, HTTPSConnection
from queue import Empty, SimpleQueue
from typing import Any

from requests.certs import where

from publishing.webhooks.addresses import is_loopback, may_reach

CONNECT_SECONDS = 5  # for each address of a host
MOST_BYTES = 65_536  # of an answer, with its headers


class RefusedAddressError(Exception):
    """The name of the host leads to an address where nothing is sent."""


class UntrustedError(Exception):
    """There is no TLS, or none that can be trusted."""


class Deadline:
    """`seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds, more than none. Raises TimeoutError once it is over."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


@contextmanager
def connected(
    host: str, port: int, is_secret: bool, deadline: Deadline
) -> Iterator[HTTPConnection]:
    """A connection ready for one request, by TLS if `is_secret`.

    It raises TimeoutError when the deadline is over, also while it is used; RefusedAddressError before any packet is
    sent; UntrustedError; and OSError for whatever else goes wrong.
    """
    found = _connect(_checked(_look_up(host, port, deadline), is_secret), deadline)
    try:
        if is_secret:
            found = _with_tls(found, host, deadline)
        connection = (HTTPSConnection if is_secret else HTTPConnection)(host, port)
        connection.auto_open = 0  # never another one than this
        connection.sock = _TimedSocket(found, deadline)
        yield connection
    finally:
        found.close()


def _look_up(host: str, port: int, deadline: Deadline) -> list[Any]:
    """What `getaddrinfo` says, which knows no timeout: the thread that asks is left behind if need be."""
    answers: SimpleQueue[list[Any] | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except Exception as error:  # raised below, where somebody listens
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=deadline.left())
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _checked(found: list[Any], is_secret: bool) -> list[Any]:
    """One address that is refused is enough: nobody learns anything about what is there."""
    for *_kind, address in found:
        if not may_reach(address[0]) or not (is_secret or is_loopback(address[0])):
            raise RefusedAddressError(address[0])
    return found


def _connect(found: list[Any], deadline: Deadline) -> socket.socket:
    """To the first address that answers; raises what the last one met with."""
    problem: OSError = OSError("no address")
    for family, kind, protocol, _name, address in found:
        opened = socket.socket(family, kind, protocol)
        try:
            opened.settimeout(min(CONNECT_SECONDS, deadline.left()))
            opened.connect(address)
            return opened
        except OSError as error:
            opened.close()
            problem = error
    raise problem


@cache
def _context() -> ssl.SSLContext:
    """Trusts the authorities that `requests` does, on every machine the same."""
    context = ssl.create_default_context(cafile=where())
    context.set_alpn_protocols(["http/1.1"])
    return context


def _with_tls(opened: socket.socket, host: str, deadline: Deadline) -> ssl.SSLSocket:
    opened.settimeout(deadline.left())  # for the whole handshake
    try:
        return _context().wrap_socket(opened, server_hostname=host.rstrip("."))
    except ssl.SSLError as error:
        raise UntrustedError from error


class _TimedSocket:
    """As much of a socket as `http.client` uses, with what is left of the time for each call."""

    def __init__(self, opened: socket.socket, deadline: Deadline) -> None:
        self._opened, self._deadline = opened, deadline

    def sendall(self, content: bytes) -> None:
        rest = memoryview(content)
        while rest:
            self._opened.settimeout(self._deadline.left())
            rest = rest[self._opened.send(rest) :]

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reading(self._opened, self._deadline))

    def close(self) -> None:
        """Left to whoever opened it: `http.client` closes it while the answer is still read."""


class _Reading(io.RawIOBase):
    """What comes in: in time, and no more than `MOST_BYTES`."""

    def __init__(self, opened: socket.socket, deadline: Deadline) -> None:
        self._opened, self._deadline, self._read = opened, deadline, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._read >= MOST_BYTES:
            raise OSError("a longer answer than is read")
        self._opened.settimeout(self._deadline.left())
        count = self._opened.recv_into(buffer)
        self._read += count
        return count
