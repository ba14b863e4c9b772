"""What is kept of the surroundings of documents, and for how long."""

import pytest
from django.test import Client, RequestFactory

from api.documents import document_of
from core.remembered import remembered
from home.models import HomePage, StandardPage
from tests.factories.home import StandardPageFactory
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db


def asked(value):
    return remembered(RequestFactory().get("/"), "what is kept", lambda: value)


def test_it_is_kept_while_the_content_is_the_same_and_gone_after_a_change(home):
    StandardPageFactory(parent=home)
    assert asked("before") == "before"
    assert asked("later") == "before"
    home.title = "Anders"
    home.save_revision().publish()
    assert asked("later") == "later"


def test_nothing_is_not_kept(home):
    assert asked(None) is None
    assert asked("now there is") == "now there is"


def test_of_a_draft_nothing_is_kept_for_visitors(home: HomePage, client: Client) -> None:
    page = make_page(StandardPage, home, title="Rust", slug="rust", show_in_menus=True)
    request = RequestFactory().get("/")
    document_of(page, request)  # with what visitors get, too
    draft = StandardPage.objects.get(pk=page.pk)
    draft.title, draft.slug = "Nog niet af", "nog-niet-af"
    assert document_of(draft, request)["title"] == "Nog niet af"
    shown = client.get(f"/api/v1/pages/{page.pk}").json()
    assert (shown["title"], shown["path"]) == ("Rust", "/rust/")
    menus = client.get("/api/v1/navigation").json()["main"]
    assert [link["title"] for link in menus] == ["Rust"]
