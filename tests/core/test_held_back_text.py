"""A text that may not be shown yet leaves nothing empty behind."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory
from wagtail import blocks
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import RichText

from core.models import BasePage
from home.models import StandardPage
from tests.factories.marked_texts import MarkedTexts
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db

MODELS: list[type[BasePage]] = [TreatmentPage, StandardPage]
BLOCKS = {
    f"{model.__name__}.{name}": (model, name)
    for model in MODELS
    for name in model._meta.get_field("body").stream_block.child_blocks
}
EMPTY_NEVER = (
    "h1, h2, h3, h4, a, button, li, dt, dd, p, ul, ol, dl, figcaption, summary, blockquote"
)


def text_setters(block: blocks.Block, holder: Any, key: Any) -> Iterator[tuple[Any, Any, Any]]:
    """`(holder, key, empty value)` for every text below a raw value."""
    value = holder[key]
    if isinstance(block, ImageBlock):
        yield holder, key, {"image": None, "alt_text": "", "decorative": False}
    elif isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        for child in value:
            each = (
                block.child_block
                if isinstance(block, blocks.ListBlock)
                else block.child_blocks[child["type"]]
            )
            yield from text_setters(each, child, "value")
    elif isinstance(block, blocks.StructBlock):
        for name, each in block.child_blocks.items():
            yield from text_setters(each, value, name)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.RichTextBlock):
        yield holder, key, ""


def assert_nothing_empty(html: str) -> None:
    soup = BeautifulSoup(html, "html.parser")
    main = soup.find("main")
    for element in main.select(EMPTY_NEVER):
        shows = element.get_text(strip=True) or element.find(["img", "svg"])
        assert shows, f"empty {element}"
    for attribute in ("aria-labelledby", "aria-describedby"):
        for element in main.select(f"[{attribute}]"):
            for target in element[attribute].split():
                assert soup.find(id=target), f"{attribute} leads nowhere: {target}"
    for link in main.select('a[href^="#"]'):
        assert soup.find(id=link["href"][1:]), link
    levels = [int(heading.name[1]) for heading in main.select("h1, h2, h3, h4")]
    for above, below in pairwise(levels):
        assert below <= above + 1, levels


def render(page: BasePage, raw: list[dict[str, Any]]) -> str:
    page.body = page._meta.get_field("body").to_python(raw)
    request = RequestFactory().get(page.url)
    response = page.serve(request)
    return response.rendered_content


@pytest.mark.parametrize(("model", "name"), BLOCKS.values(), ids=BLOCKS.keys())
def test_a_block_shows_well_without_any_one_of_its_texts_and_without_all(
    model, name, home, picture, rf
):
    page = make_page(model, home)
    other = make_page(TreatmentPage, home, slug="ander") if model is not TreatmentPage else page
    block = model._meta.get_field("body").stream_block.child_blocks[name]

    def raw() -> list[dict[str, Any]]:
        return [MarkedTexts(1).child(name, block, picture.pk, other.pk)]

    number = len(list(text_setters(block, raw()[0], "value")))
    assert number
    for index in range(number):
        body = raw()
        holder, key, empty = list(text_setters(block, body[0], "value"))[index]
        holder[key] = empty
        assert_nothing_empty(render(page, body))
    body = raw()
    for holder, key, empty in text_setters(block, body[0], "value"):
        holder[key] = empty
    assert_nothing_empty(render(page, body))


def test_an_emptied_rich_text_is_no_paragraph(home):
    page = make_page(StandardPage, home)
    html = render(
        page,
        [{"type": "text", "id": "a", "value": {"heading": "Kop", "prose": RichText("").source}}],
    )
    assert "Kop" in html
    assert_nothing_empty(html)
