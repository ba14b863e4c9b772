"""Reading a body without building it."""

from typing import Any

import pytest
from wagtail.images.models import AbstractImage
from wagtail.models import get_page_models

from core.blocks.walk import image_ids, walk
from core.models import BasePage
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

WITH_BODY = [
    model
    for model in get_page_models()
    if issubclass(model, BasePage) and "body" in {field.name for field in model._meta.fields}
]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", WITH_BODY)
def test_the_pictures_of_every_block_are_found_in_what_is_stored(
    model, home, picture, django_assert_num_queries: Any
):
    make_page(TreatmentPage, home)  # for the blocks that lead to one
    page: Any = make_page(model, home)
    page.body = [
        (name, block.normalize(block.get_preview_value()))
        for name, block in model._meta.get_field("body").stream_block.child_blocks.items()
    ]
    page.save_revision().publish()
    page = model.objects.get(pk=page.pk)
    with django_assert_num_queries(0):
        found = image_ids(page.body)
    built = [value.pk for _block, value in walk(page.body) if isinstance(value, AbstractImage)]
    assert found == built
    assert found
