"""Nobody who asks for a page, a document, a feed, a sitemap, an icon or a share picture waits until one is made."""

from typing import Any

import pytest
import willow
from bs4 import BeautifulSoup
from django.test import Client
from PIL import Image

from api.documents import page_types
from blog.models import BlogIndexPage, BlogPage
from core.models import CustomImage, CustomRendition, HeroMixin
from core.rendition_making import make_renditions
from seo.site_pictures.making import draw_pictures
from tests.factories.bodies import body_of_every_block
from tests.factories.practice import fill_practice
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What opens, draws or stores a picture or begins a rendition, from the moment the test clears it."""
    calls: list[str] = []

    def count(owner: Any, name: str) -> None:
        original = getattr(owner, name)

        def counted(*args: Any, **kwargs: Any) -> Any:
            calls.append(name)
            return original(*args, **kwargs)

        monkeypatch.setattr(owner, name, counted)

    for name in ("open", "new"):
        count(Image, name)
    count(Image.Image, "save")
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
    make_page(BlogPage, home, slug="bericht", share_image=picture, **facts)
    index = BlogIndexPage.objects.get()
    page = make_page(model, home, **(facts if issubclass(model, HeroMixin) else {}))
    if hasattr(page, "body"):
        page.body = body_of_every_block(model)
        page.save_revision().publish()
    if is_made:
        make_renditions(picture)
        draw_pictures()
    rows = CustomRendition.objects.count()
    opened.clear()
    for address in _head_pictures(client, page.url):
        assert client.get(address, follow=True).status_code == (200 if is_made else 404), address
    for address in (
        page.url,
        home.url,
        index.url,
        f"{index.url}atom.xml",
        f"{index.url}rss.xml",
        "/zoeken/?q=treatmentpage",
        "/sitemap.xml",
        "/robots.txt",
        "/llms.txt",
        "/zoeken/opensearch.xml",
        "/favicon.svg",
        f"/api/v1/pages/{page.pk}",
        f"/api/v1/pages/by-path?path={page.url}",
        "/api/v1/posts?locale=nl",
        "/api/v1/images",
    ):
        assert client.get(address).status_code == 200, address
    assert opened == []
    assert CustomRendition.objects.count() == rows


def _head_pictures(client: Client, url: str) -> list[str]:
    """The paths of the icons and of the drawn share picture that a page names; the SVG is a text."""
    head = BeautifulSoup(client.get(url).content, "html.parser").head
    icons = [link["href"] for link in head.select("link[rel$=icon]:not([type])")]
    share = head.find("meta", property="og:image")["content"].removeprefix("http://testserver")
    assert len(icons) == 2
    return [*icons, share]
