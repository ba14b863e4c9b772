"""A picture in a body, and what is left when it is taken out of the library."""

from typing import Any

import pytest
from django.test import Client

from home.models import StandardPage
from tests.factories.translations import translate_to, translation_into
from tests.factories.tree import make_page


@pytest.mark.django_db
def test_a_picture_that_was_deleted_leaves_no_empty_box_and_no_error(home, picture, client: Client):
    value = {"image": picture.pk, "alt_text": "Een doek.", "decorative": False}
    block = {"image": value, "caption": "In de praktijk"}
    page = make_page(
        StandardPage,
        home,
        body=[{"type": "captioned_image", "value": block, "id": "5b1f3a56-4444"}],
    )
    assert 'alt="Een doek."' in client.get(page.url).content.decode()
    picture.delete()
    response = client.get(page.url)
    assert response.status_code == 200
    main = response.content.decode().split("<main", 1)[1].split("</main>")[0]
    assert "<img" not in main
    assert "<figure" not in main


@pytest.mark.django_db
def test_a_deleted_picture_does_not_keep_english_from_following(
    home, en, picture, published: Any, client: Client
):
    value = {"image": picture.pk, "alt_text": "Een doek.", "decorative": False}
    block = {"image": value, "caption": "In de praktijk"}
    page = make_page(
        StandardPage, home, body=[{"type": "captioned_image", "value": block, "id": "5b1f3a56"}]
    )
    english = translate_to(en, page, published)
    assert 'alt="EN Een doek."' in client.get(english.url).content.decode()
    paths = translation_into(en, page).source.overridablesegment_set.values_list("context__path")
    assert not paths.filter(context__path__contains="image").exists()
    picture.delete()
    page = StandardPage.objects.get(pk=page.pk)
    page.introduction = ""
    page.save_revision().publish()
    english.refresh_from_db()
    assert english.introduction == ""
    assert client.get(english.url).status_code == 200
