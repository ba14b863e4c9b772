"""What counts as a recording, and how long one is."""

import math
from pathlib import PurePath

from django.core.files.base import File
from tinytag import TinyTag, TinyTagException

# What every browser plays, a phone's voice memo among them, with the type it is sent as.
RECORDING_TYPES = {"mp3": "audio/mpeg", "m4a": "audio/mp4"}


def is_recording(name: str) -> bool:
    """Whether a file of this name is a recording, by its extension."""
    return PurePath(name).suffix.lower().removeprefix(".") in RECORDING_TYPES


def minutes_of(file: File, name: str) -> int:
    """How long a recording is, in whole minutes, at least 1; 0 where its contents are no sound, or are gone."""
    try:
        file.open()
        seconds = TinyTag.get(filename=name, file_obj=file, tags=False).duration  # type: ignore[arg-type]
    except (TinyTagException, OSError, ValueError, LookupError, ArithmeticError):
        seconds = None
    if not file.closed:
        file.seek(0)
    return max(1, round(seconds / 60)) if seconds and math.isfinite(seconds) else 0
