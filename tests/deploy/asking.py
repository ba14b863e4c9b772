"""Asking a deployed site as a client does that shows everything: no redirects followed, nothing decompressed."""

import http.client
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

from scripts.deployed_site import DeployedSite


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(
    site: DeployedSite,
    path: str,
    *,
    at: str = "",
    method: str = "GET",
    body: bytes | None = None,
    **headers: str,
) -> Answer:
    """What is answered through nginx, or at the address `at`; `accept_encoding=…` is the header Accept-Encoding."""
    address = urlsplit(at or site.url)
    assert address.hostname
    if address.scheme == "https":
        context = ssl.create_default_context(cafile=str(site.certificate))
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(
            address.hostname, address.port, timeout=30, context=context
        )
    else:
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
    try:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, given)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()
