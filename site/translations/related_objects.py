"""Lets a page point at snippets in its own language.

wagtail-localize leaves many-to-many relations as they were copied, so that English points at Dutch snippets
(https://github.com/wagtail/wagtail-localize/issues/820); a foreign key keeps the Dutch one until there is another.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin


def localise_related_objects(source: Any, translated: Any) -> None:
    """Sets the relations to translatable snippets, unsaved: each to the live translation of what the source has.

    What has none in that language is left out; a foreign key that may be empty becomes empty.
    """
    for field in source._meta.get_fields():
        if not isinstance(field, models.ForeignKey | models.ManyToManyField):
            continue
        model = field.related_model
        if not issubclass(model, TranslatableMixin) or issubclass(model, Page):
            continue
        if isinstance(field, models.ManyToManyField):
            chosen = list(getattr(source, field.name).all())
            setattr(translated, field.name, _in_locale(chosen, model, translated.locale))
        elif field.name != "locale":
            chosen = [value] if (value := getattr(source, field.name)) is not None else []
            found = _in_locale(chosen, model, translated.locale)
            if found or field.null:
                setattr(translated, field.name, found[0] if found else None)


def _in_locale(
    chosen: Iterable[Any], model: type[TranslatableMixin], locale: Locale
) -> list[TranslatableMixin]:
    """The live translations of `chosen`, in the same order."""
    keys = [instance.translation_key for instance in chosen]
    rows = model._default_manager.filter(translation_key__in=keys, locale=locale)
    if issubclass(model, DraftStateMixin):
        rows = rows.filter(live=True)
    by_key = {row.translation_key: row for row in rows}
    return [by_key[key] for key in keys if key in by_key]
