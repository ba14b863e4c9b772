"""Which address a search engine shows to whom."""

from collections.abc import Iterable

from django.conf import settings

X_DEFAULT = "x-default"


def with_default(alternates: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Adds who reads none of the languages: they get the Dutch.

    Dutch is what she writes and where she works, every page has it first, and it says where the English is. A page
    that is live in English only has no address for them: nothing is promised that is not there.
    """
    known = sorted(alternates, key=lambda alternate: alternate[0] != settings.LANGUAGE_CODE)
    default = [(X_DEFAULT, url) for code, url in known if code == settings.LANGUAGE_CODE]
    return known + default
