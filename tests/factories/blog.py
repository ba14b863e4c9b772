import datetime
from typing import Any

import factory
import wagtail_factories
from wagtail.models import Locale
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from blog.models import BlogIndexPage, BlogPage
from blog.subjects import Category, Subject, Topic
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
    return _make_subject(Category, name, **fields)


def make_topic(name: str, **fields: Any) -> Topic:
    """A live Dutch topic."""
    return _make_subject(Topic, name, **fields)


def _make_subject(model: type[Subject], name: str, **fields: Any) -> Any:
    subject = model(name=name, locale=Locale.get_default(), live=False, **fields)
    subject.full_clean()
    subject.save()
    subject.save_revision().publish()
    return model.objects.get(pk=subject.pk)


def translate_subject(subject: Subject, locale: Locale, name: str, **texts: str) -> Any:
    """Submits a category or topic, fills in its texts (the address follows from the name), publishes the result."""
    translate_object(subject, [locale])
    translation = Translation.objects.get(
        source__object_id=subject.translation_key, target_locale=locale
    )
    english = {"name": name} | texts
    for segment in translation.source.stringsegment_set.select_related("context"):
        if segment.context.path in english:
            write_text(translation, segment, english[segment.context.path])
    publish_translation(translation)
    return subject.get_translation(locale)
