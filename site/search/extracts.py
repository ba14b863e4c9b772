"""What a result shows of its page: a few lines with the words that were looked for marked."""

from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.words import WORD, Wanted

EXTRACT_WORDS = 32
WORDS_BEFORE = 8  # of the first one that is marked
SHORT = (
    8  # words; a text no longer than this, such as a heading, is shown with the one that follows
)


def extract(texts: Sequence[str], wanted: Wanted) -> SafeString:
    """HTML of the passage that has most of the words, each in `<mark>`; the beginning where none of them is.

    Whatever stood in the texts is escaped.
    """
    passages = [
        _passage(
            f"{text} · {following}" if len(text.split()) <= SHORT and following else text, wanted
        )
        for text, following in zip(texts, [*texts[1:], ""], strict=False)
    ]
    if not passages:
        return mark_safe("")
    _count, passage = max(passages, key=lambda scored: scored[0])  # of equals the first
    return marked(passage, wanted)


def marked(text: str, wanted: Wanted) -> SafeString:
    """The text as HTML, with each of the words in `<mark>`, in whatever form it stands there."""
    html, end = "", 0
    for match in WORD.finditer(text):
        if wanted.found_in(match[0]):
            html += f"{escape(text[end : match.start()])}<mark>{escape(match[0])}</mark>"
            end = match.end()
    return mark_safe(html + escape(text[end:]))  # noqa: S308 (every part is escaped)


def _passage(text: str, wanted: Wanted) -> tuple[int, str]:
    """How many different words stand in the best passage of a text, and that passage."""
    matches = list(WORD.finditer(text))
    found = [wanted.found_in(match[0]) for match in matches]
    best, start = 0, 0
    for number, stems in enumerate(found):
        if stems:
            inside = frozenset().union(*found[number : number + EXTRACT_WORDS - WORDS_BEFORE])
            if len(inside) > best:
                best, start = len(inside), max(0, number - WORDS_BEFORE)
    chosen = matches[start : start + EXTRACT_WORDS]
    if not chosen:
        return 0, text
    first, last = chosen[0].start(), chosen[-1].end()
    is_start, is_end = start == 0, start + EXTRACT_WORDS >= len(matches)
    before, after = ("" if is_start else "… "), ("" if is_end else " …")
    passage = text[0 if is_start else first : len(text) if is_end else last]
    return best, f"{before}{' '.join(passage.split())}{after}"
