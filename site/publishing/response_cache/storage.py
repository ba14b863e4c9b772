"""Where answers are kept: in each process for speed, and in a cache of Django's that all processes share."""

import hashlib
import logging
import threading
from collections import OrderedDict

from django.core.cache import caches

from publishing.code_version import code_version
from publishing.response_cache.answers import KEPT_FOR, Answer

ALIAS = "responses"
MOST_BYTES = 16 * 1024 * 1024  # in one process

logger = logging.getLogger(__name__)


class CacheAwayError(Exception):
    """Nobody can say what other processes have kept."""


class Storage:
    """The newest answer for each key."""

    def __init__(self) -> None:
        self._near: OrderedDict[str, Answer] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def near(self, key: str) -> Answer | None:
        """What this process has; costs no more than a look."""
        return self._near.get(key)

    def far(self, key: str) -> Answer | None:
        """What any process has kept; from then on this one has it too. Raises CacheAwayError."""
        try:
            answer = caches[ALIAS].get(_name(key))
        except Exception as error:  # any: whatever is wrong with a cache, visitors get their page
            logger.warning("The cache of responses cannot be read: %s", error)
            raise CacheAwayError from error
        if answer is not None:
            self._put_near(key, answer)
        return answer

    def put(self, key: str, answer: Answer) -> None:
        self._put_near(key, answer)
        try:
            caches[ALIAS].set(_name(key), answer, KEPT_FOR)
        except Exception as error:
            logger.warning("The cache of responses cannot be written: %s", error)

    def drop(self, key: str) -> None:
        """What is no longer there for visitors is not good, however recent."""
        with self._lock:
            self._take_near(key)
        try:
            caches[ALIAS].delete(_name(key))
        except Exception as error:
            logger.warning("The cache of responses cannot be written: %s", error)

    def _put_near(self, key: str, answer: Answer) -> None:
        with self._lock:
            self._take_near(key)
            self._near[key] = answer
            self._bytes += answer.size
            while self._bytes > MOST_BYTES:
                _oldest, dropped = self._near.popitem(last=False)
                self._bytes -= dropped.size

    def _take_near(self, key: str) -> None:
        if (known := self._near.pop(key, None)) is not None:
            self._bytes -= known.size


def _name(key: str) -> str:
    """Other code makes other answers."""
    return hashlib.blake2b(f"{code_version()}\0{key}".encode(), digest_size=16).hexdigest()
