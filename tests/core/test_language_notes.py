"""A link to a page that is live in another language only says so."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from home.models import StandardPage
from tests.factories.translations import translate_to
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def page_with(home: Any, en: Any, published: Any, block: dict[str, Any]) -> StandardPage:
    """A live English page whose body has this block."""
    page = make_page(StandardPage, home, title="Over mij", body=[block | {"id": "b1"}])
    return translate_to(en, page, published)


@pytest.fixture
def dutch_only(home: Any) -> TreatmentPage:
    return make_page(TreatmentPage, home, title="Alleen hier", slug="alleen-hier")


def test_in_rich_text(home, en, published, dutch_only, client: Client):
    prose = f'<p>Zie <a linktype="page" id="{dutch_only.pk}">deze behandeling</a>.</p>'
    block = {"type": "text", "value": {"heading": "", "prose": prose}}
    english = page_with(home, en, published, block)
    html = client.get(english.url).content.decode()
    assert f'<a href="{dutch_only.url}" hreflang="nl">deze behandeling (in Dutch)</a>' in html
    dutch = StandardPage.objects.get(translation_key=english.translation_key, locale=home.locale)
    html = client.get(dutch.url).content.decode()
    assert f'<a href="{dutch_only.url}">deze behandeling</a>' in html

    translated = translate_to(en, dutch_only, published)
    html = client.get(english.url).content.decode()
    assert f'<a href="{translated.url}">deze behandeling</a>' in html


def test_on_a_button(home, en, published, dutch_only, client: Client):
    value = {"heading": "Kom", "text": "", "button_text": "Lees", "page": dutch_only.pk}
    english = page_with(home, en, published, {"type": "call_to_action", "value": value})
    html = client.get(english.url).content.decode()
    assert f'href="{dutch_only.url}" hreflang="nl">EN Lees (in Dutch)</a>' in html


def test_a_link_to_what_is_live_nowhere_is_plain_words(home, en, published, dutch_only, client):
    prose = f'<p>Zie <a linktype="page" id="{dutch_only.pk}">deze</a>.</p>'
    block = {"type": "text", "value": {"heading": "", "prose": prose}}
    english = page_with(home, en, published, block)
    dutch_only.unpublish()
    html = client.get(english.url).content.decode()
    assert "deze" in html
    assert "hreflang" not in BeautifulSoup(html, "html.parser").select_one("main").decode()


def test_a_related_treatment_in_dutch_is_named_with_its_language(
    home, en, published, dutch_only, client
):
    chosen = [{"type": "item", "id": "i1", "value": dutch_only.pk}]
    page = make_page(TreatmentPage, home, title="Psoas", slug="psoas")
    page.body = [
        {"type": "related_treatments", "id": "b", "value": {"heading": "Ook", "treatments": chosen}}
    ]
    page.save_revision().publish()
    english = translate_to(en, page, published)
    html = client.get(english.url).content.decode()
    assert 'hreflang="nl" lang="nl">Alleen hier</a> (in Dutch)' in html
