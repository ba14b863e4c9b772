"""The files in which answers are kept where there is no Redis."""

import os
from contextlib import suppress
from typing import Any

from django.core.cache.backends.filebased import FileBasedCache

MOST_BYTES = 512 * 1024 * 1024
LEFT = 2 / 3  # of what there may be, where there was too much
WRITTEN_BETWEEN = 100  # answers of one thread, until the files are looked at again


class AnswerFiles(FileBasedCache):
    """Django's, within a number of bytes too, and with the oldest removed first: answers of other code are among them.

    Django lists all files for each that it writes; with some ten thousand that takes longer than making a page.
    """

    def __init__(self, dir: str, params: dict[str, Any]) -> None:
        super().__init__(dir, params)
        self._written = 0

    def _cull(self) -> None:
        self._written += 1
        if self._written % WRITTEN_BETWEEN != 1:
            return
        files = self._oldest_first()
        number, size = len(files), sum(each for _moment, each, _path in files)
        if number < self._max_entries and size < MOST_BYTES:
            return
        for _moment, each, path in files:
            if number <= self._max_entries * LEFT and size <= MOST_BYTES * LEFT:
                return
            self._delete(path)  # type: ignore[attr-defined]
            number, size = number - 1, size - each

    def _oldest_first(self) -> list[tuple[float, int, str]]:
        """When each was written, its size in bytes, and its path."""
        found = []
        with os.scandir(self._dir) as entries:  # type: ignore[attr-defined]
            for entry in entries:
                if entry.name.endswith(self.cache_suffix):
                    with suppress(FileNotFoundError):  # another process removed it
                        about = entry.stat()
                        found.append((about.st_mtime, about.st_size, entry.path))
        return sorted(found)
