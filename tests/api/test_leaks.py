"""Nothing that visitors may not see comes out, whatever is asked."""

import json
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from api.router import api
from blog.models import BlogPage
from contact.models import ContactMessage, ContactPage
from core.models import CustomImage
from core.visibility import in_public_collections
from home.models import StandardPage
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db

SECRET = "geheimwoord"


@pytest.fixture
def secrets(home: Any, picture: Any, recording: Any) -> dict[str, Any]:
    """Each thing that only she may see, with the secret word in it; and pages beside and above it that all may see."""
    title = f"Over {SECRET}"
    open_page = make_page(StandardPage, home, title="Open", slug="open")
    post = make_page(BlogPage, home, title="Bericht", introduction="Open.")
    contact = make_page(ContactPage, home)
    draft = make_page(StandardPage, home, title=title, slug="concept")
    draft.unpublish()
    below_draft = make_page(StandardPage, draft, title="Onder een concept", slug="onder")
    for page in (open_page, post):
        page.title = f"{title} straks"
        page.save_revision()
    private = {}
    for kind in ("password", "login", "groups"):
        page = make_page(StandardPage, home, title=f"{title} {kind}", slug=f"prive-{kind}")
        below = make_page(StandardPage, page, title=f"{title} onder {kind}", slug="onder")
        PageViewRestriction.objects.create(page=page, restriction_type=kind, password=SECRET)
        private |= {kind: page, f"below {kind}": below}
    collection = Collection.get_first_root_node().add_child(name=title)
    inside = collection.add_child(name="Daarin")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    CustomImage.objects.filter(pk=picture.pk).update(title=title, collection=inside)
    get_document_model().objects.filter(pk=recording.pk).update(title=title, collection=collection)
    ContactMessage.objects.create(
        name=SECRET, email=f"{SECRET}@example.com", message=SECRET, language="nl"
    )
    get_user_model().objects.create_user(SECRET, f"{SECRET}@example.com", "x" * 16)
    return {
        "pages": [open_page, post, contact, below_draft, draft, *private.values()],
        "picture": picture,
        "recording": recording,
    }


def reading_operations() -> list[str]:
    return [path for path, methods in api.get_openapi_schema()["paths"].items() if "get" in methods]


@pytest.mark.parametrize("path", reading_operations())
def test_no_operation_tells_a_secret(path: str, secrets: Any, admin_client: Client) -> None:
    pages = secrets["pages"]
    queries: list[dict[str, Any]] = [{}, {"locale": "nl"}, {"q": SECRET, "locale": "nl"}]
    queries += [{"path": page.url or f"/{page.slug}/"} for page in pages]
    if "{" in path:
        numbers = [page.pk for page in pages] + [secrets["picture"].pk]
        start, end = path[: path.index("{")], path[path.index("}") + 1 :]
        addresses = [f"{start}{number}{end}" for number in numbers]
    else:
        addresses = [path]
    answered = 0
    for client in (Client(), admin_client):  # whoever is logged in is a visitor here
        for address in addresses:
            for query in queries:
                answer = client.get(address, query)
                answered += answer.status_code == 200
                told = json.dumps(answer.json(), ensure_ascii=False)
                # What was asked may be said again.
                assert SECRET not in told.replace(str(query.get("q", "-")), "").replace(
                    str(query.get("path", "-")), ""
                ), (address, query)
    assert answered or path in ("/api/v1/preview", "/api/v1/images/{image_id}")


def test_what_is_in_a_private_collection_is_in_no_list(secrets: Any, home: Any) -> None:
    public = CustomImage.objects.create(
        title="Open", file=secrets["picture"].file.name, width=1, height=1
    )
    assert set(in_public_collections(CustomImage.objects.all())) == {public}
    assert not in_public_collections(get_document_model().objects.all()).exists()
