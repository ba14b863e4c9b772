"""Leaves what is live as it is when it is submitted for translation once more.

Submitting a page submits the snippets that it points at too, each time anew, and submitting a page with those below it
submits all of those. wagtail-localize 1.14.5 then writes its draft over the live row: Dutch wherever a text is not
translated, and a live snippet becomes a draft (`TranslationSource.create_or_update_translation`, `translation.live =
publish`). A live translation needs no draft: its texts are in the translation editor, which `sync.py` keeps up to date.
"""

from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from wagtail_localize.models import Translation

_save_target = Translation.save_target


@wraps(_save_target)
def save_target(self: Translation, user: Any = None, publish: bool = True) -> None:
    if publish or not _is_live(self):
        _save_target(self, user=user, publish=publish)


def _is_live(translation: Translation) -> bool:
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist:
        return False
    return getattr(target, "live", False) and not getattr(target, "alias_of_id", None)


Translation.save_target = save_target
