"""Parts of a file, by which a player jumps to a place; an iPhone plays nothing that comes without.

After RFC 9110, section 14 (https://www.rfc-editor.org/rfc/rfc9110#name-range-requests): one range is answered; who asks
for several gets all of the file.
"""

import re
from collections.abc import Iterator
from http import HTTPStatus

from django.core.files.base import File
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse

CHUNK = 64 * 1024  # bytes
# No file is as large as 18 digits say, and Python reads no number of thousands.
RANGE = re.compile(r"bytes=(?P<first>\d{0,18})-(?P<last>\d{0,18})", re.ASCII)


def asked_for(header: str, size: int) -> range | None:
    """The bytes that a `Range` header asks for of a file of `size` bytes; empty where there are none such.

    None where the header is to be ignored, and all of the file sent.
    """
    found = RANGE.fullmatch(header.replace(" ", ""))
    if found is None or found["first"] == found["last"] == "":
        return None
    if not found["first"]:
        return range(max(0, size - int(found["last"])), size)
    first, last = int(found["first"]), int(found["last"] or size)
    if last < first:
        return None
    return range(first, min(last + 1, size))


def with_ranges(request: HttpRequest, answer: HttpResponseBase, file: File) -> HttpResponseBase:
    """The answer with all of `file`, made into the part that the request asks for.

    The same answer all the way: to close another one would tell Django that the request is over.
    """
    size = file.size
    answer.headers["Accept-Ranges"] = "bytes"
    part = None
    condition = request.headers.get("If-Range")
    if condition in (None, answer.headers.get("ETag"), answer.headers.get("Last-Modified")):
        part = asked_for(request.headers.get("Range", ""), size)
    if part is None or request.method != "GET" or not isinstance(answer, StreamingHttpResponse):
        return answer
    answer.headers["Content-Length"] = str(len(part))
    answer.streaming_content = _bytes(file, part)
    if part:
        answer.status_code = HTTPStatus.PARTIAL_CONTENT
        answer.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    else:
        answer.status_code = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        answer.headers["Content-Range"] = f"bytes */{size}"
    return answer


def _bytes(file: File, part: range) -> Iterator[bytes]:
    with file.open() as opened:
        opened.seek(part.start)
        left = len(part)
        while left and (chunk := opened.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
