"""Old and new addresses from a CSV file, whoever made it."""

import csv
import re
from dataclasses import dataclass
from io import StringIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MOST_LINES = 2_000
SEPARATORS = ";\t,"
SAMPLE_LINES = 20
# In Dutch and English: old, new, from, to, source, target, address, page, redirect, in whatever order.
HEADINGS = re.compile(
    r"^(?:(?:oude?|nieuwe?|old|new|huidige?|current|from|to|van|naar|source|target|bron|doel|destination|bestemming"
    r"|redirect|request|url|uri|link|path|pad|adres|address|page|pagina)(?:[\s_-]+|$))+$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Line:
    """One line of the file: its number, from 1, and the two addresses as they are written there."""

    number: int
    old: str
    new: str


def read_lines(content: bytes) -> list[Line]:
    """The lines of a file without its header and without empty ones; raises ValidationError for what is no such file.

    Excel on a Dutch Windows writes semicolons and Windows-1252; other programs commas or tabs, UTF-8 with or without a
    mark at its beginning, or UTF-16.
    """
    text = decoded(content)
    if text.lower().startswith("sep=") and "\n" in text:  # Excel's own way to name the separator
        text = "\n" + text.split("\n", 1)[1]
    separator = likely_separator(text)
    lines = []
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
        for row in rows:
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells):
                lines.append(Line(rows.line_num, cells[0], cells[1] if len(cells) > 1 else ""))
    except csv.Error:
        raise ValidationError(
            _("This file cannot be read as a CSV file: a quotation mark is missing.")
        ) from None
    if lines and is_heading(lines[0]):
        del lines[0]
    if not lines:
        raise ValidationError(_("There are no addresses in this file."))
    if len(lines) > MOST_LINES:
        raise ValidationError(
            _("This file has %(count)s lines; at most %(limit)s go at once. Make two files of it.")
            % {"count": len(lines), "limit": MOST_LINES}
        )
    if not any(line.new for line in lines):
        raise ValidationError(
            _("This file has one column; it needs two: the old address, and the new one.")
        )
    return lines


def decoded(content: bytes) -> str:
    """Raises ValidationError for a spreadsheet and other files that are not text."""
    is_utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if is_utf16 else ["utf-8-sig", "cp1252"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and not text.startswith("PK\x03\x04"):
            return text
    raise ValidationError(_("This is not a CSV file. In Excel, choose “Save as”, and then “CSV”."))


def likely_separator(text: str) -> str:
    """The one that most of the first lines have; in an address a comma or semicolon is rare."""
    sample = text.splitlines()[:SAMPLE_LINES]
    return max(SEPARATORS, key=lambda separator: sum(separator in line for line in sample))


def is_heading(line: Line) -> bool:
    """Whether a first line has the words that programs and people write above such columns, and no addresses.

    Words such as “contact” may be addresses; those are judged like any other, so that no line goes without a word.
    """
    return any(
        HEADINGS.search(cell) and not re.search(r"^/|/$|://|\.[a-z]", cell, re.IGNORECASE)
        for cell in (line.old, line.new)
    )
