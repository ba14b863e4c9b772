"""An answer as it is kept: its headers, and its body in each form that a client may take."""

import gzip
import hashlib
import time
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import brotli
from django.utils.http import parse_etags, parse_http_date_safe

from core.compression import COMPRESSIBLE
from core.request_ids import HEADER as REQUEST_ID
from core.request_ids import request_id

Headers = list[tuple[str, str]]

KEPT_FOR = 24 * 3600  # seconds, for when the database is away
HOUR = 3600  # seconds; what changes with time alone is found out at each full hour
LARGEST = 512 * 1024  # bytes
SMALLEST_COMPRESSED = 200  # bytes, as Django has it
MICROCACHE = "X-Accel-Expires"  # how long a server in front may keep an answer (nginx)
PUBLIC = "public, no-cache"  # may be kept by browsers and proxies, which ask each time whether it still holds
VARIES_BY = {"accept", "accept-encoding", "authorization", "origin"}
# Of a single answer, not of what is kept.
OWN = {"content-length", "content-encoding", "set-cookie", "date", "connection", REQUEST_ID.lower()}
OF_NOT_MODIFIED = (
    *("etag", "cache-control", "vary", "expires", "last-modified"),
    "access-control-",  # else a page of another site could not read that it has it
)
AROUND = 4096  # bytes that an answer takes besides its bodies, about


@dataclass(slots=True)
class Answer:
    """What is kept of a 200: `forms` has the body by its content coding, `""` for none.

    `state` is that of the content it was made from, `made` is in seconds since the epoch.
    """

    state: str
    made: float
    headers: Headers
    forms: dict[str, bytes]
    etag: str
    has_id: bool
    last_modified: int | None = None
    ready: dict[str, Headers] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return sum(map(len, self.forms.values())) + AROUND

    def holds(self, state: str, now: float) -> bool:
        return self.state == state and self.made // HOUR == now // HOUR

    def is_good(self, now: float) -> bool:
        """Whether it may be given where nobody can say if it still holds."""
        return now - self.made < KEPT_FOR

    def reply(self, environ: dict[str, Any]) -> tuple[str, Headers, bytes]:
        """Status, headers and body for this request."""
        coding = best_coding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if coding not in self.forms:
            coding = ""
        if self._is_known(environ):
            status, headers, body = "304 Not Modified", self.ready["304"], b""
        else:
            status, headers, body = "200 OK", self.ready[coding], self.forms[coding]
        # Until this second of the clock is over: nginx, which counts in whole ones, takes `1` for almost two.
        headers = [*headers, (MICROCACHE, f"@{int(time.time())}")]
        if self.has_id:
            headers.append((REQUEST_ID, request_id(environ.get("HTTP_X_REQUEST_ID"))))
        return status, headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else body

    def _is_known(self, environ: dict[str, Any]) -> bool:
        """Whether the client has it already (RFC 9110, 13.1)."""
        if (tags := environ.get("HTTP_IF_NONE_MATCH")) is not None:
            opaque = self.etag.removeprefix("W/")
            known = [tag.removeprefix("W/") for tag in parse_etags(tags)]
            return opaque in known or known == ["*"]
        since = environ.get("HTTP_IF_MODIFIED_SINCE")
        if since is None or self.last_modified is None:
            return False
        moment = parse_http_date_safe(since)
        return moment is not None and self.last_modified <= moment


def kept(status: str, headers: Headers, body: bytes, state: str, now: float) -> Answer | None:
    """The answer to keep, made of one to a single client; None for what is not everybody's.

    `now`: when it was begun, in seconds since the epoch.
    """
    known = {name.lower(): value for name, value in headers}
    control, vary = known.get("cache-control", ""), known.get("vary", "")
    if (
        not status.startswith("200 ")
        or "set-cookie" in known
        or known.get("content-encoding", "gzip") != "gzip"
        or "no-store" in control
        or "private" in control
        or not {name.strip().lower() for name in vary.split(",") if name.strip()} <= VARIES_BY
        or len(body) > LARGEST
    ):
        return None
    if "content-encoding" in known:
        body = gzip.decompress(body)
    etag = known.get("etag") or f'W/"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
    common = [(name, value) for name, value in headers if name.lower() not in OWN | {"etag"}]
    if "cache-control" not in known:
        common.append(("Cache-Control", PUBLIC))
    forms = {"": body}
    if known.get("content-type", "").startswith(COMPRESSIBLE) and len(body) >= SMALLEST_COMPRESSED:
        forms["gzip"] = gzip.compress(body, 6, mtime=0)
        forms["br"] = brotli.compress(body, quality=5)
        etag = f"W/{etag.removeprefix('W/')}"  # of more than one form (RFC 9110, 8.8.3)
        if "accept-encoding" not in vary.lower():
            _add_to_vary(common, "Accept-Encoding")
    common.append(("ETag", etag))
    modified = known.get("last-modified")
    answer = Answer(
        state=state,
        made=now,
        headers=common,
        forms=forms,
        etag=etag,
        has_id=REQUEST_ID.lower() in known,
        last_modified=parse_http_date_safe(modified) if modified else None,
    )
    _make_ready(answer)
    return answer


def _make_ready(answer: Answer) -> None:
    for coding, body in answer.forms.items():
        own = [("Content-Length", str(len(body)))]
        if coding:
            own.append(("Content-Encoding", coding))
        answer.ready[coding] = answer.headers + own
    answer.ready["304"] = [
        (name, value) for name, value in answer.headers if name.lower().startswith(OF_NOT_MODIFIED)
    ]


def _add_to_vary(headers: Headers, name: str) -> None:
    for place, (each, value) in enumerate(headers):
        if each.lower() == "vary":
            headers[place] = (each, f"{value}, {name}")
            return
    headers.append(("Vary", name))


@lru_cache(maxsize=256)
def best_coding(accepted: str) -> str:
    """The content coding to use for an `Accept-Encoding`: `br`, `gzip`, or `""` for none (RFC 9110, 12.5.3)."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        coding, _semicolon, parameter = part.partition(";")
        name, _equals, value = parameter.partition("=")
        try:
            weights[coding.strip()] = float(value) if name.strip() == "q" else 1.0
        except ValueError:
            weights[coding.strip()] = 0.0
    any_other = weights.get("*", 0.0)
    coding = max(
        ("br", "gzip"), key=lambda name: weights.get(name, any_other)
    )  # the first of equals
    weight = weights.get(coding, any_other)
    return coding if weight > 0 and weight >= weights.get("identity", 0.0) else ""
