"""Tells Dutch from English by the small words that only one of them has."""

import re

DUTCH = """de het een en van je jij ik niet dat die voor met op aan als ook maar er wat zijn wordt naar bij uit nog
    geen kan hoe deze dit mijn jouw zich om te"""
ENGLISH = """the of and to you your it that for with on as not this is are be what but from by how can my has have when
    there which or an"""
SMALL_WORDS = {"nl": set(DUTCH.split()), "en": set(ENGLISH.split())}
LEAST_WORDS = 3  # of one language, before it is believed


def language_of(text: str) -> str | None:
    """`nl` or `en`; None where the text is too short to say."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {
        language: sum(word in small for word in words) for language, small in SMALL_WORDS.items()
    }
    best = max(counts, key=counts.__getitem__)
    other = min(counts, key=counts.__getitem__)
    return best if counts[best] >= LEAST_WORDS and counts[best] > 3 * counts[other] else None
