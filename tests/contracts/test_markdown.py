"""Every page type says in Markdown what its page says."""

import re
from collections import Counter
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import get_page_models

from core.models import BasePage
from tests.factories.bodies import body_of_every_block
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db

PAGE_MODELS = [model for model in get_page_models() if issubclass(model, BasePage)]
# What is no text of the page: ways around it, forms, and what no reader is given.
NOT_TEXT = "nav, form, button, svg, [hidden], [aria-hidden=true], .running-head, .share"


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def visible_words(html: str) -> Counter[str]:
    main = BeautifulSoup(html, "html.parser").main
    for element in main.select(NOT_TEXT):
        element.extract()
    return words(main.get_text(" "))


@pytest.mark.parametrize("model", PAGE_MODELS)
def test_markdown_has_every_word_of_the_page(
    model, home, en, picture, published: Any, client: Client
):
    make_page(TreatmentPage, home)
    page = make_page(model, home)
    if hasattr(page, "body"):
        page.body = body_of_every_block(model)
        page.save_revision().publish()
    english = translate_to(en, page, published)
    for language, each in (("nl", page), ("en", english)):
        html = client.get(each.url).content.decode()
        response = client.get(each.url, headers={"Accept": "text/markdown"})
        text = response.content.decode()
        assert response.headers["Content-Language"] == language
        assert f'title: "{each.title}"' in text
        assert f"# {each.title}" in text
        missing = visible_words(html) - words(text)
        assert not missing, missing
