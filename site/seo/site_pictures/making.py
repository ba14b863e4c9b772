"""Has the pictures drawn that are wanted and not there, within a second or so of a change, and deletes the others."""

import logging
from datetime import datetime, timedelta

from django.utils import timezone

from publishing import generation
from publishing.periodic import periodic
from seo.site_pictures import files

logger = logging.getLogger(__name__)

REST = timedelta(minutes=5)  # after a storage or the database has failed

_looked_at = ""  # the state of the content whose pictures were all there
_rests_until: datetime | None = None


def may_lack() -> bool:
    """Whether a picture may be lacking: content has changed, or a failure has rested. One query at most."""
    if _rests_until is not None:
        return timezone.now() >= _rests_until
    return generation.current() != _looked_at


@periodic(seconds=1, beside=True, gives_way=True, reason=may_lack)
def draw_pictures() -> None:
    """Makes the files those that are wanted; begins anew in the next turn if content changes meanwhile.

    A picture that cannot be drawn is logged, and left out until then. Raises what the storage raises.
    """
    global _looked_at, _rests_until
    _rests_until = timezone.now() + REST  # unless nothing fails
    state, there = generation.current(), files.stored()
    wanted = {files.file_name(name, look): (name, look) for name, look in files.wanted()}
    for name, look in (picture for key, picture in wanted.items() if key not in there):
        try:
            picture = files.draw(name, look)
        except Exception:  # Pillow may raise anything
            logger.exception("The picture %s could not be drawn: %s", name, look)
            continue
        files.write(name, look, picture)
        if generation.current() != state:
            _rests_until = None
            return
    if generation.current() == state:  # so what is wanted now is not among those
        for superfluous in there - wanted.keys():
            files.delete(superfluous)
        _looked_at = state
    _rests_until = None
