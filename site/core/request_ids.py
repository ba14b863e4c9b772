"""The id of a request: in the answer, in the log and in a problem document, so that one leads to the other."""

import logging
import os
import re
from typing import Any

HEADER = "X-Request-ID"
WELL_FORMED = re.compile(r"[A-Za-z0-9._-]{8,64}")


def request_id(given: str | None) -> str:
    """What a front end calls its request, if that is fit to be written into a log; else a new id."""
    return given if given and WELL_FORMED.fullmatch(given) else os.urandom(16).hex()


class RequestIdFormatter(logging.Formatter):
    """Ends the first line of a log entry on a request to the API with its id; a traceback follows on the next."""

    def formatMessage(self, record: Any) -> str:  # noqa: N802 (logging's own name)
        line = super().formatMessage(record)
        known = getattr(getattr(record, "request", None), "request_id", "")
        return f"{line} (request {known})" if known else line
