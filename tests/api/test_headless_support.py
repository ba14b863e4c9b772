"""Each row of Wagtail's list of headless support, in its order, through the real addresses of this API.

No front-end framework or host runs here: their tests ask what such a one asks, and in the way it asks it.

`docs/headless.md` names the test of each row; `test_headless_document.py` sees to it that none is without.
"""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.test.utils.form_data import querydict_from_html

from contact.models import ContactMessage, ContactPage
from core.rendition_making import make_renditions
from home.models import HomePage, StandardPage
from publishing.webhooks.delivering import deliver_due
from tests.api.forms import address, errors
from tests.factories.contact import TYPED
from tests.factories.home import StandardPageFactory
from tests.factories.tokens import bearer
from tests.factories.tree import make_page
from tests.factories.webhooks import Receiver, WebhookFactory, answers, receiving
from treatments.models import TreatmentPage

FRONT_END = "https://front.example.nl"
CHECKER = 'id="checker-axe-configuration"'


def body_of_text(text: str) -> list[tuple[str, Any]]:
    block = StandardPage._meta.get_field("body").stream_block.child_blocks["text"]
    return [("text", block.to_python({"heading": "", "prose": text}))]


def at(path: str, client: Client, **headers: str) -> Any:
    return client.get("/api/v1/pages/by-path", {"path": path}, headers=headers).json()


@pytest.fixture
def host(settings: Any) -> Iterator[Receiver]:
    """Where a host of front ends listens for what was published."""
    settings.WEBHOOKS_ADMIT_LOOPBACK = True
    with receiving() as started:
        yield started


def test_rest_reads_every_page_over_plain_http(home: HomePage, client: Client):
    listed = client.get("/api/v1/pages").json()
    assert [item["id"] for item in listed["items"]] == [home.pk]
    assert client.get(f"/api/v1/pages/{home.pk}").json()["title"] == "Thuis"


def test_one_request_holds_what_a_graphql_query_would_join(home: HomePage, client: Client):
    target = make_page(StandardPage, home, title="Ademen", slug="ademen")
    text = f'<p><a linktype="page" id="{target.pk}">lees</a></p>'
    page = make_page(StandardPage, home, slug="bron", body=body_of_text(text))
    link = at("/bron/", client)["body"][0]["value"]["prose"]["tree"][0]["children"][0]["link"]
    assert link["page"] | {"id": target.pk, "path": "/ademen/", "locale": "nl"} == link["page"]
    query = {"fields": "title", "type": "home.StandardPage"}
    trimmed = client.get("/api/v1/pages", query).json()["items"]
    assert {item["id"] for item in trimmed} == {target.pk, page.pk}
    assert all(item.keys() == {"id", "type", "locale", "api_url", "title"} for item in trimmed)


def test_a_draft_is_previewed_in_the_published_shape(
    home: HomePage, client: Client, practitioner_client: Client, settings: Any
):
    settings.HEADLESS_PREVIEW_URLS = {"": f"{FRONT_END}/preview"}
    page = make_page(StandardPage, home, title="Rust")
    live = client.get(f"/api/v1/pages/{page.pk}").json()
    page.title = "Nog niet af"
    page.save_revision()
    opened = practitioner_client.get(f"/admin/pages/{page.pk}/view_draft/").headers["Location"]
    assert opened.startswith(f"{FRONT_END}/preview?")
    draft = client.get("/api/v1/preview", {"token": parse_qs(urlsplit(opened).query)["token"]})
    assert draft.headers["Cache-Control"] == "private, no-store"
    assert (draft.json()["title"], draft.json().keys()) == ("Nog niet af", live.keys())
    assert client.get(f"/api/v1/pages/{page.pk}").json() == live


def test_the_user_bar_is_on_the_pages_of_the_cms_and_in_no_document(
    home: HomePage, client: Client, practitioner_client: Client
):
    assert "wagtail-userbar" in practitioner_client.get("/").content.decode()
    for_editor = practitioner_client.get(f"/api/v1/pages/{home.pk}")
    assert for_editor.json() == client.get(f"/api/v1/pages/{home.pk}").json()
    assert "userbar" not in for_editor.content.decode()


