"""English pages, made as the translation editor makes them."""

from collections.abc import Callable

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from core.models import BasePage
from home.models import HomePage


def translate_to(locale: Locale, page: BasePage, published: Callable) -> BasePage:
    """Submits a page and those above it that are not live there yet, fills every segment with “EN …”, publishes.

    Returns the translated page. `published` is the fixture that runs what waits for a commit.
    """
    if not isinstance(page, HomePage):
        above = page.get_parent()
        if not above.get_translations().filter(locale=locale, live=True).exists():
            translate_to(locale, above.specific, published)
    page = type(page).objects.get(pk=page.pk)
    published(translate_object, page, [locale])
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=locale
    )
    for segment in translation.source.stringsegment_set.all():
        text = segment.string.data
        english = f"en-{text}" if segment.context.path == "slug" else f"EN {text}"
        write_text(translation, segment, english)
    published(translation.save_target, publish=True)
    return page.get_translation(locale).specific


def write_text(translation: Translation, segment: StringSegment, text: str, **fields: str) -> None:
    """Saves the text of a segment as the translation editor does."""
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        locale=translation.target_locale,
        context=segment.context,
        defaults={
            "data": text,
            "translation_type": "manual",
            "tool_name": "",
            "has_error": False,
            "field_error": "",
        }
        | fields,
    )


def translation_into(locale: Locale, page: BasePage) -> Translation:
    """The translation of a Dutch page into `locale`."""
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)
