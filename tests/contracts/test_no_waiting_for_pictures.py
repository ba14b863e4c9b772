"""Nobody who asks for a page, a document, a feed or a sitemap waits until a picture is made."""

from typing import Any

import pytest
import willow
from django.test import Client
from PIL import Image

from api.documents import page_types
from blog.models import BlogIndexPage, BlogPage
from core.models import CustomImage, CustomRendition
from core.rendition_making import make_renditions
from tests.factories.bodies import body_of_every_block
from tests.factories.practice import fill_practice
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What opens a picture or begins to make a rendition, from the moment the test clears it."""
    calls: list[str] = []

    def count(owner: Any, name: str) -> None:
        original = getattr(owner, name)

        def counted(*args: Any, **kwargs: Any) -> Any:
            calls.append(name)
            return original(*args, **kwargs)

        monkeypatch.setattr(owner, name, counted)

    count(Image, "open")
    count(willow.Image, "open")
    for name in ("get_rendition", "get_renditions", "create_rendition", "create_renditions"):
        count(CustomImage, name)
    return calls


@pytest.mark.parametrize("is_made", [True, False], ids=["made", "just uploaded"])
@pytest.mark.parametrize("model", page_types())
def test_no_visit_opens_a_picture(
    model: Any,
    is_made: bool,
    home: Any,
    picture: CustomImage,
    recording: Any,
    client: Client,
    opened: list[str],
) -> None:
    picture.contextual_alt_text, picture.decorative = "Doek", False
    fill_practice(home, practitioner_name="Noor", portrait=picture)
    facts = {"hero_image": picture, "hero_alt": "Doek"}
    make_page(TreatmentPage, home, **facts)
    make_page(BlogPage, home, slug="bericht", **facts)
    index = BlogIndexPage.objects.get()
    page = make_page(model, home, **(facts if hasattr(model, "hero_image") else {}))
    if hasattr(page, "body"):
        page.body = body_of_every_block(model)
        page.save_revision().publish()
    if is_made:
        make_renditions(picture)
    rows = CustomRendition.objects.count()
    opened.clear()
    for address in (
        page.url,
        home.url,
        index.url,
        f"{index.url}atom.xml",
        f"{index.url}rss.xml",
        "/zoeken/?q=treatmentpage",
        "/sitemap.xml",
        f"/api/v1/pages/{page.pk}",
        f"/api/v1/pages/by-path?path={page.url}",
        "/api/v1/posts?locale=nl",
        "/api/v1/images",
    ):
        assert client.get(address).status_code == 200, address
    assert opened == []
    assert CustomRendition.objects.count() == rows
