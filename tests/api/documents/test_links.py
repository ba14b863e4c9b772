"""Where links lead, in the language of the page that they stand on."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, PageViewRestriction

from contact.models import ContactPage
from home.models import HomePage, StandardPage
from tests.factories.drafts import make_draft
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

INVITATION = {"heading": "Kom langs", "text": "", "button_text": "Schrijf me"}


def page_with(home: HomePage, slug: str, *blocks: tuple[str, Any]) -> StandardPage:
    stream = StandardPage._meta.get_field("body").stream_block
    body = [(name, stream.child_blocks[name].to_python(value)) for name, value in blocks]
    return make_page(StandardPage, home, slug=slug, body=body)


def link_to(target: StandardPage) -> tuple[str, Any]:
    prose = f'<p>Lees <a linktype="page" id="{target.pk}">dit</a>.</p>'
    return "text", {"heading": "", "prose": prose}


def body_of(client: Client, page: Any) -> list[Any]:
    return client.get(f"/api/v1/pages/{page.pk}").json()["body"]


def test_english_leads_to_english(
    home: HomePage, en: Locale, published: Any, client: Client
) -> None:
    target = make_page(StandardPage, home, slug="doel")
    source = page_with(home, "bron", link_to(target))
    english_target = translate_to(en, target, published)
    english = translate_to(en, source, published)
    prose = body_of(client, english)[0]["value"]["prose"]
    assert f'data-page-id="{english_target.pk}"' in prose["html"]
    assert 'data-locale="en"' in prose["html"]
    assert "hreflang" not in prose["html"]


def test_what_is_live_in_dutch_only_says_so_on_an_english_page(
    home: HomePage, en: Locale, published: Any, client: Client
) -> None:
    target = make_page(StandardPage, home, slug="doel")
    english = translate_to(en, page_with(home, "bron", link_to(target)), published)
    prose = body_of(client, english)[0]["value"]["prose"]
    (link,) = [node["link"] for node in prose["tree"][0]["children"] if node["type"] == "link"]
    assert (link["page"]["locale"], link["language_note"]) == ("nl", "(in Dutch)")
    assert 'hreflang="nl">' in prose["html"]
    assert "(in Dutch)</a>" in prose["html"]


@pytest.mark.parametrize("kind", ["draft", "private"])
def test_a_link_to_what_visitors_may_not_see_leaves_its_words(
    kind: str, home: HomePage, client: Client
) -> None:
    target = (
        make_draft(home, "doel") if kind == "draft" else make_page(StandardPage, home, slug="doel")
    )
    if kind == "private":
        PageViewRestriction.objects.create(page=target, restriction_type="login")
    chosen = ("call_to_action", INVITATION | {"page": target.pk})
    text, invitation = body_of(client, page_with(home, "bron", link_to(target), chosen))
    assert text["value"]["prose"]["html"] == "<p>Lees dit.</p>"
    assert invitation["value"]["page"] is None


def test_an_invitation_without_a_page_leads_to_the_contact_page(
    home: HomePage, client: Client
) -> None:
    page = page_with(home, "bron", ("call_to_action", INVITATION | {"page": None}))
    assert body_of(client, page)[0]["value"]["page"] is None
    contact = make_page(ContactPage, home)
    assert body_of(client, page)[0]["value"]["page"]["page"]["id"] == contact.pk
