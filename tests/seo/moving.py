"""Gives pages another address, and follows where the old one leads."""

from typing import Any

from django.test import Client
from wagtail_localize.models import Translation

from tests.factories.translations import write_text
from translations.publication import publish_translation


def leads_to(client: Client, address: str, **headers: str) -> str:
    """Where the one answer to an address sends the visitor; it has to be for good."""
    response = client.get(address, headers=headers)
    assert response.status_code == 301, address
    return response.headers["Location"]


def give_slug(page: Any, slug: str, published: Any) -> Any:
    page = type(page).objects.get(pk=page.pk)
    page.slug = slug
    published(page.save_revision().publish)
    return type(page).objects.get(pk=page.pk)


def give_english_slug(target: Any, slug: str, published: Any) -> None:
    """Through the translation editor, which is where the English address is written."""
    translation = Translation.objects.get(
        source__object_id=target.translation_key, target_locale=target.locale
    )
    segments = translation.source.stringsegment_set.select_related("context")
    for segment in segments.filter(context__path="slug"):
        write_text(translation, segment, slug)
    published(publish_translation, translation)