def test_the_content_checker_looks_at_the_preview_of_the_cms(
    home: HomePage, practitioner_client: Client, settings: Any
):
    page = make_page(StandardPage, home)
    preview = f"/admin/pages/{page.pk}/edit/preview/"
    edit = practitioner_client.get(f"/admin/pages/{page.pk}/edit/")
    data = querydict_from_html(edit.content.decode(), form_id="page-edit-form").dict()
    assert practitioner_client.post(preview, data | {"body-count": "0"}).json()["is_valid"]
    shown = practitioner_client.get(preview, {"in_preview_panel": "true"})
    assert CHECKER in shown.content.decode()
    settings.HEADLESS_PREVIEW_URLS = {"": f"{FRONT_END}/preview"}
    sent_away = practitioner_client.get(preview, {"in_preview_panel": "true"})
    assert sent_away.headers["Location"].startswith(FRONT_END)


def test_an_image_comes_in_every_size_that_a_picture_needs(home: HomePage, picture, client: Client):
    make_renditions(picture)
    page = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Een doek.")
    hero = client.get(f"/api/v1/pages/{page.pk}").json()["hero"]
    assert hero["alt"] == "Een doek."
    assert [source["type"] for source in hero["sources"]] == [
        "image/avif",
        "image/webp",
        "image/jpeg",
    ]
    html = client.get(page.get_url()).content.decode()
    files = [file["url"] for source in hero["sources"] for file in source["srcset"]]
    assert all(urlsplit(file).path in html for file in files), "the site's own page has the same"


def test_a_path_leads_to_its_page(home: HomePage, client: Client):
    page = make_page(StandardPage, home, slug="over-mij")
    for path in ("/over-mij/", "/over-mij"):
        assert at(path, client)["id"] == page.pk
    assert at("/elders/", client)["status"] == 404
    Redirect.objects.create(old_path="/wie-ben-ik", redirect_page=page)
    moved = at("/wie-ben-ik/", client)
    assert (moved["type"], moved["page"]["id"]) == ("redirect", page.pk)


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


def test_a_form_is_described_and_sent(
    visitor: Client, published: Callable, contact_page: ContactPage
):
    form = visitor.get(address(contact_page)).json()
    typed = (
        TYPED | {"token": form["token"]} | {f["name"]: "" for f in form["fields"] if f["honeypot"]}
    )

    def send(**changed: str) -> Any:
        body = json.dumps(typed | changed)
        return published(visitor.post, address(contact_page), body, "application/json")

    assert errors(send(email="geen adres")).keys() == {"email"}
    assert not ContactMessage.objects.exists()
    assert send().status_code == 201
    assert ContactMessage.objects.get().email == TYPED["email"]


def test_a_password_opens_its_page(home: HomePage, client: Client, settings: Any, tmp_path: Path):
    settings.DATA_DIR = tmp_path  # where wrong guesses are counted
    page = make_page(StandardPage, home, title="Alleen voor jou", slug="jou")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="sesam")
    assert at("/jou/", client)["status"] == 401
    opening = (f"/api/v1/pages/{page.pk}/access", {"password": "sesam"}, "application/json")
    secret = client.post(*opening).json()["token"]
    assert at("/jou/", client, **bearer(secret))["title"] == "Alleen voor jou"


