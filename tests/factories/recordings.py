"""Recordings as a phone and a computer make them, built in memory; nothing is to be heard."""

import struct

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument

# MPEG-1 layer III, 128 kbit/s, 44.1 kHz, mono: 417 bytes hold 1152 samples.
_FRAME = bytes([0xFF, 0xFB, 0x90, 0xC4]) + bytes(413)
FRAMES_PER_SECOND = 44_100 / 1152


def mp3(seconds: float = 120) -> bytes:
    return _FRAME * round(seconds * FRAMES_PER_SECOND)


def m4a(seconds: int = 180) -> bytes:
    """An MPEG-4 file with a header that says how long it is."""
    head = _atom(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 1000, seconds * 1000) + bytes(80))
    return _atom(b"ftyp", b"M4A \0\0\0\0M4A mp42isom") + _atom(b"moov", head) + _atom(b"mdat", b"")


def _atom(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + name + content


def make_recording(name: str = "adem.mp3", content: bytes | None = None) -> AbstractDocument:
    recording = get_document_model()(title="Adem")
    recording.file.save(name, ContentFile(mp3(60) if content is None else content), save=True)
    return recording
