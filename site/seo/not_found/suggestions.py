"""Which page an address that is not there may have meant."""

import re
from difflib import SequenceMatcher

from django.conf import settings
from django.utils.translation import get_language_from_path
from wagtail.models import Page

from core.visibility import visible

ALIKE = 0.6  # of 1, by `SequenceMatcher.ratio`; below it a suggestion is a guess


def suggested_page(path: str) -> Page | None:
    """The live page in the language of a `normal` address whose own address is most like it; None if none is."""
    wanted = words(path)
    if not wanted:
        return None
    language = get_language_from_path(path + "/") or settings.LANGUAGE_CODE
    pages = visible(Page.objects.filter(depth__gt=2, locale__language_code=language))
    best, best_likeness = None, ALIKE
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for pk, slug in pages.order_by("depth", "path").values_list("pk", "slug"):
        matcher.set_seq1(words(slug))
        if matcher.real_quick_ratio() <= best_likeness or matcher.quick_ratio() <= best_likeness:
            continue
        if (likeness := matcher.ratio()) > best_likeness:
            best, best_likeness = pk, likeness
    return Page.objects.get(pk=best) if best else None


def words(path: str) -> str:
    """The last part of an address, without the ending of a file, its words apart."""
    last = path.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    return re.sub(r"[\W_]+", " ", re.sub(r"\.\w+$", "", last)).strip().lower()
