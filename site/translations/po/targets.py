"""The pages and snippets that translations lead to, and whether somebody may edit them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance


def target_instances(translations: Iterable[Translation]) -> dict[int, Any]:
    """The target of each translation by the translation's primary key; one that was deleted is absent.

    Makes one query for each type of page and language.
    """
    groups: dict[tuple[int, int], dict[Any, int]] = defaultdict(dict)
    for translation in translations:
        source = translation.source
        group = groups[source.specific_content_type_id, translation.target_locale_id]
        group[source.object_id] = translation.pk
    found = {}
    for (content_type_id, locale_id), by_key in groups.items():
        model: Any = ContentType.objects.get_for_id(content_type_id).model_class()
        for instance in model._default_manager.filter(
            translation_key__in=list(by_key), locale_id=locale_id
        ):
            found[by_key[instance.translation_key]] = instance
    return found


def editable_targets(translations: Iterable[Translation], user: Any) -> dict[int, Any]:
    """Those that `user` may edit."""
    return {
        pk: instance
        for pk, instance in target_instances(translations).items()
        if user_can_edit_instance(user, instance)
    }
