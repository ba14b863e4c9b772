"""What follows for the other languages when a page is published in Dutch.

wagtail-localize leaves both steps to a separate “sync” that the writer must think of
(https://github.com/wagtail/wagtail-localize/issues/789): the translation editor then shows old sentences, and a live
translation keeps an old price.
"""

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import TranslationSource


def shared_field_names(model: type[Page]) -> list[str]:
    """Fields of a page type that all languages share and no translation may change."""
    return [
        field.field_name
        for field in get_translatable_fields(model)
        if isinstance(field, SynchronizedField) and not field.overridable
    ]


@transaction.atomic
def follow_publication(page: Page) -> None:
    """Brings the translation source up to date with a page published in the source language, and the shared fields of
    its translations with it.

    Text stays as it is in every translation. A page in another language is left alone.
    """
    if page.locale_id != Locale.get_default().pk:
        return
    source = TranslationSource.objects.get_for_instance_or_none(page)
    if source is not None:
        source.update_from_db()
    for translation in page.get_translations():
        share_fields(page, translation.specific)


def share_fields(source: Page, translation: Page) -> None:
    """Copies the shared fields, also into the revisions that the next publication or edit starts from."""
    model = type(translation)
    fields = [model._meta.get_field(name) for name in shared_field_names(model)]
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
