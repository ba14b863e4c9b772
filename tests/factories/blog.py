import datetime
from typing import Any

import factory
import wagtail_factories
from wagtail.models import Locale
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from blog.models import BlogIndexPage, BlogPage, Category
from tests.factories.translations import write_text
from translations.publication import publish_translation


class BlogIndexPageFactory(wagtail_factories.PageFactory):
    title = "Blog"
    slug = "blog"

    class Meta:
        model = BlogIndexPage


class BlogPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Bericht {number}")
    introduction = "Over adem."
    date = datetime.date(2026, 9, 14)

    class Meta:
        model = BlogPage


def make_category(name: str, **fields: Any) -> Category:
    """A live Dutch category."""
    category = Category(name=name, locale=Locale.get_default(), live=False, **fields)
    category.full_clean()
    category.save()
    category.save_revision().publish()
    return Category.objects.get(pk=category.pk)


def translate_category(category: Category, locale: Locale, name: str, **texts: str) -> Category:
    """Submits a category, fills in its texts (the address follows from the name), and publishes the result."""
    translate_object(category, [locale])
    translation = Translation.objects.get(
        source__object_id=category.translation_key, target_locale=locale
    )
    english = {"name": name} | texts
    for segment in translation.source.stringsegment_set.select_related("context"):
        if segment.context.path in english:
            write_text(translation, segment, english[segment.context.path])
    publish_translation(translation)
    return category.get_translation(locale)
