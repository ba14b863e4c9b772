"""What follows for the other languages when a page is published in Dutch.

wagtail-localize leaves both steps to a separate “sync” that the writer must think of
(https://github.com/wagtail/wagtail-localize/issues/789): the translation editor then shows old sentences, and a live
translation keeps an old price.
"""

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import TranslationSource

from core.models import BasePage


def shared_field_names(page: Page) -> list[str]:
    """Fields that all languages share at once and no translation may change.

    A page may hold some back until they are published with their words (`fields_held_for_translation`).
    """
    held = page.fields_held_for_translation() if isinstance(page, BasePage) else []
    return [
        field.field_name
        for field in get_translatable_fields(type(page))
        if isinstance(field, SynchronizedField)
        and not field.overridable
        and field.field_name not in held
    ]


@transaction.atomic
def follow_publication(page: Page) -> None:
    """Brings the translation source of a published page up to date, and the shared fields of its translations with it.

    Text stays as it is in every translation. A page that nothing is translated from is left alone, and so is a
    translation.
    """
    source = TranslationSource.objects.get_for_instance_or_none(page)
    if source is None:
        return
    source.update_from_db()
    for row in source.translations.filter(enabled=True).select_related("target_locale"):
        translation = page.get_translation_or_none(row.target_locale)
        if translation is not None:
            share_fields(page, translation.specific)


def share_fields(source: Page, translation: Page) -> None:
    """Copies the shared fields, also into the revisions that the next publication or edit starts from."""
    model = type(translation)
    fields = [model._meta.get_field(name) for name in shared_field_names(source)]
    changed = [
        field
        for field in fields
        if field.value_from_object(source) != field.value_from_object(translation)
    ]
    for field in changed:
        setattr(translation, field.attname, field.value_from_object(source))
    if changed:
        translation.save(update_fields=[field.name for field in changed], clean=False)
    values = translation.serializable_data()
    shared = {field.name: values[field.name] for field in fields}
    revisions = {translation.latest_revision_id, translation.live_revision_id} - {None}
    for revision in translation.revisions.filter(pk__in=revisions):
        if any(revision.content.get(name) != value for name, value in shared.items()):
            revision.content |= shared
            revision.save(update_fields=["content"])
