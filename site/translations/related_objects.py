"""Lets a page point at snippets in its own language.

wagtail-localize leaves many-to-many relations as they were copied, so that English points at Dutch snippets
(https://github.com/wagtail/wagtail-localize/issues/820); a foreign key keeps the Dutch one until there is another.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin, get_page_models

from core.languages import is_in_source_language


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


def follow_snippet(snippet: TranslatableMixin) -> None:
    """Lets the translated pages point at a translated snippet that went live, and no longer at one that is not.

    A page that is published before its snippet would otherwise do without until its own next publication.
    """
    if is_in_source_language(snippet):
        return
    value = snippet if getattr(snippet, "live", True) else None
    family = type(snippet)._default_manager.filter(translation_key=snippet.translation_key)
    for model, field in _relations_to(type(snippet)):
        sources = model._default_manager.filter(
            **{f"{field.name}__in": family.filter(locale=Locale.get_default())},
            locale=Locale.get_default(),
        )
        keys = list(sources.values_list("translation_key", flat=True))
        pages = model._default_manager.filter(locale=snippet.locale, translation_key__in=keys)
        if isinstance(field, models.ManyToManyField):
            _relate(field, pages if value is not None else pages.none(), snippet)
        elif value is not None or field.null:
            pages.update(**{field.name: value})


def unpublish_translations(snippet: TranslatableMixin) -> None:
    """Takes the translations of a snippet off the site, once it is off itself: nobody keeps them up to date."""
    if is_in_source_language(snippet):
        for translation in snippet.get_translations().filter(live=True):
            translation.unpublish()


def _relations_to(
    model: type[models.Model],
) -> Iterator[tuple[type[Page], models.ForeignKey | models.ManyToManyField]]:
    for page_model in get_page_models():
        for field in page_model._meta.get_fields():
            is_relation = isinstance(field, models.ForeignKey | models.ManyToManyField)
            if is_relation and field.related_model is model:
                yield page_model, field


def _relate(field: models.ManyToManyField, pages: models.QuerySet, snippet: Any) -> None:
    """Lets exactly these pages point at the snippet."""
    rows = field.remote_field.through._default_manager  # type: ignore[union-attr] # it always has one
    page, other = field.m2m_field_name(), field.m2m_reverse_field_name()
    rows.filter(**{other: snippet}).exclude(**{f"{page}__in": pages}).delete()
    rows.bulk_create(
        [rows.model(**{f"{page}_id": each.pk, other: snippet}) for each in pages],
        ignore_conflicts=True,
    )


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
