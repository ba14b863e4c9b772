"""What every block must satisfy, wherever it stands."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail import blocks
from wagtail.admin.icons import get_icons
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import get_page_models
from wagtail_localize.models import StringSegment, TranslationSource

from api.documents import document_type
from core.models import BasePage
from tests.factories.texts import texts_of
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def streams() -> Iterator[tuple[type[BasePage], StreamField]]:
    for model in get_page_models():
        if issubclass(model, BasePage):
            for field in model._meta.get_fields():
                if isinstance(field, StreamField):
                    yield model, field


def below(block: blocks.Block) -> Iterator[blocks.Block]:
    """The block itself and every block of ours inside it."""
    yield block
    children = list(getattr(block, "child_blocks", {}).values())
    if isinstance(block, blocks.ListBlock):
        children.append(block.child_block)
    if not isinstance(block, ImageBlock):
        for child in children:
            yield from below(child)


def is_ours(block: blocks.Block) -> bool:
    return not type(block).__module__.startswith("wagtail.")


CHOOSABLE = {
    f"{model.__name__}.{field.name}.{name}": (model, name, block)
    for model, field in streams()
    for name, block in field.stream_block.child_blocks.items()
}
OURS = {
    type(block).__name__: block
    for _model, _name, top in CHOOSABLE.values()
    for block in below(top)
    if is_ours(block)
}


def test_bodies_offer_the_sections_of_a_treatment():
    offered = {name for model, name, _ in CHOOSABLE.values() if model.__name__ == "TreatmentPage"}
    assert offered >= {
        "treatment",
        "being_met",
        "practical",
        "physical_layer",
        "nervous_system",
        "emotional_layer",
        "text",
        "quote",
        "captioned_image",
        "video",
        "map",
        "call_to_action",
        "questions",
        "related_treatments",
    }


@pytest.mark.usefixtures("picture")
@pytest.mark.parametrize("block", OURS.values(), ids=OURS.keys())
class TestEveryBlock:
    def test_has_label_icon_and_description_in_dutch(self, block):
        assert block.meta.icon != "placeholder"
        assert f'id="icon-{block.meta.icon}"' in get_icons()
        with translation.override("en"):
            english = str(block.meta.label), str(block.meta.description)
        with translation.override("nl"):
            dutch = str(block.meta.label), str(block.meta.description)
        assert all(english)
        assert all(dutch)
        assert dutch[1] != english[1]

    def test_has_a_template_of_its_own_name(self, block):
        name = type(block).__name__.removesuffix("Block")
        snake = "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
        assert block.meta.template.endswith(f"/blocks/{snake}.html")
        get_template(block.meta.template)

    def test_previews_what_it_looks_like(self, block):
        request = RequestFactory().get("/")
        value = block.normalize(block.get_preview_value())
        html = block.render(value, {"request": request})
        assert html.strip()
        assert block.is_previewable


@pytest.fixture
def treatment(home: Any) -> Any:
    """For the blocks that lead to a treatment."""
    return make_page(TreatmentPage, home)


@pytest.mark.usefixtures("picture", "treatment")
@pytest.mark.parametrize(("model", "name", "block"), CHOOSABLE.values(), ids=CHOOSABLE.keys())
class TestEveryChoosableBlock:
    def test_its_words_reach_the_translation_editor(self, model, name, block, home, en):
        page = make_page(model, home)
        page.body = [(name, block.normalize(block.get_preview_value()))]
        page.save_revision().publish()
        page = model.objects.get(pk=page.pk)
        source, _created = TranslationSource.update_or_create_from_instance(page)
        segments = " ".join(
            StringSegment.objects.filter(source=source).values_list("string__data", flat=True)
        )
        for text in texts_of(page.body):
            assert text in segments

    def test_the_api_sees_its_value(self, model, name, block, home):
        page = make_page(model, home)
        page.body = [(name, block.normalize(block.get_preview_value()))]
        representation = model._meta.get_field("body").stream_block.get_api_representation(
            page.body
        )
        assert representation[0]["type"] == name
        assert representation[0]["value"]

    def test_its_document_is_what_its_schema_says(self, model, name, block, home, client: Client):
        page = make_page(model, home)
        page.body = [(name, block.normalize(block.get_preview_value()))]
        page.save_revision().publish()
        document = client.get(f"/api/v1/pages/{page.pk}").json()
        (said,) = document["body"]
        assert (said["id"], said["type"]) == (page.body[0].id, name)
        assert set(said["value"]) >= set(getattr(block, "child_blocks", {}))
        typed = document_type(model).schema.model_validate(document).model_dump(mode="json")
        assert typed["body"] == document["body"]
