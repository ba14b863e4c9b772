"""Finds the segment that each entry of a file is about, and decides what is to be done with it."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

import polib
from django.utils.translation import gettext as _
from wagtail_localize.models import String

from translations.po.file_format import (
    EXPORTED_AT_HEADER,
    UPSTREAM_EXPORTED_AT_HEADER,
    UPSTREAM_HEADER,
    VERSION,
    VERSION_HEADER,
    SegmentName,
    plain,
)
from translations.po.reading import PoError, RefusedFileError

EXCERPT = 60


@dataclass(frozen=True)
class NamedEntry:
    """An entry of a file and the segment that it names."""

    entry: polib.POEntry
    name: SegmentName

    @property
    def text(self) -> str:
        return plain(self.entry.msgstr)

    @property
    def is_fuzzy(self) -> bool:
        return self.entry.fuzzy

    def error(self, reason: str) -> PoError:
        return entry_error(self.entry, reason)


@dataclass(frozen=True)
class PoContent:
    """What a file holds. `is_upstream` tells a file of wagtail-localize's own; those do not mark what needs work."""

    entries: list[NamedEntry]
    language: str
    exported_at: datetime.datetime
    is_upstream: bool

    @property
    def translations(self) -> set[uuid.UUID]:
        return {entry.name.translation for entry in self.entries}


def entry_error(entry: polib.POEntry, reason: str) -> PoError:
    """An error with the line on which the entry begins, its comments included, and the beginning of its Dutch."""
    text = " ".join(entry.msgid.split())
    excerpt = text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"
    return PoError(reason, entry.linenum or 1, excerpt)


def content_of(po: polib.POFile) -> PoContent:
    """Names the segment of every entry. Raises RefusedFileError with all that cannot be named."""
    is_upstream = VERSION_HEADER not in po.metadata and UPSTREAM_HEADER in po.metadata
    try:
        upstream = uuid.UUID(po.metadata[UPSTREAM_HEADER]) if is_upstream else None
        exported_at = datetime.datetime.fromisoformat(
            po.metadata[UPSTREAM_EXPORTED_AT_HEADER if is_upstream else EXPORTED_AT_HEADER]
        )
        if exported_at.tzinfo is None:
            raise ValueError(exported_at)
        if not is_upstream and po.metadata[VERSION_HEADER] != VERSION:
            raise ValueError(po.metadata[VERSION_HEADER])
    except (KeyError, ValueError) as error:
        reason = _(
            "The header of the file (its first lines) is not one that this site wrote. "
            "Use a file that was downloaded here, and leave its header as it is."
        )
        raise RefusedFileError([PoError(reason, 1)]) from error

    entries: list[NamedEntry] = []
    errors: list[PoError] = []
    for entry in po:
        if entry.obsolete:
            continue
        if entry.msgid_plural or entry.msgstr_plural:
            errors.append(entry_error(entry, _("Texts of this site have no plural forms.")))
            continue
        name = _name(entry, upstream)
        if name is None:
            errors.append(entry_error(entry, unknown_reason()))
        else:
            entries.append(NamedEntry(entry, name))
    entries, repeated = _without_repeated(entries, is_upstream)
    errors += repeated
    if errors:
        raise RefusedFileError(sorted(errors, key=lambda error: error.line or 0))
    if not entries:
        raise RefusedFileError([PoError(_("There are no texts in the file."))])
    return PoContent(entries, po.metadata.get("Language", ""), exported_at, is_upstream)


def unknown_reason() -> str:
    return _(
        "This site does not know this text: its msgctxt is not one that was downloaded here. "
        "Leave msgctxt as it is."
    )


def _name(entry: polib.POEntry, upstream: uuid.UUID | None) -> SegmentName | None:
    try:
        if upstream is not None:
            return SegmentName(upstream, entry.msgctxt or "", String._get_data_hash(entry.msgid))
        return SegmentName.parse(entry.msgctxt or "")
    except ValueError:
        return None


def _without_repeated(
    entries: Iterable[NamedEntry], is_upstream: bool
) -> tuple[list[NamedEntry], list[PoError]]:
    """Each segment once. wagtail-localize writes one several times; that is an error only where the texts differ."""
    kept: dict[SegmentName, NamedEntry] = {}
    errors = []
    for entry in entries:
        first = kept.setdefault(entry.name, entry)
        if first is entry:
            continue
        if is_upstream and (not first.text or not entry.text or first.text == entry.text):
            kept[entry.name] = first if first.text else entry
            continue
        reason = _(
            "The same text stands in the file twice, on line %(line)s too. Keep one of them."
        )
        errors.append(entry.error(reason % {"line": first.entry.linenum}))
    return list(kept.values()), errors
