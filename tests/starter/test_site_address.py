import pytest
from django.core.management import call_command
from django.test import Client

from home.models import StandardPage
from tests.factories.tree import make_page


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["https://www.example.nl", "http://127.0.0.1:8123"])
def test_canonical_links_have_the_address_that_is_set(address, home, settings, client: Client):
    page = make_page(StandardPage, home, slug="over-mij")
    settings.SITE_URL = address
    call_command("ensure_site_address", verbosity=0)
    html = client.get("/over-mij/").content.decode()
    assert f'<link rel="canonical" href="{address}{page.url}">' in html
