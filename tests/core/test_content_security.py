"""Which policy an answer carries, and what else tells a browser to keep to itself."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents.models import Document

from core.content_security import EDITORS, VISITORS
from home.models import StandardPage
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db

POLICY = "Content-Security-Policy"


def directives(response) -> dict[str, list[str]]:
    parts = response.headers[POLICY].split("; ")
    return {name: sources for name, *sources in (part.split() for part in parts)}


@pytest.fixture
def private_page(home):
    """A page behind a password."""
    page = make_page(StandardPage, home, slug="voor-jou")
    page.view_restrictions.create(restriction_type="password", password="geheim")
    return page


@pytest.mark.parametrize("path", ["/", "/nergens/", "/en/nowhere/", "/media/images/none.jpg"])
def test_a_visitor_gets_the_strict_policy(path, home, client: Client):
    response = client.get(path)
    assert directives(response) == VISITORS
    assert "unsafe" not in response.headers[POLICY]


def test_no_policy_lets_in_another_host():
    for policy in (VISITORS, EDITORS):
        sources = {source for value in policy.values() for source in value}
        assert sources <= {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}


def test_only_the_admin_shows_the_front_end_in_a_frame(home, client, practitioner_client, settings):
    settings.HEADLESS_PREVIEW_URLS = {
        "": "https://front.example.nl:8443/preview?x=1",
        "a.nl": "https://a.nl/p",
        "b.nl": "https://a.nl/q",
    }
    sources = directives(practitioner_client.get("/admin/"))["frame-src"]
    assert sources == ["'self'", "https://a.nl", "https://front.example.nl:8443"]
    assert directives(client.get("/")) == VISITORS


def test_a_failure_gets_the_strict_policy_too(home, client: Client, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    client.raise_request_exception = False
    monkeypatch.setattr("home.models.HomePage.get_context", fail)
    response = client.get("/")
    assert response.status_code == 500
    assert directives(response) == VISITORS


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/"])
def test_the_admin_gets_a_policy_of_its_own(path, home, practitioner_client):
    assert directives(practitioner_client.get(path, follow=True)) == EDITORS


def test_a_page_with_the_user_bar_gets_the_editors_policy(home, practitioner_client):
    response = practitioner_client.get("/")
    assert "wagtail-userbar" in response.content.decode()
    assert directives(response) == EDITORS


def test_a_preview_gets_the_editors_policy(home, practitioner_client):
    url = f"/admin/pages/{home.pk}/view_draft/"
    assert directives(practitioner_client.get(url)) == EDITORS


def test_a_visitor_with_a_session_keeps_the_strict_policy(private_page, client: Client):
    """The password of a private page makes a session; nothing inline comes with it."""
    restriction = private_page.view_restrictions.get()
    url = f"/_util/authenticate_with_password/{restriction.pk}/{private_page.pk}/"
    asked = client.get(private_page.url)
    assert directives(asked) == VISITORS
    client.post(url, {"password": "geheim", "return_url": private_page.url})
    response = client.get(private_page.url)
    assert client.cookies
    assert private_page.title in response.content.decode()
    assert directives(response) == VISITORS


def test_a_document_keeps_the_policy_it_brings(home, client: Client):
    document = Document.objects.create(title="Folder", file=ContentFile(b"%PDF", "folder.pdf"))
    response = client.get(document.url)
    assert response.headers[POLICY] == "default-src 'none'"
    response.close()


def test_the_browser_is_asked_to_keep_device_and_visitor_private(home, client: Client):
    headers = client.get("/").headers
    for feature in ("camera", "microphone", "geolocation", "browsing-topics"):
        assert f"{feature}=()" in headers["Permissions-Policy"]
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
