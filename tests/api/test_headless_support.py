"""Each row of Wagtail's list of headless support, through the real addresses; `docs/headless.md` names the tests."""

import re
from pathlib import Path
from typing import Any

from django.test import Client
from wagtail.models import Page, Site

from home.models import HomePage, StandardPage
from tests.factories.tree import make_page
from treatments.models import TreatmentPage

PROJECT = Path(__file__).parents[2]
NAMED_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def body_of_text(text: str) -> list[tuple[str, Any]]:
    block = StandardPage._meta.get_field("body").stream_block.child_blocks["text"]
    return [("text", block.to_python({"heading": "", "prose": text}))]


def at(path: str, client: Client, **headers: str) -> Any:
    return client.get("/api/v1/pages/by-path", {"path": path}, headers=headers).json()


def test_rest_reads_every_page_over_plain_http(home: HomePage, client: Client):
    listed = client.get("/api/v1/pages").json()
    assert [item["id"] for item in listed["items"]] == [home.pk]
    assert client.get(f"/api/v1/pages/{home.pk}").json()["title"] == "Thuis"


def test_an_image_comes_in_every_size_that_a_picture_needs(home: HomePage, picture, client: Client):
    page = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Een doek.")
    hero = client.get(f"/api/v1/pages/{page.pk}").json()["hero"]
    assert hero["alt"] == "Een doek."
    assert [source["type"] for source in hero["sources"]] == [
        "image/avif",
        "image/webp",
        "image/jpeg",
    ]
    made = picture.renditions.count()
    client.get(f"/api/v1/pages/{page.pk}")
    client.get(page.get_url())
    assert picture.renditions.count() == made, "the site's own page has the same sizes"


def test_a_path_leads_to_its_page(home: HomePage, client: Client):
    page = make_page(StandardPage, home, slug="over-mij")
    for path in ("/over-mij/", "/over-mij"):
        assert at(path, client)["id"] == page.pk
    assert at("/elders/", client)["status"] == 404


def test_rich_text_is_html_and_a_tree_with_links_a_router_can_use(home: HomePage, client: Client):
    target = make_page(StandardPage, home, slug="doel")
    text = f'<p>Ga <a linktype="page" id="{target.pk}">daarheen</a>.</p>'
    page = make_page(StandardPage, home, slug="bron", body=body_of_text(text))
    said = client.get(f"/api/v1/pages/{page.pk}").json()["body"][0]["value"]["prose"]
    assert f'href="/doel/" data-page-id="{target.pk}"' in said["html"]
    link = said["tree"][0]["children"][1]
    assert (link["link"]["page"]["id"], link["link"]["page"]["path"]) == (target.pk, "/doel/")


def test_a_path_is_looked_up_on_the_site_of_the_host(
    home: HomePage, root: Page, client: Client, settings: Any
):
    settings.ALLOWED_HOSTS = ["*"]
    other = root.add_child(instance=HomePage(title="Elders", slug="elders", live=True))
    Site.objects.create(hostname="elders.example", port=80, root_page=other)
    assert at("/", client)["id"] == home.pk
    assert at("/", client, host="elders.example")["id"] == other.pk


def test_every_test_that_the_table_names_is_there():
    named = NAMED_TEST.findall((PROJECT / "docs/headless.md").read_text(encoding="utf-8"))
    assert named
    missing = [
        f"{path}::{name}"
        for path, name in named
        if not (PROJECT / path).exists() or f"def {name}(" not in (PROJECT / path).read_text()
    ]
    assert missing == []
