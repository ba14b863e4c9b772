"""Whatever is edited, moved, removed, published and half translated, in whatever order: English does not lie.

An oracle of its own keeps which English was published or confirmed for which Dutch, in which place; it knows nothing
of how the site does it.
"""

import json
import os
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from core.models import CustomImage
from tests.factories.marked_texts import MarkedTexts
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page
from tests.translations.world import World
from translations.publication import publish_translation
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db

# `make verify` asks for more.
EXAMPLES = int(os.environ.get("PROPERTY_EXAMPLES", "15"))


DUTCH = [
    World.edit_words,
    World.edit_number,
    World.rewrite,
    World.change_items,
    World.change_blocks,
    World.change_fields,
    World.change_facts,
    World.change_picture,
    World.go_back,
    World.save_draft,
]
ENGLISH = [
    World.write_some,
    World.write_missing,
    World.publish_english,
    World.still_right,
    World.review_edit,
]
OPERATIONS = {
    operation.__name__: operation
    for operation in [*DUTCH, *DUTCH, *ENGLISH, *ENGLISH, World.publish_dutch]
}


@pytest.fixture
def site(home: Any, en: Any, picture: CustomImage, published: Callable) -> tuple:
    """A treatment page with a block of every type, live in both languages."""
    other = CustomImage(title="Lamp", file=picture.file)
    other.save()
    texts = MarkedTexts(1)
    page = make_page(TreatmentPage, home, title=texts.short(), slug="psoas-release")
    stream = TreatmentPage._meta.get_field("body").stream_block
    page.body = json.dumps(
        [
            texts.child(name, block, picture.pk, page.pk)
            for name, block in stream.child_blocks.items()
        ]
    )
    page.strapline, page.introduction = texts.short(), texts.sentence()
    page.save_revision().publish()
    index = page.get_parent().specific
    translate_to(en, index, published)
    published(translate_object, TreatmentPage.objects.get(pk=page.pk), [en])
    translation = translation_into(en, page)
    world = World(TreatmentPage.objects.get(pk=page.pk), [picture.pk, other.pk], texts)
    world.write_missing()
    slug = translation.source.stringsegment_set.get(context__path="slug")
    write_text(translation, slug, "psoas-release")
    publish_translation(translation)
    return page.pk, [picture.pk, other.pk]


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[
        Phase.generate
    ],  # a failing sequence is short enough to read; shrinking it takes minutes
    # The page is built once; each example undoes what it did to it.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    seed=st.integers(0, 2**32),
    names=st.lists(
        st.sampled_from([*sorted(OPERATIONS), *["publish_dutch"] * 3]), min_size=3, max_size=10
    ),
)
def test_english_never_lies(site: tuple, client: Client, seed: int, names: list[str]) -> None:
    pk, pictures = site
    with transaction.atomic():
        page = TreatmentPage.objects.get(pk=pk)
        world = World(page, pictures, MarkedTexts(seed, start=10_000))
        for name in [*names, "publish_dutch"]:
            OPERATIONS[name](world)
            if name in ("publish_dutch", "publish_english", "still_right"):
                world.check(client)
        transaction.set_rollback(True)
    assert StringTranslation.objects.filter(data__startswith="en").exists()
