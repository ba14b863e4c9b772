"""Links in rich text lead to the page in the reader's language."""

import pytest
from django.test import Client

from home.models import StandardPage
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def linking_body(target: StandardPage) -> list[dict]:
    return [
        {
            "type": "text",
            "value": {
                "heading": "",
                "prose": f'<p>Lees <a linktype="page" id="{target.pk}">verder</a>.</p>',
            },
            "id": "0a1b2c3d-1111-4222-8333-444455556666",
        },
        {
            "type": "call_to_action",
            "value": {"heading": "Kom", "text": "", "button_text": "Lees", "page": target.pk},
            "id": "0a1b2c3d-1111-4222-8333-444455557777",
        },
    ]


@pytest.fixture
def target(home) -> StandardPage:
    return make_page(StandardPage, home, title="Doel", slug="doel")


def test_links_follow_the_language_of_the_page(home, en, target, published, client: Client):
    page = make_page(StandardPage, home, slug="van", body=linking_body(target))
    translate_to(en, target, published)
    english = translate_to(en, page, published)
    dutch_html = client.get(page.url).content.decode()
    english_html = client.get(english.url).content.decode()
    assert dutch_html.count('href="/doel/"') >= 2
    assert english_html.count('href="/en/en-doel/"') >= 2
    assert 'href="/doel/"' not in english_html.split("<main", 1)[1].split("</main>")[0]


def test_english_says_of_a_page_that_is_only_in_dutch_that_it_is(
    home, en, target, published, client: Client
):
    page = make_page(StandardPage, home, slug="van", body=linking_body(target))
    english = translate_to(en, page, published)
    main = client.get(english.url).content.decode().split("<main", 1)[1].split("</main>")[0]
    assert main.count('href="/doel/"') == main.count('href="/doel/" hreflang="nl"') >= 2
    assert main.count("(in Dutch)") >= 2


def test_a_link_to_a_draft_or_a_deleted_page_leaves_words(home, target, client: Client):
    page = make_page(StandardPage, home, slug="van", body=linking_body(target))
    target.unpublish()
    assert "verder" in client.get(page.url).content.decode()
    assert 'href="/doel/"' not in client.get(page.url).content.decode()
    target.delete()
    response = client.get(page.url)
    assert response.status_code == 200
    assert "verder" in response.content.decode()


@pytest.mark.parametrize("written", ["x", "²", "", "9" * 40])
def test_a_link_to_what_is_no_number_leaves_words(written: str, home, target, client: Client):
    body = linking_body(target)
    body[0]["value"]["prose"] = f'<p>Lees <a linktype="page" id="{written}">verder</a>.</p>'
    page = make_page(StandardPage, home, slug="van", body=body)
    html = client.get(page.url).content.decode()
    assert "<p>Lees <a>verder</a>.</p>" in html


def test_links_of_one_request_are_not_those_of_the_next(
    home, en, target, published, client: Client
):
    page = make_page(StandardPage, home, slug="van", body=linking_body(target))
    translate_to(en, target, published)
    english = translate_to(en, page, published)
    for _round in range(2):
        assert 'href="/en/en-doel/"' in client.get(english.url).content.decode()
        assert 'href="/doel/"' in client.get(page.url).content.decode()