def test_nextjs_finds_every_route_and_reads_it_as_next_spells_it(home: HomePage, client: Client):
    """`generateStaticParams` lists them all; `params.path` has neither an end slash nor an empty part."""
    pages = [home, *(make_page(StandardPage, home, slug=slug) for slug in ("een", "twee", "drie"))]
    found: dict[int, str] = {}
    query: str | None = "/api/v1/pages?fields=path&limit=2"
    while query:
        listed = client.get(query).json()
        found |= {item["id"]: item["path"] for item in listed["items"]}
        query = listed["next"]
    assert found.keys() == {page.pk for page in pages}
    client.get("/api/v1/site")  # the first visit ever makes the row of settings
    for pk, path in found.items():
        params = [part for part in path.split("/") if part]
        asked = {"path": "/" + "/".join(params)}
        answer = client.get("/api/v1/pages/by-path", asked)
        assert answer.json()["id"] == pk
        kept = {"If-None-Match": answer.headers["ETag"]}  # what `revalidate` asks again
        assert client.get("/api/v1/pages/by-path", asked, headers=kept).status_code == 304


def test_nuxt_reads_the_same_on_its_server_and_in_the_browser(
    home: HomePage, client: Client, settings: Any
):
    settings.CORS_ALLOWED_ORIGINS = [FRONT_END]
    asked = ("/api/v1/pages/by-path", {"path": "/"})
    on_server = client.get(*asked)
    in_browser = client.get(*asked, headers={"Origin": FRONT_END})
    assert on_server.json()["id"] == home.pk
    assert in_browser.json() == on_server.json()
    assert in_browser.headers["Access-Control-Allow-Origin"] == FRONT_END
    assert "ETag" in in_browser.headers["Access-Control-Expose-Headers"]
    elsewhere = client.get(*asked, headers={"Origin": "https://elders.example"})
    assert "Access-Control-Allow-Origin" not in elsewhere.headers


def test_gatsby_sources_every_page_and_then_only_what_changed(home: HomePage, client: Client):
    """`sourceNodes` wants a lasting id and a type for each node, and next time those since last time."""
    page = make_page(StandardPage, home, slug="een")
    nodes = client.get("/api/v1/pages").json()["items"]
    assert {(node["id"], node["type"]) for node in nodes} == {
        (home.pk, "home.HomePage"),
        (page.pk, "home.StandardPage"),
    }
    Page.objects.update(last_published_at=timezone.now() - timedelta(days=2))
    last_time = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    assert client.get("/api/v1/pages", {"changed_since": last_time}).json()["items"] == []
    make_page(StandardPage, home, slug="twee")
    changed = client.get("/api/v1/pages", {"changed_since": last_time}).json()["items"]
    assert [node["path"] for node in changed] == ["/twee/"]


def test_vercel_is_told_to_deploy_and_finds_files_at_the_cms(
    home: HomePage, host: Receiver, picture: Any, client: Client
):
    WebhookFactory(url=host.url.replace("/hook", "/v1/integrations/deploy/prj_1/abc"))
    host.answers = [answers(201, '{"job":{"state":"PENDING"}}')]
    StandardPageFactory(parent=home, live=False, slug="ademen").save_revision().publish()
    assert deliver_due() == 1
    assert deliver_due() == 0, "a 201 is a delivery"
    (request,) = host.requests
    assert request.path == "/v1/integrations/deploy/prj_1/abc"
    make_renditions(picture)
    page = make_page(TreatmentPage, home, hero_image=picture, hero_alt="Een doek.")
    hero = client.get(f"/api/v1/pages/{page.pk}").json()["hero"]
    files = [file["url"] for source in hero["sources"] for file in source["srcset"]]
    assert files
    assert {urlsplit(file).netloc for file in files} == {"testserver"}


def test_netlify_is_told_to_build_and_why(home: HomePage, host: Receiver):
    WebhookFactory(url=host.url.replace("/hook", "/build_hooks/5c23?trigger_title=cms"))
    host.answers = [answers(200)]
    page = StandardPageFactory(parent=home, live=False, slug="ademen")
    page.save_revision().publish()
    assert deliver_due() == 1
    (request,) = host.requests
    assert request.path == "/build_hooks/5c23?trigger_title=cms"
    assert (request.event["type"], request.event["data"]["page"]["path"]) == (
        "page.published",
        "/ademen/",
    )
