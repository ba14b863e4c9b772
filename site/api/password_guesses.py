"""How often one client may be wrong about the password of a page.

Counted as requests are (`rate_limit.py`), of each restriction by itself: whoever guesses gains nothing by asking for
the pages below. Always, also where requests have no limit. Who is over it is refused with the right password too.
"""

import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import PageViewRestriction

from api.rate_limit import RequestCounter, client_of
from publishing.periodic import periodic

MOST = 10  # wrong ones in a window
WINDOW = 600  # seconds


def seconds_to_wait(request: HttpRequest, asking: Iterable[PageViewRestriction]) -> int:
    """0 if the client may try a password of one of these, else when it may again."""
    now, counter = time.time(), _counter_in(settings.DATA_DIR)
    made = max(counter.made(_guesser(request, each), now) for each in asking)
    return counter.seconds_left(now) if made >= MOST else 0


def count_wrong(request: HttpRequest, asking: Iterable[PageViewRestriction]) -> None:
    """Notes that the password was none of these."""
    now, counter = time.time(), _counter_in(settings.DATA_DIR)
    for each in asking:
        counter.count(_guesser(request, each), now)


@periodic(minutes=1)
def forget_guesses() -> None:
    """Overwrites what is of an earlier window, also where nobody guesses any more."""
    _counter_in(settings.DATA_DIR).forget(time.time())


@cache
def _counter_in(folder: Path) -> RequestCounter:
    return RequestCounter(Path(folder) / "wrong_passwords", WINDOW)


def _guesser(request: HttpRequest, restriction: PageViewRestriction) -> bytes:
    return client_of(request) + b"/%d" % restriction.pk
