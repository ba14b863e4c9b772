"""Makes the PO file that a translator outside works in."""

import re
from collections.abc import Iterable

import polib
from django.conf import settings
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Locale

from translations.models import GlossaryTerm
from translations.places import Place, Places
from translations.po.file_format import (
    EXPORTED_AT_HEADER,
    SOURCE_LANGUAGE_HEADER,
    VERSION,
    VERSION_HEADER,
    plain,
)
from translations.po.segments import PoSegment


def make_po(segments: Iterable[PoSegment], locale: Locale) -> polib.POFile:
    """A file with one entry for each segment, with its text in `locale` as far as there is one.

    A text that needs work is marked as fuzzy; gettext's word for the Dutch that it was made for is `previous_msgid`.
    """
    now = timezone.now()
    po = polib.POFile(wrapwidth=100)
    po.metadata = {
        "Project-Id-Version": settings.WAGTAIL_SITE_NAME,
        "POT-Creation-Date": now.strftime("%Y-%m-%d %H:%M%z"),
        "PO-Revision-Date": now.strftime("%Y-%m-%d %H:%M%z"),
        "Language": locale.language_code.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        SOURCE_LANGUAGE_HEADER: settings.LANGUAGE_CODE,
        VERSION_HEADER: VERSION,
        EXPORTED_AT_HEADER: now.isoformat(),
    }
    glossary = Glossary()
    places: dict[int, Places] = {}
    for segment in segments:
        source = segment.translation.source
        place = places.setdefault(source.pk, Places(source)).find(segment.segment.context.path)
        po.append(_entry(segment, place, glossary))
    return po


def _entry(segment: PoSegment, place: Place, glossary: "Glossary") -> polib.POEntry:
    dutch = segment.segment.string.data
    text, before = plain(segment.text), segment.dutch_before
    entry = polib.POEntry(
        msgctxt=str(segment.name), msgid=plain(dutch), msgstr=text, flags=[], occurrences=[]
    )
    if text and not segment.is_done:
        entry.flags.append("fuzzy")
        entry.previous_msgid = plain(before) if before else None
    comments = [
        _("Page: %(title)s") % {"title": segment.translation.source.object_repr},
        _("Place: %(place)s") % {"place": place},
        *glossary.comments(dutch),
    ]
    if place.max_length:
        comments.append(_("At most %(number)s characters") % {"number": place.max_length})
    if segment.is_unseen_machine_text:
        comments.append(_("Translated by a machine; please check"))
    # A line break would end the comment.
    entry.comment = "\n".join(" ".join(comment.split()) for comment in comments)
    return entry


class Glossary:
    """The terms with a fixed translation, read once."""

    def __init__(self) -> None:
        self.terms = [
            (re.compile(rf"(?<!\w){re.escape(term.term)}(?!\w)", re.IGNORECASE), term)
            for term in GlossaryTerm.objects.all()
        ]

    def comments(self, dutch: str) -> list[str]:
        """A line for each term that occurs in a sentence."""
        words = strip_tags(dutch)
        return [
            _("Glossary: %(term)s") % {"term": term} + (f" ({term.note})" if term.note else "")
            for pattern, term in self.terms
            if pattern.search(words)
        ]
