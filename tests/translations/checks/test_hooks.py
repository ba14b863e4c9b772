"""A translation that is not complete is not published, whichever way it is tried."""

from typing import Any

import pytest
from django.test import Client
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from tests.factories.translations import translate_to, translation_into, write_text
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def dutch(home: Any) -> StandardPage:
    return make_page(StandardPage, home, title="Over mij", introduction="Wie ik ben.")


@pytest.fixture
def draft(dutch: StandardPage, home: Any, en: Any, published: Any) -> StandardPage:
    """Submitted for translation, nothing translated yet."""
    translate_to(en, home, published)
    published(translate_object, StandardPage.objects.get(pk=dutch.pk), [en])
    return dutch.get_translation(en)


def press_publish(client: Client, page: StandardPage, published: Any) -> str:
    response = published(
        client.post, f"/admin/pages/{page.pk}/edit/", {"action": "publish"}, follow=True
    )
    assert response.status_code == 200
    return response.content.decode()


def test_a_first_translation_is_not_published_while_it_is_dutch(
    draft, practitioner_client, published, client: Client
):
    html = press_publish(practitioner_client, draft, published)
    assert "is niet gepubliceerd" in html
    draft.refresh_from_db()
    assert not draft.live
    assert client.get(draft.url).status_code == 404


def test_nor_from_the_explorer(draft, practitioner_client, published, client: Client):
    response = published(
        practitioner_client.post,
        f"/admin/bulk/wagtailcore/page/publish/?id={draft.pk}&next=/admin/pages/",
        {"next": "/admin/pages/"},
        follow=True,
    )
    assert "is niet gepubliceerd" in response.content.decode()
    draft.refresh_from_db()
    assert not draft.live


def test_a_live_translation_keeps_its_text_until_the_new_one_is_there(
    dutch, en, practitioner_client, published, client: Client
):
    english = translate_to(en, dutch, published)
    dutch.introduction = "Wie ik nu ben."
    dutch.save_revision().publish()
    press_publish(practitioner_client, english, published)
    html = client.get(english.url).content.decode()
    assert "Wie ik nu ben" not in html
    assert "EN Wie ik ben." in html

    source = Translation.objects.get(source__object_id=dutch.translation_key).source
    segment = source.stringsegment_set.get(string__data="Wie ik nu ben.")
    write_text(translation_into(en, dutch), segment, "Who I am now.")
    press_publish(practitioner_client, english, published)
    assert "Who I am now." in client.get(english.url).content.decode()


def test_a_dutch_page_is_published_from_the_explorer_as_ever(
    dutch, practitioner_client, client: Client
):
    dutch.unpublish()
    practitioner_client.post(
        f"/admin/bulk/wagtailcore/page/publish/?id={dutch.pk}&next=/admin/pages/",
        {"next": "/admin/pages/"},
    )
    assert client.get(dutch.url).status_code == 200
