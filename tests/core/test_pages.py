"""Rules that every page keeps."""

import pytest
from django.conf import settings
from django.test import Client

from home.models import StandardPage
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", ["admin", "documents", "en", "media", "static"])
def test_an_address_that_the_site_uses_is_refused(slug, home, practitioner_client):
    response = practitioner_client.post(
        f"/admin/pages/add/home/standardpage/{home.pk}/",
        {"title": "Media", "slug": slug, "body-count": 0, "action-publish": "1"},
    )
    assert response.status_code == 200
    assert f"{slug}-2" in response.content.decode()
    assert not StandardPage.objects.exists()


def test_the_same_word_is_free_further_down(home, practitioner_client, client: Client):
    parent = make_page(StandardPage, home, slug="over-mij")
    practitioner_client.post(
        f"/admin/pages/add/home/standardpage/{parent.pk}/",
        {"title": "Media", "slug": "media", "body-count": 0, "action-publish": "1"},
    )
    assert client.get("/over-mij/media/").status_code == 200


def test_a_subheading_under_no_heading_does_not_skip_a_level(home, client: Client):
    prose = {"heading": "", "prose": "<h3>Kop</h3><p>Tekst</p>"}
    page = make_page(
        StandardPage, home, body=[{"type": "text", "value": prose, "id": "5b1f3a56-2222"}]
    )
    html = client.get(page.url).content.decode()
    assert "<h2>Kop</h2>" in html
    assert "<h3" not in html


def test_a_link_that_makes_no_sense_leaves_words(home, client: Client):
    prose = {"heading": "", "prose": '<p><a linktype="page" id="abc">woorden</a></p>'}
    page = make_page(
        StandardPage, home, body=[{"type": "text", "value": prose, "id": "5b1f3a56-3333"}]
    )
    response = client.get(page.url)
    assert response.status_code == 200
    assert "woorden" in response.content.decode()


def test_the_account_page_offers_time_zones_a_browser_knows(home, practitioner_client):
    assert settings.WAGTAIL_USER_TIME_ZONES == ["Europe/Amsterdam"]
    assert practitioner_client.get("/admin/account/").status_code == 200
