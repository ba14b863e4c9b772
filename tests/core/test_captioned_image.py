"""A picture in a body, and what is left when it is taken out of the library."""

import pytest
from django.test import Client

from home.models import StandardPage
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
