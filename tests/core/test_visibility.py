"""What stands behind a password or a login shows nowhere else."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from blog.models import BlogPage
from home.models import HomePage, StandardPage
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def linking_to(page: StandardPage, home: HomePage) -> StandardPage:
    prose = f'<p>Zie <a linktype="page" id="{page.pk}">daar</a>.</p>'
    text = {"type": "text", "value": {"heading": "", "prose": prose}, "id": "5b1f3a56-1111"}
    return make_page(StandardPage, home, body=[text])


@pytest.mark.parametrize("model", [BlogPage, TreatmentPage, StandardPage])
def test_a_private_page_is_in_no_list_menu_or_link(model, home, client: Client):
    page = make_page(model, home, title="Alleen voor jou", show_in_menus=True)
    linking = linking_to(page, home)
    for path in ("/", linking.url):
        assert page.url in client.get(path).content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    for path in ("/", linking.url):
        html = client.get(path).content.decode()
        assert page.url not in html
        assert "Alleen voor jou" not in html


def test_a_page_below_a_private_one_is_private(home, client: Client):
    page = make_page(BlogPage, home, title="Alleen voor jou")
    linking = linking_to(page, home)
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    for path in ("/", linking.url):
        assert page.url not in client.get(path).content.decode()


def test_a_page_behind_a_password_opens_with_it(home, client: Client):
    page = make_page(StandardPage, home, introduction="Het geheim.")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="sesam"
    )
    asked = client.get(page.url).content.decode()
    assert "Het geheim" not in asked
    action = f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    assert action in asked
    response = client.post(action, {"password": "sesam", "return_url": page.url})
    assert response.status_code == 302
    assert "Het geheim" in client.get(page.url).content.decode()


def test_a_page_behind_a_login_asks_for_it(home, client: Client):
    page = make_page(StandardPage, home)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    response = client.get(page.url, follow=True)
    assert response.status_code == 200
    assert 'name="password"' in response.content.decode()
