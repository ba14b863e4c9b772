"""Reads a PO file that somebody sends in, and finds what is wrong with it as a file.

polib reads it, but takes `msgstr Hello` for “ell” without a word, opens any content that is the name of a file, and
accepts a file that ends in the middle; so every line is looked at first.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass

import polib
from django.utils.translation import gettext as _

KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)(?=[\s\"]|$)")
LINE = re.compile(
    r"(?:(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s+)?\"(?:[^\"\\]|\\.)*\"", re.DOTALL
)


@dataclass(frozen=True)
class PoError:
    """What is wrong, on which line of the file (None: with the file as a whole), in which Dutch text."""

    reason: str
    line: int | None = None
    text: str = ""


class RefusedFileError(Exception):
    """Nothing of the file was taken; `errors` is never empty."""

    def __init__(self, errors: list[PoError]) -> None:
        self.errors = errors
        super().__init__(errors)


def read_po(data: bytes) -> polib.POFile:
    """The file with all its entries. Raises RefusedFileError when it is not a whole PO file in UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedFileError([_not_utf8(data.count(b"\n", 0, error.start) + 1)]) from error
    if "\0" in text:
        raise RefusedFileError([_not_utf8(text.count("\n", 0, text.index("\0")) + 1)])
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise RefusedFileError([PoError(_("The file is empty."))])
    if errors := list(_bad_lines(text.split("\n"))):
        raise RefusedFileError(errors)
    return _parse(text)


def _not_utf8(line: int) -> PoError:
    return PoError(
        _("This is not a text file in UTF-8. Choose a PO file, and save it as UTF-8."), line
    )


def _bad_lines(lines: list[str]) -> Iterator[PoError]:
    last, last_line = "msgstr", 0
    for number, raw in enumerate(lines, start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if LINE.fullmatch(line) is None:
            yield PoError(
                _(
                    "This is not how a PO file is written: "
                    "a line has one of its words, such as msgstr, and a text between straight quotation marks."
                ),
                number,
            )
        if keyword := KEYWORD.match(line):
            last, last_line = keyword[1], number
    if not last.startswith("msgstr"):
        yield PoError(_("The file breaks off here. Ask for the whole file."), last_line)


def _parse(text: str) -> polib.POFile:
    """Hands polib a file: it takes other line ends for line breaks in a string, and a string for a file name."""
    with tempfile.NamedTemporaryFile(suffix=".po") as file:
        file.write(text.encode())
        file.flush()
        try:
            return polib.pofile(file.name, encoding="utf-8")
        except (OSError, ValueError) as error:
            line = re.search(r"\(line (\d+)\)", str(error))
            raise RefusedFileError(
                [
                    PoError(
                        _("The file cannot be read from here on: a part of this entry is missing."),
                        int(line[1]) if line else None,
                    )
                ]
            ) from error
